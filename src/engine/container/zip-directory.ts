import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { viewOf, type ZipEnd } from './zip-end.ts'
import { flags, full32, signatures, zip64ExtraId } from './zip-format.ts'

/** One record of the central directory (APPNOTE 4.3.12), ZIP64 values resolved. */
export interface CentralRecord {
  readonly name: string
  readonly rawName: Bytes
  readonly madeBy: number
  readonly version: number
  readonly flags: number
  readonly method: number
  readonly time: number
  readonly date: number
  readonly crc32: number
  readonly compressedSize: number
  readonly size: number
  readonly offset: number
  readonly internal: number
  readonly external: number
}

/** Larger than any directory within the limit of entries. */
const largestDirectory = 67_108_864

/** Reads the central directory. Records that cannot be read end the list, with a finding. */
export async function readDirectory(
  source: ByteSource,
  end: ZipEnd,
  findings: Finding[],
): Promise<CentralRecord[]> {
  const records: CentralRecord[] = []
  if (end.directorySize > largestDirectory) {
    findings.push(finding('zip.unreadable', '', { reason: 'central directory' }))
    return records
  }
  const bytes = await source.read(end.directoryOffset, end.directorySize)
  let at = 0
  while (records.length < end.entries) {
    const record = readRecord(bytes.subarray(at), end.shift, findings)
    if (record === undefined) {
      findings.push(finding('zip.unreadable', '', { reason: 'central directory' }))
      return records
    }
    records.push(record.central)
    at += record.length
  }
  if (at < bytes.length)
    findings.push(
      finding('zip.outside-bytes', '', { offset: end.directoryOffset + at, bytes: bytes.length - at }),
    )
  return records
}

function readRecord(
  bytes: Bytes,
  shift: number,
  findings: Finding[],
): { central: CentralRecord; length: number } | undefined {
  if (bytes.length < 46) return undefined
  const view = viewOf(bytes)
  const nameLength = view.getUint16(28, true)
  const extraLength = view.getUint16(30, true)
  const commentLength = view.getUint16(32, true)
  const length = 46 + nameLength + extraLength + commentLength
  if (view.getUint32(0, true) !== signatures.central || bytes.length < length) return undefined

  const rawName = bytes.slice(46, 46 + nameLength)
  const flagBits = view.getUint16(8, true)
  const { name, certain } = decodeName(rawName, flagBits)
  if (!certain) findings.push(finding('zip.name-encoding', name))
  if (commentLength > 0) findings.push(finding('zip.comment', name, { bytes: commentLength }))
  if (view.getUint16(34, true) !== 0) findings.push(finding('zip.multi-disk', name))
  const extra = bytes.subarray(46 + nameLength, 46 + nameLength + extraLength)
  const wide = wideValues(
    extra,
    [24, 20, 42].map((field) => view.getUint32(field, true)),
  )
  if (wide === undefined || hidesName(extra, rawName))
    findings.push(finding('zip.header-mismatch', name, { field: 'extra' }))
  const [size, compressedSize, offset] = wide ?? [0, 0, 0]
  return {
    length,
    central: {
      name,
      rawName,
      madeBy: view.getUint16(4, true),
      version: view.getUint16(6, true),
      flags: flagBits,
      method: view.getUint16(10, true),
      time: view.getUint16(12, true),
      date: view.getUint16(14, true),
      crc32: view.getUint32(16, true),
      compressedSize: compressedSize ?? 0,
      size: size ?? 0,
      offset: (offset ?? 0) + shift,
      internal: view.getUint16(36, true),
      external: view.getUint32(38, true),
    },
  }
}

/** A name is certain when it is marked as UTF-8 and is, or is plain ASCII. */
function decodeName(raw: Bytes, flagBits: number): { name: string; certain: boolean } {
  const ascii = raw.every((byte) => byte < 0x80)
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
    return { name, certain: ascii || (flagBits & flags.utf8) !== 0 }
  } catch {
    return { name: new TextDecoder('latin1').decode(raw), certain: false }
  }
}

/** Extra fields by id (APPNOTE 4.5.1); undefined when they do not fill their space exactly. */
export function extraFields(extra: Bytes): ReadonlyMap<number, Bytes> | undefined {
  const fields = new Map<number, Bytes>()
  const view = viewOf(extra)
  let at = 0
  while (at + 4 <= extra.length) {
    const id = view.getUint16(at, true)
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > extra.length || fields.has(id)) return undefined
    fields.set(id, extra.subarray(at + 4, end))
    at = end
  }
  return at === extra.length ? fields : undefined
}

/** The values with those that did not fit taken from the ZIP64 field, in its order; undefined when it is bad. */
export function wideValues(extra: Bytes, values: readonly number[]): number[] | undefined {
  const fields = extraFields(extra)
  if (fields === undefined) return undefined
  const field = fields.get(zip64ExtraId)
  const missing = values.filter((value) => value === full32).length
  if (field === undefined) return missing === 0 ? [...values] : undefined
  if (field.length < missing * 8) return undefined
  const view = viewOf(field)
  let at = 0
  return values.map((value) => {
    if (value !== full32) return value
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  })
}

/** Info-ZIP's Unicode path field (0x7075) gives some readers another name than the header gives the rest. */
function hidesName(extra: Bytes, rawName: Bytes): boolean {
  const field = extraFields(extra)?.get(0x7075)
  return (
    field !== undefined &&
    !(field.length === 5 + rawName.length && rawName.every((b, n) => b === field[n + 5]))
  )
}
