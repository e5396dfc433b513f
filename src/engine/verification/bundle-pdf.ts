import { type Finding, finding } from '../../shared/contract/finding.ts'
import { hashBytes } from '../container/digest.ts'
import type { BundleFile } from './bundle-file.ts'
import type { CmsVerdict } from './cms.ts'
import type { BundleOptions, VerificationDetails } from './report.ts'
import { hexOf } from '../../shared/domain/hex.ts'

const bundlePdf = /^data\/00_[^/]*\.pdf$/

/** Path of the merged PDF: as the index says, else by its name. */
export function bundlePdfPath(indexedPath: string | undefined, paths: Iterable<string>): string | undefined {
  return indexedPath ?? [...paths].find((path) => bundlePdf.test(path))
}

/** Judges the merged PDF inside a bundle of ours by itself, as somebody would who was handed only that file. */
export async function checkBundlePdf(
  files: ReadonlyMap<string, BundleFile>,
  indexedPath: string | undefined,
  container: CmsVerdict | undefined,
  findings: Finding[],
  options: BundleOptions,
): Promise<VerificationDetails['pdf']> {
  const path = bundlePdfPath(indexedPath, files.keys())
  const file = path === undefined ? undefined : files.get(path)
  if (path === undefined || file === undefined) {
    findings.push(finding('container.pdf-missing', path ?? ''))
    return undefined
  }
  options.signal.throwIfAborted()
  const source = await file.source()
  if (source === undefined) {
    findings.push(finding('container.pdf-not-confirmed', path))
    return { path, integrity: 'cannot-confirm', signer: 'none', time: 'none' }
  }
  const { trusted, at, hashing, signal } = options
  const verdict = await options.verifyPdf(source, { trusted, at, hashing, signal, subject: path })
  findings.push(...verdict.findings)
  if (verdict.integrity === 'not-signed') findings.push(finding('container.pdf-not-signed', path))
  else if (verdict.integrity === 'changed') findings.push(finding('container.file-changed', path))
  else if (verdict.integrity !== 'intact') findings.push(finding('container.pdf-not-confirmed', path))
  if (container?.certificate !== undefined && verdict.integrity === 'intact') {
    const fingerprint = hexOf(await hashBytes(hashing, 'sha256', container.certificate))
    if (verdict.signatures.some(({ certificateSha256 }) => certificateSha256 !== fingerprint))
      findings.push(finding('container.certificate-differs', path))
  }
  const { integrity, signer, time } = verdict
  return { path, integrity, signer, time }
}
