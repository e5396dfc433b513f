import { type Finding, finding } from '../../shared/contract/finding.ts'
import { asic } from '../container/asic-manifest.ts'
import { bagPaths } from '../container/bag.ts'
import { hashBytes } from '../container/digest.ts'
import { isSafeContainerPath } from '../container/safe-name.ts'
import type { Bytes } from '../ports.ts'
import { parsePemCertificates } from '../signing/certificate.ts'
import { type AsicSignature, checkAsicSignature } from './asic-signature.ts'
import { type Bag, readBag } from './bag.ts'
import { compareFiles, type ExpectedFiles, listedPaths, wantedDigests } from './bundle-comparison.ts'
import { type BundleFile, digestFiles, readControls } from './bundle-file.ts'
import { type BundleIndex, readBundleIndex, readChecksumLists } from './bundle-index.ts'
import { checkBundlePdf } from './bundle-pdf.ts'
import { bundleIntegrity } from './bundle-verdict.ts'
import { signerDetails } from './signer-details.ts'
import type { BundleOptions, Integrity, VerificationDetails, VerificationReport } from './report.ts'
import { hexOf } from '../../shared/domain/hex.ts'

const indexPath = 'dossier.json'

/** What can hide a bundle; an ordinary ZIP, however odd, is simply not signed. */
const ambiguous: ReadonlySet<string> = new Set([
  'zip.unreadable',
  'zip.outside-bytes',
  'zip.overlap',
  'zip.header-mismatch',
])

/** What differs between a ZIP and a folder. */
export interface Layout {
  /** A file the operating system leaves behind; passed over with a warning unless a list names it. */
  isSystemFile(file: BundleFile): boolean
  /** Findings that need to know what lies here. */
  check(bundle: {
    /** It says that it is a bundle of ours. */
    readonly ours: boolean
    readonly signed: boolean
    readonly index: BundleIndex | undefined
  }): Promise<readonly Finding[]>
}

/**
 * The one check of a ZIP and of a folder: signature, lists, every file, the index, the PDF inside. `found`: what the
 * layout showed already. Returns findings and verdicts; throws only AbortError.
 */
export async function verifyBundleFiles(
  files: readonly BundleFile[],
  found: readonly Finding[],
  layout: Layout,
  options: BundleOptions,
): Promise<VerificationReport> {
  const findings = [...found]
  const byPath = new Map(files.map((file) => [file.path, file]))
  const controls = await readControls(
    files.filter((file) => !layout.isSystemFile(file)),
    findings,
  )
  const signature = await checkAsicSignature(controls, options)
  const bag = readBag(controls, new Set(byPath.keys()))
  const ours =
    byPath.has(indexPath) || (signature?.manifest?.references ?? []).some(({ path }) => path === indexPath)
  const index = ours ? indexOf(controls, findings) : undefined
  findings.push(...(signature?.findings ?? []), ...(bag?.findings ?? []))

  const expected: ExpectedFiles = {
    manifest: signature?.manifest,
    bag,
    checksums: ours ? readChecksumLists(controls, findings) : [],
    index,
  }
  const listed = listedPaths(expected)
  for (const file of files.filter((file) => layout.isSystemFile(file) && !listed.has(file.path))) {
    findings.push(finding('container.system-file', file.path))
    byPath.delete(file.path)
  }
  const unique = [...byPath.values()]
  const wanted = wantedDigests(expected, [...byPath.keys()])
  const digests = await digestFiles(unique, wanted, controls, findings, options)
  findings.push(...compareFiles(expected, new Map(unique.map(({ path, size }) => [path, size])), digests))

  findings.push(...(await layout.check({ ours, signed: signature !== undefined, index })))
  if (ours) findings.push(...ownLayout(byPath, signature, bag), ...certificateFindings(controls, signature))
  const pdf = ours
    ? await checkBundlePdf(byPath, index?.pdfPath, signature?.verdict, findings, options)
    : undefined
  if (index?.draft === true) findings.push(finding('container.draft', indexPath))

  const nothing = signature === undefined && bag === undefined && !ours
  const starting = startingIntegrity(signature, bag, ours, findings)
  const integrity = bundleIntegrity(findings, starting, ours)
  return {
    integrity: nothing && !findings.some(({ code }) => ambiguous.has(code)) ? 'not-signed' : integrity,
    signer: signature?.verdict?.signer ?? 'none',
    time: signature?.verdict?.time ?? 'none',
    findings: once(findings),
    details: {
      kind: ours ? 'bundle' : signature !== undefined ? 'asic' : bag !== undefined ? 'bag' : 'unknown',
      files: unique.length,
      bytes: unique.reduce((sum, file) => sum + file.size, 0),
      ...signerDetails(signature?.verdict, await fingerprintOf(signature, options)),
      ...(index === undefined ? {} : { draft: index.draft, ...originalNames(index, findings) }),
      ...(pdf === undefined ? {} : { pdf }),
    },
  }
}

/** The same thing may be noticed from two sides. */
function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()]
}

function indexOf(controls: ReadonlyMap<string, Bytes>, findings: Finding[]): BundleIndex | undefined {
  const bytes = controls.get(indexPath)
  return bytes === undefined ? undefined : readBundleIndex(bytes, findings)
}

/** What the signature alone would give; says so where there is none. */
function startingIntegrity(
  signature: AsicSignature | undefined,
  bag: Bag | undefined,
  ours: boolean,
  findings: Finding[],
): Integrity {
  if (signature !== undefined) {
    if (!ours && signature.manifest !== undefined) findings.push(finding('container.foreign', ''))
    const verdict = signature.verdict?.integrity ?? 'cannot-confirm'
    // An unreadable signature does not make the files unreadable.
    return verdict === 'unreadable' ? 'cannot-confirm' : verdict
  }
  findings.push(
    finding(bag === undefined && !ours ? 'container.nothing-found' : 'container.no-signature', ''),
  )
  return 'not-signed'
}

/** What a bundle of ours has beside what its signed list names, and how its paths look. */
function ownLayout(
  files: ReadonlyMap<string, BundleFile>,
  signature: AsicSignature | undefined,
  bag: Bag | undefined,
): Finding[] {
  const findings: Finding[] = []
  const needed: string[] = [
    asic.mimetypePath,
    asic.manifestPath,
    bagPaths.declaration,
    bagPaths.sha256,
    bagPaths.tags,
  ]
  if (signature?.manifest === undefined) needed.push(asic.signaturePath)
  for (const path of needed) {
    if (files.has(path)) continue
    const renamed = path === asic.manifestPath ? signature?.manifestPath : undefined
    findings.push(
      renamed === undefined
        ? finding('container.file-missing', path)
        : finding('container.file-renamed', path, { to: renamed }),
    )
  }
  if (bag?.hasFetch === true) findings.push(finding('bag.fetch', 'fetch.txt'))
  for (const path of files.keys())
    if (!isSafeContainerPath(path))
      findings.push(finding('container.unsafe-name', path, { reason: 'format' }))
  return findings
}

/** The certificate a person is told to compare with paper must be the one that signed. */
function certificateFindings(
  controls: ReadonlyMap<string, Bytes>,
  signature: AsicSignature | undefined,
): Finding[] {
  const path = 'signer.pem.txt'
  const bytes = controls.get(path)
  const signer = signature?.verdict?.certificate
  if (bytes === undefined || signer === undefined) return []
  const [first] = certificatesIn(new TextDecoder().decode(bytes))
  const same = first?.length === signer.length && first.every((byte, n) => byte === signer[n])
  return same ? [] : [finding('container.certificate-differs', path)]
}

function certificatesIn(text: string): readonly Bytes[] {
  try {
    return parsePemCertificates(text)
  } catch {
    return []
  }
}

async function fingerprintOf(
  signature: AsicSignature | undefined,
  { hashing }: BundleOptions,
): Promise<string | undefined> {
  const certificate = signature?.verdict?.certificate
  return certificate && hexOf(await hashBytes(hashing, 'sha256', certificate))
}

/** What the files a person reads about are called on the holder's disk. */
function originalNames(
  { files }: BundleIndex,
  findings: readonly Finding[],
): Pick<VerificationDetails, 'originalNames'> {
  const named = findings.flatMap(({ subject }) => {
    const name = files.get(subject)?.originalName
    return name === undefined ? [] : [[subject, name] as const]
  })
  return named.length === 0 ? {} : { originalNames: new Map(named) }
}
