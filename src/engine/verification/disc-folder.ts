import { type Finding, finding } from '../../shared/contract/finding.ts'
import { discBagFolder, discNames } from '../../shared/domain/bundle-names.ts'
import type { BundleFile } from './bundle-file.ts'
import type { BundleIndex } from './bundle-index.ts'
import { bundlePdfPath } from './bundle-pdf.ts'
import { streamDigests } from './file-digests.ts'
import type { BundleOptions } from './report.ts'

/**
 * Judges the files beside the bag of a disc folder: those the index names by their digest; failing that, the copy of
 * the merged PDF by the original, and the rest by name only. `prefix`: folder of the bag, `90_…/`; empty when the
 * bag itself is verified.
 */
export async function checkDisc(
  prefix: string,
  bagFiles: readonly BundleFile[],
  outside: readonly BundleFile[],
  index: BundleIndex | undefined,
  options: BundleOptions,
): Promise<Finding[]> {
  const language = (['zh', 'en'] as const).find((candidate) => `${discBagFolder[candidate]}/` === prefix)
  if (language === undefined) return outside.map(({ path }) => finding('disc.not-covered', path))
  if (index?.disc !== undefined) return checkListed(index.disc, outside, options)

  const names = discNames[language]
  const expected: readonly string[] = Object.values(names)
  const present = new Set(outside.map(({ path }) => path))
  const findings = [
    ...expected.filter((path) => !present.has(path)).map((path) => finding('container.file-missing', path)),
    ...outside
      .filter(({ path }) => !expected.includes(path))
      .map(({ path }) => finding('container.file-added', path)),
  ]
  for (const file of outside) {
    if (file.path === names.bundle) findings.push(...(await checkCopy(file, bagFiles, index, options)))
    if (file.path === names.table) findings.push(...(await checkSigned(file, options)))
    if (file.path === names.note) findings.push(finding('disc.not-covered', file.path))
  }
  return findings
}

async function checkListed(
  listed: NonNullable<BundleIndex['disc']>,
  outside: readonly BundleFile[],
  options: BundleOptions,
): Promise<Finding[]> {
  const digests = new Map<string, string>()
  for (const file of outside) digests.set(file.path, await sha256Of(file, options))
  const findings: Finding[] = []
  const added = new Set([...digests.keys()].filter((path) => !listed.has(path)))
  const byDigest = new Map<string | undefined, string[]>()
  for (const path of [...added].reverse()) {
    const list = byDigest.get(digests.get(path))
    if (list === undefined) byDigest.set(digests.get(path), [path])
    else list.push(path)
  }
  for (const [path, entry] of listed) {
    const expected = entry.digests.get('sha256')
    const actual = digests.get(path)
    if (actual === expected) continue
    const to = actual === undefined ? byDigest.get(expected)?.pop() : undefined
    if (to !== undefined) added.delete(to)
    if (to !== undefined) findings.push(finding('container.file-renamed', path, { to }))
    else
      findings.push(finding(actual === undefined ? 'container.file-missing' : 'container.file-changed', path))
  }
  return [...findings, ...[...added].map((path) => finding('container.file-added', path))]
}

/** The copy a clerk opens must be the signed PDF itself. */
async function checkCopy(
  copy: BundleFile,
  bagFiles: readonly BundleFile[],
  index: BundleIndex | undefined,
  options: BundleOptions,
): Promise<Finding[]> {
  const path = bundlePdfPath(
    index?.pdfPath,
    bagFiles.map((file) => file.path),
  )
  const original = bagFiles.find((file) => file.path === path)
  if (original === undefined || path === undefined) return [finding('disc.not-covered', copy.path)]
  const same = (await sha256Of(copy, options)) === (await sha256Of(original, options))
  return same ? [] : [finding('disc.copy-changed', copy.path, { original: path })]
}

/** A paper that carries a signature of its own answers for itself. */
async function checkSigned(file: BundleFile, options: BundleOptions): Promise<Finding[]> {
  const source = await file.source()
  if (source === undefined) return [finding('disc.not-covered', file.path)]
  const { trusted, at, hashing, signal } = options
  const { integrity } = await options.verifyPdf(source, {
    trusted,
    at,
    hashing,
    signal,
    subject: file.path,
  })
  if (integrity === 'intact') return []
  return [finding(integrity === 'changed' ? 'container.file-changed' : 'disc.not-covered', file.path)]
}

async function sha256Of(file: BundleFile, options: BundleOptions): Promise<string> {
  try {
    const digests = await streamDigests(file.stream(), ['sha256'], options.hashing, () => {
      options.signal.throwIfAborted()
    })
    return digests.get('sha256') ?? ''
  } catch (error) {
    options.signal.throwIfAborted()
    // An unreadable file is not the one that was meant.
    return error instanceof Error ? `unreadable ${file.path}` : ''
  }
}
