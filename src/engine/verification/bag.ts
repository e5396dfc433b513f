import { type Finding, finding } from '../../shared/contract/finding.ts'
import { bagDeclaration } from '../container/bag.ts'
import { pathFault } from '../container/safe-name.ts'
import type { Bytes } from '../ports.ts'
import { type DigestAlgorithm, hexLengths, isDigestAlgorithm } from './file-digests.ts'

/** A list of files: path to digest in lower-case hex. */
export interface FileList {
  readonly path: string
  readonly algorithm: DigestAlgorithm
  readonly lines: ReadonlyMap<string, string>
}

/** What the tag files of a bag say (RFC 8493, and its drafts from 0.93 on). */
export interface Bag {
  /** 1.0 and later: every manifest must list every payload file. */
  readonly complete: boolean
  readonly manifests: readonly FileList[]
  readonly tagManifests: readonly FileList[]
  readonly payloadOxum: string | undefined
  readonly hasFetch: boolean
  readonly findings: readonly Finding[]
}

const manifestName = /^(tag)?manifest-([A-Za-z0-9]+)\.txt$/
const longestPath = 1024
/** A list with so many bad lines is no list; the rest of it is not read. */
const mostBadLines = 100
const assumed = bagDeclaration()

/**
 * Reads the tag files of a bag. `control`: small files of its root by path; `present`: every path there is.
 * Undefined when there is neither bagit.txt nor a manifest. Never throws.
 */
export function readBag(control: ReadonlyMap<string, Bytes>, present: ReadonlySet<string>): Bag | undefined {
  const declared = control.get('bagit.txt')
  const looksLikeBag = [...control.keys()].some((path) => manifestName.test(path))
  if (declared === undefined && !looksLikeBag) return undefined
  const findings: Finding[] = []
  if (declared === undefined) findings.push(finding('container.file-missing', 'bagit.txt'))
  const { version, decoder } = readDeclaration(declared ?? assumed, findings)
  const reader: LineReader = { version, decoder, present, findings }
  const manifests: FileList[] = []
  const tagManifests: FileList[] = []
  for (const [path, bytes] of control) {
    const [, tag, name = ''] = manifestName.exec(path) ?? []
    if (name === '') continue
    const algorithm = name.toLowerCase()
    if (!isDigestAlgorithm(algorithm)) {
      findings.push(finding('bag.unknown-digest', path, { algorithm: name }))
      continue
    }
    const list = { path, algorithm, lines: readLines(reader, path, bytes, algorithm, tag === undefined) }
    ;(tag === undefined ? manifests : tagManifests).push(list)
  }
  if (manifests.length === 0) findings.push(finding('bag.no-manifest', ''))
  noteWeakDigests(manifests, findings)
  readFetch(reader, control.get('fetch.txt'))
  return {
    complete: version >= 1,
    manifests,
    tagManifests,
    payloadOxum: readPayloadOxum(decoder(control.get('bag-info.txt') ?? new Uint8Array())),
    hasFetch: control.has('fetch.txt'),
    findings,
  }
}

interface LineReader {
  readonly version: number
  readonly decoder: (bytes: Bytes) => string
  readonly present: ReadonlySet<string>
  readonly findings: Finding[]
}

function readDeclaration(
  bytes: Bytes,
  findings: Finding[],
): { version: number; decoder: (bytes: Bytes) => string } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const match =
    /^BagIt-Version: (\d+)\.(\d+)[ \t]*\r?\nTag-File-Character-Encoding: (\S+)[ \t]*[\r\n]*$/.exec(text)
  const version = match === null ? 1 : Number(`${match[1]}.${match[2]}`)
  if (match === null) findings.push(finding('bag.declaration', 'bagit.txt', { reason: 'syntax' }))
  else if (version > 1)
    findings.push(finding('bag.declaration', 'bagit.txt', { reason: `${match[1]}.${match[2]}` }))
  const encoding = match?.[3] ?? 'UTF-8'
  try {
    const label = new TextDecoder(encoding).encoding
    return {
      version,
      decoder: (body) => new TextDecoder(label === 'utf-16le' ? byteOrder(body) : label).decode(body),
    }
  } catch {
    findings.push(finding('bag.declaration', 'bagit.txt', { reason: encoding.slice(0, 40) }))
    return { version, decoder: (body) => new TextDecoder().decode(body) }
  }
}

const byteOrder = (body: Bytes): string => (body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : 'utf-16le')

/** The lines of a manifest (RFC 8493, 2.1.3). */
function readLines(
  reader: LineReader,
  list: string,
  bytes: Bytes,
  algorithm: DigestAlgorithm,
  payload: boolean,
): ReadonlyMap<string, string> {
  const { findings } = reader
  const lines = new Map<string, string>()
  let bad = 0
  const pattern = new RegExp(`^([0-9A-Fa-f]{${hexLengths[algorithm]}})[ \\t]+(\\*?(?:\\./)?)([^]+)$`)
  for (const [n, line] of reader
    .decoder(bytes)
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line === '') continue
    const [, digest, loose, written] = pattern.exec(line) ?? []
    if (digest === undefined || written === undefined) {
      findings.push(finding('bag.line', list, { line: n + 1 }))
      if (++bad >= mostBadLines) break
      continue
    }
    if (loose !== '') findings.push(finding('bag.loose-line', list, { line: n + 1 }))
    const path = pathOf(written, reader)
    if (pathFault(path.normalize('NFC'), longestPath) !== undefined || payload !== path.startsWith('data/'))
      findings.push(finding('bag.unsafe-path', list, { path }))
    const before = lines.get(path)
    if (before !== undefined) {
      const harmless = before === digest.toLowerCase() && reader.version < 1
      findings.push(finding(harmless ? 'bag.repeated-line' : 'bag.listed-twice', list, { path }))
    }
    lines.set(path, digest.toLowerCase())
  }
  return lines
}

/** RFC 8493 encodes %, CR and LF and nothing else; its drafts did not agree, so the name as written comes first. */
function pathOf(written: string, { version, present }: LineReader): string {
  const decoded = written.replace(/%(25|0[AaDd])/g, (code) => decodeURIComponent(code))
  const literal = version < 1 && present.has(written)
  return literal ? written : present.has(decoded) ? decoded : decoded.normalize('NFC')
}

/** What is to be fetched must be there by now; here only whether it would land in the payload. */
function readFetch(reader: LineReader, bytes: Bytes | undefined): void {
  if (bytes === undefined) return
  let bad = 0
  for (const [n, line] of reader
    .decoder(bytes)
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line === '') continue
    const written = /^\S+[ \t]+(?:\d+|-)[ \t]+([^]+)$/.exec(line)?.[1]
    if (written === undefined) {
      reader.findings.push(finding('bag.line', 'fetch.txt', { line: n + 1 }))
      if (++bad >= mostBadLines) return
      continue
    }
    const path = pathOf(written.replace(/^\.\//, ''), reader)
    if (pathFault(path.normalize('NFC'), longestPath) !== undefined || !path.startsWith('data/'))
      reader.findings.push(finding('bag.unsafe-path', 'fetch.txt', { path }))
    else if (!reader.present.has(path)) reader.findings.push(finding('container.file-missing', path))
  }
}

/** The last Payload-Oxum; labels are case-insensitive. */
function readPayloadOxum(info: string): string | undefined {
  const values = [...info.matchAll(/^Payload-Oxum[ \t]*:[ \t]*(\S+)[ \t]*$/gim)].map(([, value]) => value)
  return values.at(-1)
}

function noteWeakDigests(manifests: readonly FileList[], findings: Finding[]): void {
  const weak = manifests.find(({ algorithm }) => algorithm === 'md5' || algorithm === 'sha1')
  const strong = manifests.some(({ algorithm }) => algorithm !== 'md5' && algorithm !== 'sha1')
  if (weak !== undefined && !strong)
    findings.push(finding('bag.weak-digest', weak.path, { algorithm: weak.algorithm.toUpperCase() }))
}
