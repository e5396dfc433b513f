import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { full16, full32, signatures } from './zip-format.ts'

/** Where the central directory lies, as the end records tell it. */
export interface ZipEnd {
  readonly entries: number
  readonly directoryOffset: number
  readonly directorySize: number
  /** Bytes before the first one the archive knows of; every offset in it is shifted by as many. */
  readonly shift: number
}

interface Declared {
  readonly entries: number
  readonly size: number
  readonly offset: number
}

const endLength = 22
const longestComment = 0xffff

/** Finds and reads the end records (APPNOTE 4.3.14 to 4.3.16). Undefined when this is no ZIP file. */
export async function readZipEnd(source: ByteSource, findings: Finding[]): Promise<ZipEnd | undefined> {
  const tailLength = Math.min(source.size, endLength + longestComment)
  const tail = await source.read(source.size - tailLength, tailLength)
  const at = findEnd(tail)
  if (at === undefined) {
    findings.push(finding('zip.unreadable', '', { reason: 'end record' }))
    return undefined
  }
  const view = viewOf(tail.subarray(at))
  const comment = view.getUint16(20, true)
  const trailing = tail.length - at - endLength - comment
  const position = source.size - tailLength + at
  if (comment > 0) findings.push(finding('zip.comment', '', { bytes: comment }))
  if (trailing > 0)
    findings.push(finding('zip.outside-bytes', '', { offset: source.size - trailing, bytes: trailing }))
  if (view.getUint16(4, true) !== 0 || view.getUint16(6, true) !== 0)
    findings.push(finding('zip.multi-disk', ''))

  const narrow = {
    entries: view.getUint16(10, true),
    size: view.getUint32(12, true),
    offset: view.getUint32(16, true),
  }
  if (view.getUint16(8, true) !== narrow.entries) findings.push(finding('zip.multi-disk', ''))
  const wide = await readZip64End(source, position, findings)
  const sentinel = narrow.entries === full16 || narrow.size === full32 || narrow.offset === full32
  if (wide === undefined) {
    if (sentinel) findings.push(finding('zip.unreadable', '', { reason: 'ZIP64' }))
    return sentinel ? undefined : endOf(narrow, position, source, findings)
  }
  const agree =
    (narrow.entries === full16 || narrow.entries === wide.declared.entries) &&
    (narrow.size === full32 || narrow.size === wide.declared.size) &&
    (narrow.offset === full32 || narrow.offset === wide.declared.offset)
  if (!agree) findings.push(finding('zip.header-mismatch', '', { field: 'ZIP64' }))
  return endOf(wide.declared, wide.position, source, findings)
}

async function endOf(
  declared: Declared,
  position: number,
  source: ByteSource,
  findings: Finding[],
): Promise<ZipEnd | undefined> {
  const gap = position - declared.offset - declared.size
  const end = { entries: declared.entries, directorySize: declared.size }
  if (gap < 0) {
    findings.push(finding('zip.unreadable', '', { reason: 'central directory' }))
    return undefined
  }
  if (gap === 0) return { ...end, directoryOffset: declared.offset, shift: 0 }
  // Either bytes were put before the archive, or between its directory and its end: look where the directory is.
  const shifted = await startsWith(source, position - declared.size, signatures.central)
  findings.push(
    finding('zip.outside-bytes', '', { offset: shifted ? 0 : declared.offset + declared.size, bytes: gap }),
  )
  return shifted
    ? { ...end, directoryOffset: position - declared.size, shift: gap }
    : { ...end, directoryOffset: declared.offset, shift: 0 }
}

/** The end record that reaches to the end of the file; failing that, the last one that does not reach beyond. */
function findEnd(tail: Bytes): number | undefined {
  let last: number | undefined
  const view = viewOf(tail)
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== signatures.end) continue
    const rest = tail.length - at - endLength - view.getUint16(at + 20, true)
    if (rest === 0) return at
    if (rest > 0) last ??= at
  }
  return last
}

async function readZip64End(
  source: ByteSource,
  position: number,
  findings: Finding[],
): Promise<{ declared: Declared; position: number } | undefined> {
  if (position < 20 || !(await startsWith(source, position - 20, signatures.zip64Locator))) return undefined
  const locator = viewOf(await source.read(position - 20, 20))
  const at = Number(locator.getBigUint64(8, true))
  const disks = locator.getUint32(4, true) !== 0 || locator.getUint32(16, true) > 1
  if (disks) findings.push(finding('zip.multi-disk', ''))
  // The record stands right before its locator, without the extensible data nobody defined a use for.
  const expected = position - 20 - 56
  if (expected < 0 || !(await startsWith(source, expected, signatures.zip64End))) return undefined
  const record = viewOf(await source.read(expected, 56))
  if (at !== expected || record.getBigUint64(4, true) !== 44n)
    findings.push(finding('zip.header-mismatch', '', { field: 'ZIP64' }))
  if (record.getUint32(16, true) !== 0 || record.getUint32(20, true) !== 0)
    findings.push(finding('zip.multi-disk', ''))
  const [here, entries, size, offset] = [24, 32, 40, 48].map((field) =>
    Number(record.getBigUint64(field, true)),
  ) as [number, number, number, number]
  if (here !== entries) findings.push(finding('zip.multi-disk', ''))
  return { declared: { entries, size, offset }, position: expected }
}

async function startsWith(source: ByteSource, at: number, signature: number): Promise<boolean> {
  const bytes = await source.read(at, 4)
  return bytes.length === 4 && viewOf(bytes).getUint32(0, true) === signature
}

/** A view of exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
