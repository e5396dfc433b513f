import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { type CentralRecord, wideValues } from './zip-directory.ts'
import { viewOf } from './zip-end.ts'
import { flags, full32, signatures } from './zip-format.ts'

/** Where the bytes of an entry lie. */
export interface Span {
  readonly record: CentralRecord
  readonly dataOffset: number
  /** The local header has no extra field but a needed ZIP64 one, and flags as this program sets them. */
  readonly plain: boolean
}

/**
 * Holds every local record (APPNOTE 4.3.7 to 4.3.9) against its central one, and all of them against the bytes
 * before the central directory: no gap, no overlap. Sorted by place; what has no local record is left out.
 */
export async function tileRecords(
  source: ByteSource,
  records: readonly CentralRecord[],
  directoryOffset: number,
  findings: Finding[],
): Promise<Span[]> {
  const spans: Span[] = []
  const sorted = [...records].sort((a, b) => a.offset - b.offset)
  let position = 0
  for (const [n, record] of sorted.entries()) {
    const boundary = sorted[n + 1]?.offset ?? directoryOffset
    if (record.offset > position)
      findings.push(
        finding('zip.outside-bytes', record.name, { offset: position, bytes: record.offset - position }),
      )
    if (record.offset < position) findings.push(finding('zip.overlap', record.name))
    const local = await readLocal(source, record, findings)
    if (local === undefined) {
      position = Math.max(position, boundary)
      continue
    }
    spans.push({ record, dataOffset: local.dataOffset, plain: local.plain })
    const dataEnd = local.dataOffset + record.compressedSize
    position = dataEnd
    if ((record.flags & flags.descriptor) !== 0) {
      const length = await descriptorLength(source, record, dataEnd, boundary - dataEnd, local.wide)
      if (length === undefined)
        findings.push(finding('zip.header-mismatch', record.name, { field: 'descriptor' }))
      // What is no descriptor is then reported once, not again as bytes that belong to nothing.
      position = length === undefined ? Math.max(dataEnd, boundary) : dataEnd + length
    }
  }
  if (position > directoryOffset) findings.push(finding('zip.overlap', sorted.at(-1)?.name ?? ''))
  if (position < directoryOffset)
    findings.push(finding('zip.outside-bytes', '', { offset: position, bytes: directoryOffset - position }))
  return spans
}

async function readLocal(
  source: ByteSource,
  record: CentralRecord,
  findings: Finding[],
): Promise<{ dataOffset: number; plain: boolean; wide: boolean } | undefined> {
  const mismatch = (field: string): void => {
    findings.push(finding('zip.header-mismatch', record.name, { field }))
  }
  const fixed = await source.read(record.offset, 30 + record.rawName.length)
  const view = viewOf(fixed)
  if (fixed.length < 30 || view.getUint32(0, true) !== signatures.local) {
    mismatch('local header')
    return undefined
  }
  const nameLength = view.getUint16(26, true)
  const extraLength = view.getUint16(28, true)
  const dataOffset = record.offset + 30 + nameLength + extraLength
  const sameName =
    nameLength === record.rawName.length && record.rawName.every((byte, n) => byte === fixed[30 + n])
  if (!sameName) mismatch('name')
  if (view.getUint16(6, true) !== record.flags) mismatch('flags')
  if (view.getUint16(8, true) !== record.method) mismatch('method')
  if (view.getUint16(10, true) !== record.time || view.getUint16(12, true) !== record.date) mismatch('time')

  const extra = await source.read(record.offset + 30 + nameLength, extraLength)
  const narrow = [view.getUint32(22, true), view.getUint32(18, true)]
  const sizes = wideValues(extra, narrow)
  if (sizes === undefined) mismatch('extra')
  else if (!sizesAgree(record, view.getUint32(14, true), sizes)) mismatch('size')
  const wide = narrow.includes(full32)
  const plain = extraLength === (wide ? 20 : 0) && view.getUint16(4, true) === record.version
  return { dataOffset, wide, plain: plain && isPlain(record) }
}

const isPlain = (record: CentralRecord): boolean =>
  (record.flags & ~(flags.utf8 | flags.descriptor)) === 0 && (record.flags & flags.utf8) !== 0

/** With a descriptor the local header may leave CRC and sizes at zero (APPNOTE 4.4.4). */
function sizesAgree(record: CentralRecord, crc32: number, sizes: readonly number[]): boolean {
  const pairs: readonly (readonly [number | undefined, number])[] = [
    [crc32, record.crc32],
    [sizes[0], record.size],
    [sizes[1], record.compressedSize],
  ]
  const later = (record.flags & flags.descriptor) !== 0
  return pairs.every(([local, central]) => local === central || (later && local === 0))
}

/** Length of the descriptor behind the data: with or without signature, 32 or 64 bits; undefined when none fits. */
async function descriptorLength(
  source: ByteSource,
  record: CentralRecord,
  at: number,
  room: number,
  wide: boolean,
): Promise<number | undefined> {
  if (room < 12) return undefined
  const bytes = await source.read(at, Math.min(24, room))
  const shapes: readonly (readonly [signed: boolean, wide: boolean])[] = [
    [true, wide],
    [false, wide],
    [true, !wide],
    [false, !wide],
  ]
  const fitting = shapes.filter((shape) => isDescriptor(bytes, record, ...shape))
  const lengths = fitting.map(([signed, is64]) => (signed ? 4 : 0) + (is64 ? 20 : 12))
  return lengths.find((length) => length === room) ?? lengths[0]
}

function isDescriptor(bytes: Bytes, record: CentralRecord, signed: boolean, wide: boolean): boolean {
  const view = viewOf(bytes)
  const start = signed ? 4 : 0
  if (bytes.length < start + (wide ? 20 : 12)) return false
  if (signed && view.getUint32(0, true) !== signatures.descriptor) return false
  const size = (field: number): number =>
    wide
      ? Number(view.getBigUint64(start + 4 + field * 8, true))
      : view.getUint32(start + 4 + field * 4, true)
  return (
    view.getUint32(start, true) === record.crc32 &&
    size(0) === record.compressedSize &&
    size(1) === record.size
  )
}
