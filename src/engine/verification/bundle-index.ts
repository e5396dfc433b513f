import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { Bytes } from '../ports.ts'
import type { FileList } from './bag.ts'
import { type DigestAlgorithm, hexLengths } from './file-digests.ts'

/** What is taken from `dossier.json`; everything else in it is for readers, not for this check. */
export interface BundleIndex {
  readonly files: ReadonlyMap<string, IndexedFile>
  readonly pdfPath: string | undefined
  readonly draft: boolean
  /** The files on top of a disc folder, where the index names them. */
  readonly disc: ReadonlyMap<string, IndexedFile> | undefined
}

export interface IndexedFile {
  readonly bytes: number | undefined
  readonly digests: ReadonlyMap<DigestAlgorithm, string>
  /** Name on the holder's disk. */
  readonly originalName?: string
}

const indexPath = 'dossier.json'
const indexed = ['sha256', 'sha512', 'sm3'] as const
const checksums: Readonly<Record<string, DigestAlgorithm>> = {
  'checksums.sha256': 'sha256',
  'checksums.sm3': 'sm3',
}

/** Reads `dossier.json` leniently: keys of later versions are passed over. Undefined with a finding when it is bad. */
export function readBundleIndex(bytes: Bytes, findings: Finding[]): BundleIndex | undefined {
  try {
    const root: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!isRecord(root) || root['format'] !== 'rights-dossier/bundle' || !Array.isArray(root['files']))
      throw new SyntaxError('format')
    const files = indexedFiles(root['files'])
    const disc = Array.isArray(root['disc']) ? indexedFiles(root['disc']) : undefined
    const pdf = root['pdf']
    const pdfPath = isRecord(pdf) && typeof pdf['path'] === 'string' ? pdf['path'] : undefined
    return { files, pdfPath, draft: root['draft'] === true, disc }
  } catch (error) {
    const reason = error instanceof SyntaxError && error.message.length < 10 ? error.message : 'JSON'
    findings.push(finding('container.index-unreadable', indexPath, { reason }))
    return undefined
  }
}

function indexedFiles(list: readonly unknown[]): Map<string, IndexedFile> {
  const files = new Map<string, IndexedFile>()
  for (const entry of list) {
    if (!isRecord(entry) || typeof entry['path'] !== 'string' || files.has(entry['path']))
      throw new SyntaxError('files')
    files.set(entry['path'], indexedFile(entry))
  }
  return files
}

function indexedFile(entry: Readonly<Record<string, unknown>>): IndexedFile {
  const digests = new Map<DigestAlgorithm, string>()
  for (const algorithm of indexed) {
    const digest = entry[algorithm]
    if (typeof digest === 'string') digests.set(algorithm, digest)
  }
  // A list of files without digests would prove nothing.
  if (!digests.has('sha256')) throw new SyntaxError('sha256')
  const { bytes, originalName } = entry
  return {
    bytes: typeof bytes === 'number' ? bytes : undefined,
    digests,
    ...(typeof originalName === 'string' ? { originalName } : {}),
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The lists for `sha256sum -c` and `sm3sum -c`: digest, two spaces, path, nothing encoded. */
export function readChecksumLists(controls: ReadonlyMap<string, Bytes>, findings: Finding[]): FileList[] {
  return Object.entries(checksums).flatMap(([path, algorithm]) => {
    const bytes = controls.get(path)
    if (bytes === undefined) return []
    const lines = new Map<string, string>()
    for (const [n, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
      if (line === '') continue
      const [, digest, file] = /^([0-9a-f]+) {2}(.+)$/.exec(line) ?? []
      if (
        digest === undefined ||
        file === undefined ||
        digest.length !== hexLengths[algorithm] ||
        lines.has(file)
      )
        findings.push(finding('bag.line', path, { line: n + 1 }))
      else lines.set(file, digest)
    }
    return [{ path, algorithm, lines }]
  })
}
