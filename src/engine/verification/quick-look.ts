import type { Finding } from '../../shared/contract/finding.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import { openZip } from '../container/zip-reader.ts'
import { readEntry } from '../container/zip-entry.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { checkAsicSignature, isOutsideManifest } from './asic-signature.ts'
import { readBag } from './bag.ts'
import { type BundleFile, readControls } from './bundle-file.ts'
import { type BundleIndex, readBundleIndex } from './bundle-index.ts'
import { type CmsVerdict, verifyDetachedCms } from './cms.ts'
import { streamDigests } from './file-digests.ts'
import { bagFolder, type FileTree, isSystemFile, listFiles } from './folder.ts'
import { HostFaults, orElse } from './host-faults.ts'
import { verifyPdfSignatures } from './pdf-signature.ts'
import { claimedPdfSigner } from './pdf-claim.ts'
import { kindOf, type VerifyOptions } from './verify.ts'

/**
 * What a file or folder is, and what it says of itself. Facts and never verdicts: apart from the lists, no content was
 * read, so nothing here says whether anything was changed.
 */
export interface QuickLook {
  /** A bundle of ours, another ASiC container, a plain bag, a PDF, a ZIP or folder without lists, or nothing known. */
  readonly kind: 'bundle' | 'asic' | 'bag' | 'pdf' | 'zip' | 'folder' | 'unknown'
  /** Of the files together; of a PDF the file itself. */
  readonly bytes: number
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  /** Files a list names that are not here, and files here that it does not name; by their names alone. */
  readonly missing: readonly string[]
  readonly unlisted: readonly string[]
  /** Who says to have signed, and when; taken from the signature as it stands. */
  readonly claimed?: {
    readonly name: string
    readonly certificateSha256: string
    readonly signingTime?: Date
  }
  /** Whether the signature and the signed list belong together; of a PDF nothing is said. */
  readonly list: 'fits' | 'differs' | 'unclear' | 'none'
  /** Description files (lists, index, certificate) that are not as the signed list says. */
  readonly changedLists: readonly string[]
  /** How many oddities the structure shows; a full verification names them. */
  readonly oddities: number
  readonly draft: boolean
}

/** Looks at a file without reading its contents. Never throws on bad input; throws as `verifySource`. */
export async function lookAtSource(source: ByteSource, options: VerifyOptions): Promise<QuickLook> {
  const faults = new HostFaults()
  return orElse(
    faults,
    () => lookAtFile(faults.source(source), options),
    () => ({ ...nothingKnown, bytes: source.size, oddities: 1 }),
  )
}

/** Looks at a folder without reading its contents. Never throws on bad input; throws as `verifyTree`. */
export async function lookAtTree(tree: FileTree, options: VerifyOptions): Promise<QuickLook> {
  const faults = new HostFaults()
  return orElse(
    faults,
    () => lookAtFolder(faults.tree(tree), options),
    () => ({ ...nothingKnown, oddities: 1 }),
  )
}

const nothingKnown: QuickLook = {
  kind: 'unknown',
  bytes: 0,
  files: [],
  missing: [],
  unlisted: [],
  list: 'none',
  changedLists: [],
  oddities: 0,
  draft: false,
}

async function lookAtFile(source: ByteSource, options: VerifyOptions): Promise<QuickLook> {
  const kind = await kindOf(source)
  if (kind === 'pdf') return lookAtPdf(source, options)
  if (kind === 'unknown') return { ...nothingKnown, bytes: source.size }
  const zip = await openZip(source, options.limits)
  const files = zip.entries.map((entry): BundleFile => ({
    path: entry.name,
    size: entry.size,
    stream: () => readEntry(zip, entry, options.crc32),
    source: () => Promise.resolve(undefined),
  }))
  return lookAtFiles('zip', files, [...zip.findings], options)
}

async function lookAtFolder(tree: FileTree, options: VerifyOptions): Promise<QuickLook> {
  const findings: Finding[] = []
  const all = await listFiles(tree, findings, options)
  if (all === undefined) return { ...nothingKnown, kind: 'folder', oddities: findings.length }
  const prefix = bagFolder(all)
  const files = all
    .filter((file) => file.path.startsWith(prefix) && !isSystemFile(file))
    .map((file) => ({ ...file, path: file.path.slice(prefix.length) }))
  return lookAtFiles('folder', files, findings, options)
}

async function lookAtFiles(
  container: 'zip' | 'folder',
  files: readonly BundleFile[],
  findings: Finding[],
  options: VerifyOptions,
): Promise<QuickLook> {
  const controls = await readControls(files, findings)
  const signature = await checkAsicSignature(controls, {
    ...options,
    verifyCms: verifyDetachedCms,
    verifyPdf: verifyPdfSignatures,
  })
  const paths = new Set(files.map(({ path }) => path))
  const bag = readBag(controls, paths)
  const index = indexOf(controls, findings)
  findings.push(...(signature?.findings ?? []), ...(bag?.findings ?? []))
  const listed = signature?.manifest?.references.map(({ path }) => path) ?? [
    ...new Set((bag?.manifests ?? []).flatMap(({ lines }) => [...lines.keys()])),
  ]
  const named = new Set(listed)
  const claimed = await claimOf(signature?.verdict)
  return {
    kind:
      index !== undefined
        ? 'bundle'
        : signature !== undefined
          ? 'asic'
          : bag !== undefined
            ? 'bag'
            : container,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    files: files.map(({ path, size }) => ({ path, bytes: size })),
    missing: listed.filter((path) => !paths.has(path)),
    unlisted:
      signature?.manifest !== undefined
        ? [...paths].filter((path) => !named.has(path) && !isOutsideManifest(path))
        : bag === undefined
          ? []
          : [...paths].filter((path) => path.startsWith('data/') && !named.has(path)),
    ...(claimed === undefined ? {} : { claimed }),
    list: listState(signature?.verdict),
    changedLists: await changedLists(controls, signature?.manifest?.references ?? [], options),
    oddities: findings.filter(({ severity }) => severity === 'error').length,
    draft: index?.draft === true,
  }
}

function indexOf(controls: ReadonlyMap<string, Bytes>, findings: Finding[]): BundleIndex | undefined {
  const bytes = controls.get('dossier.json')
  return bytes === undefined ? undefined : readBundleIndex(bytes, findings)
}

function listState(verdict: CmsVerdict | undefined): QuickLook['list'] {
  if (verdict === undefined) return 'none'
  if (verdict.integrity === 'intact') return 'fits'
  return verdict.integrity === 'changed' ? 'differs' : 'unclear'
}

async function claimOf(
  verdict: Pick<CmsVerdict, 'signerName' | 'certificate' | 'signingTime'> | undefined,
): Promise<QuickLook['claimed']> {
  const { signerName, certificate, signingTime } = verdict ?? {}
  if (signerName === undefined || certificate === undefined) return undefined
  const digest = await crypto.subtle.digest('SHA-256', certificate)
  return {
    name: signerName,
    certificateSha256: hexOf(new Uint8Array(digest)),
    ...(signingTime === undefined ? {} : { signingTime }),
  }
}

/** The lists are in memory already: their own digests cost nothing. */
async function changedLists(
  controls: ReadonlyMap<string, Bytes>,
  references: NonNullable<
    NonNullable<Awaited<ReturnType<typeof checkAsicSignature>>>['manifest']
  >['references'],
  { hashing }: VerifyOptions,
): Promise<string[]> {
  const changed: string[] = []
  for (const { path, algorithm, digest } of references) {
    const bytes = controls.get(path)
    if (bytes === undefined || algorithm === undefined) continue
    const found = await streamDigests(once(bytes), [algorithm], hashing, () => undefined)
    if (found.get(algorithm) !== digest) changed.push(path)
  }
  return changed
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes
}

async function lookAtPdf(source: ByteSource, options: VerifyOptions): Promise<QuickLook> {
  const found = await claimedPdfSigner(source, options)
  const claimed = await claimOf(found.signer)
  return {
    ...nothingKnown,
    kind: 'pdf',
    bytes: source.size,
    files: [],
    ...(claimed === undefined ? {} : { claimed }),
    oddities: found.isReadable ? 0 : 1,
  }
}
