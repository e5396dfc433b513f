import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { ByteSource } from '../ports.ts'
import { collisionKey, pathFault } from './safe-name.ts'
import { type CentralRecord, readDirectory } from './zip-directory.ts'
import { readZipEnd } from './zip-end.ts'
import { flags, madeBy, methods, regularFile } from './zip-format.ts'
import { type Span, tileRecords } from './zip-tiling.ts'

export interface ZipLimits {
  readonly maxEntries: number
  /** Of all files together, unpacked. */
  readonly maxBytes: number
  /** Of unpacked to packed size, for files above 1 MiB. */
  readonly maxRatio: number
}

/** A regular file of the archive that can be read. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc32: number
  readonly size: number
  readonly compressedSize: number
  /** Where its bytes start. */
  readonly dataOffset: number
  /** Whether its headers are exactly those this program writes, extra fields and permissions included. */
  readonly plain: boolean
}

export interface OpenedZip {
  readonly source: ByteSource
  /** In the order in which they lie in the archive. */
  readonly entries: readonly ZipEntry[]
  readonly findings: readonly Finding[]
}

const longestPath = 240
const bombBytes = 1_048_576

/**
 * Reads the structure of a ZIP file and refuses, as findings, all that two readers could understand differently:
 * every byte must belong to exactly one local record, the central directory or the end records. Reads no file.
 * Never throws for what the bytes say.
 */
export async function openZip(source: ByteSource, limits: ZipLimits): Promise<OpenedZip> {
  const findings: Finding[] = []
  const end = await readZipEnd(source, findings)
  if (end === undefined) return { source, entries: [], findings }
  if (end.entries > limits.maxEntries) {
    findings.push(finding('container.too-many-files', '', { entries: end.entries, limit: limits.maxEntries }))
    return { source, entries: [], findings }
  }
  const records = await readDirectory(source, end, findings)
  const spans = await tileRecords(source, records, end.directoryOffset, findings)
  judgeNames(records, findings)
  judgeTotal(records, limits, findings)
  return {
    source,
    entries: spans.filter((span) => isReadable(span.record, limits, findings)).map(entryOf),
    findings,
  }
}

function entryOf({ record, dataOffset, plain }: Span): ZipEntry {
  const { name, method, crc32, size, compressedSize } = record
  const asWritten =
    plain && record.internal === 0 && record.external === regularFile && record.madeBy === madeBy
  return { name, method, crc32, size, compressedSize, dataOffset, plain: asWritten }
}

/** Whether it is a file whose bytes may be read; findings say why not. */
function isReadable(record: CentralRecord, limits: ZipLimits, findings: Finding[]): boolean {
  const { name, size, compressedSize, method } = record
  const before = findings.length
  if (name.endsWith('/')) findings.push(finding('zip.directory-entry', name))
  else if (!isRegularFile(record)) findings.push(finding('container.link', name))
  // Bits 6 and 13: strong encryption and a hidden directory (APPNOTE 4.4.4).
  if ((record.flags & (flags.encrypted | (1 << 6) | (1 << 13))) !== 0 || method === 99)
    findings.push(finding('zip.encrypted', name))
  else if (method !== methods.stored && method !== methods.deflated)
    findings.push(finding('zip.method', name, { method }))
  if (size > bombBytes && size > compressedSize * limits.maxRatio)
    findings.push(finding('zip.ratio', name, { bytes: size, limit: limits.maxRatio }))
  if (method === methods.stored && size !== compressedSize)
    findings.push(finding('zip.size-wrong', name, { bytes: size }))
  return findings.length === before
}

/** The upper half of the external attributes is the UNIX mode where the upper half of "made by" says so. */
function isRegularFile({ madeBy: maker, external }: CentralRecord): boolean {
  const system = maker >> 8
  const type = (external >>> 16) & 0xf000
  const unix = system === 3 || system === 19
  return (external & 0x10) === 0 && (!unix || type === 0 || type === 0x8000)
}

function judgeNames(records: readonly CentralRecord[], findings: Finding[]): void {
  const seen = new Map<string, string>()
  const parents = new Set<string>()
  for (const { name } of records) {
    const bare = name.endsWith('/') ? name.slice(0, -1) : name
    const fault = pathFault(bare, longestPath)
    if (fault !== undefined) findings.push(finding('container.unsafe-name', name, { reason: fault }))
    const key = collisionKey(bare)
    const other = seen.get(key)
    if (other === bare) findings.push(finding('zip.duplicate-name', name))
    else if (other !== undefined) findings.push(finding('container.name-collision', name, { other }))
    else seen.set(key, bare)
    if (!name.endsWith('/')) for (const parent of parentsOf(key)) parents.add(parent)
  }
  for (const { name } of records)
    if (!name.endsWith('/') && parents.has(collisionKey(name)))
      findings.push(finding('container.name-collision', name, { other: `${name}/` }))
}

function parentsOf(path: string): string[] {
  const segments = path.split('/')
  return segments.slice(1).map((_, n) => segments.slice(0, n + 1).join('/'))
}

function judgeTotal(records: readonly CentralRecord[], limits: ZipLimits, findings: Finding[]): void {
  const bytes = records.reduce((sum, record) => sum + record.size, 0)
  if (bytes > limits.maxBytes)
    findings.push(finding('container.too-large', '', { bytes, limit: limits.maxBytes }))
}
