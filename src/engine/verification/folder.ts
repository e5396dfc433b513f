import { type Finding, finding } from '../../shared/contract/finding.ts'
import { asic } from '../container/asic-manifest.ts'
import { collisionKey, pathFault } from '../container/safe-name.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import type { BundleFile } from './bundle-file.ts'
import { verifyBundleFiles } from './bundle-files.ts'
import { checkDisc } from './disc-folder.ts'
import type { BundleOptions, VerificationReport } from './report.ts'

/** A folder to be verified; paths relative to it, with `/`. */
export interface FileTree {
  list(): AsyncIterable<{ readonly path: string; readonly size: number; readonly isLink?: boolean }>
  open(path: string): Promise<ByteSource>
}

const longestPath = 1024

/**
 * Verifies an unpacked bundle, a disc folder that holds one, or a plain bag. Files of the operating system are
 * warnings. Never throws for what the bytes say; throws AbortError, and what `list` throws.
 */
export async function verifyFolder(tree: FileTree, options: BundleOptions): Promise<VerificationReport> {
  const findings: Finding[] = []
  const all = await listFiles(tree, findings, options)
  if (all === undefined)
    return {
      integrity: 'cannot-confirm',
      signer: 'none',
      time: 'none',
      findings,
      details: { kind: 'unknown', files: 0, bytes: 0 },
    }
  const prefix = bagFolder(all)
  const files = all
    .filter(({ path }) => path.startsWith(prefix))
    .map((file) => ({ ...file, path: file.path.slice(prefix.length) }))
  const outside = all.filter(({ path }) => !path.startsWith(prefix))
  for (const { path } of outside.filter(isSystemFile)) findings.push(finding('container.system-file', path))
  return verifyBundleFiles(
    files,
    findings,
    {
      isSystemFile,
      check: async ({ ours, signed, index }) => [
        ...(ours || signed ? await mimetypeFindings(files) : []),
        ...(await checkDisc(
          prefix,
          files,
          outside.filter((file) => !isSystemFile(file)),
          index,
          options,
        )),
      ],
    },
    options,
  )
}

/** What Windows and macOS leave behind wherever they looked. */
export const isSystemFile = ({ path }: BundleFile): boolean =>
  /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i.test(path)

/** Every regular file; undefined when there are more, or larger ones, than the limits allow. */
export async function listFiles(
  tree: FileTree,
  findings: Finding[],
  options: Pick<BundleOptions, 'limits' | 'signal'>,
): Promise<BundleFile[] | undefined> {
  const { limits, signal } = options
  const files = new Map<string, BundleFile>()
  let bytes = 0
  for await (const { path: written, size, isLink } of tree.list()) {
    signal.throwIfAborted()
    // Some file systems decompose names; the lists are composed.
    const path = written.normalize('NFC')
    if (isLink === true) findings.push(finding('container.link', path))
    const fault = pathFault(path, longestPath)
    if (fault !== undefined) findings.push(finding('container.unsafe-name', path, { reason: fault }))
    const key = collisionKey(path)
    const other = files.get(key)
    if (other !== undefined) findings.push(finding('container.name-collision', path, { other: other.path }))
    if (isLink === true) continue
    bytes += size
    files.set(other === undefined ? key : path, fileOf(tree, written, path, size))
    if (files.size > limits.maxEntries) {
      findings.push(
        finding('container.too-many-files', '', { entries: files.size, limit: limits.maxEntries }),
      )
      return undefined
    }
  }
  if (bytes > limits.maxBytes) {
    findings.push(finding('container.too-large', '', { bytes, limit: limits.maxBytes }))
    return undefined
  }
  return [...files.values()]
}

function fileOf(tree: FileTree, written: string, path: string, size: number): BundleFile {
  return {
    path,
    size,
    source: () => tree.open(written),
    async *stream(): AsyncGenerator<Bytes> {
      yield* (await tree.open(written)).stream()
    },
  }
}

const rootMarks = ['bagit.txt', asic.mimetypePath, asic.manifestPath, 'dossier.json']

/** The folder the bag lies in: the root, or its only subfolder that looks like one. Ends with `/` unless empty. */
export function bagFolder(files: readonly BundleFile[]): string {
  const paths = new Set(files.map(({ path }) => path))
  const looksLikeBag = (prefix: string): boolean => rootMarks.some((mark) => paths.has(prefix + mark))
  if (looksLikeBag('')) return ''
  const subfolders = new Set(files.flatMap(({ path }) => /^[^/]+\//.exec(path)?.[0] ?? []))
  const candidates = [...subfolders].filter(looksLikeBag)
  return candidates.length === 1 ? (candidates[0] ?? '') : ''
}

async function mimetypeFindings(files: readonly BundleFile[]): Promise<Finding[]> {
  const file = files.find(({ path }) => path === asic.mimetypePath)
  if (file?.size === asic.mimetype.length) {
    const source = await file.source()
    const bytes = await source?.read(0, file.size)
    if (bytes !== undefined && new TextDecoder().decode(bytes) === asic.mimetype) return []
  }
  return [finding('container.mimetype', asic.mimetypePath)]
}
