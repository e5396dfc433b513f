import { type Finding, finding } from '../../shared/contract/finding.ts'
import { asic } from '../container/asic-manifest.ts'
import type { Bytes } from '../ports.ts'
import { type AsicManifest, readAsicManifest } from './asic-manifest.ts'
import type { CmsVerdict } from './cms.ts'
import { type DigestName, digestOf } from './cms-algorithms.ts'
import type { BundleOptions } from './report.ts'
import { XmlRefused } from './xml-strict.ts'

/** What META-INF says: the signed list and the judgement of its signature, as far as they could be had. */
export interface AsicSignature {
  readonly manifest?: AsicManifest
  readonly manifestPath?: string
  readonly verdict?: CmsVerdict
  readonly findings: readonly Finding[]
}

const manifestName = /^META-INF\/ASiCManifest[^/]*\.xml$/i
/** Signatures and time assertions of EN 319 162 that are not judged here: XAdES, ASiC-S, timestamps, records. */
const otherSignature =
  /^META-INF\/[^/]*(?:signatures?[^/]*\.(?:xml|p7s)|timestamp[^/]*\.tst|evidencerecord[^/]*\.(?:xml|ers))$/i

/** No name of a signature is longer; the patterns cost time that grows with the square of a name's length. */
const longestName = 1024

/** Judges the one ASiC-E signature with CAdES of a container. Undefined when META-INF holds nothing signed. */
export async function checkAsicSignature(
  controls: ReadonlyMap<string, Bytes>,
  options: BundleOptions,
): Promise<AsicSignature | undefined> {
  const meta = [...controls.keys()].filter((path) => path.startsWith('META-INF/'))
  const named = meta.filter((path) => path.length <= longestName)
  const manifestPaths = named.filter((path) => manifestName.test(path))
  const [manifestPath] = manifestPaths
  if (manifestPath === undefined) {
    const unsupported = named.filter((path) => otherSignature.test(path))
    if (unsupported.length === 0) return undefined
    return { findings: unsupported.map((path) => finding('container.signature-unsupported', path)) }
  }
  const findings: Finding[] = []
  if (manifestPaths.length > 1)
    findings.push(finding('container.signatures-several', '', { count: manifestPaths.length }))
  const manifestBytes = controls.get(manifestPath) ?? new Uint8Array()
  const manifest = readManifest(manifestPath, manifestBytes, findings)
  if (manifest === undefined) return { manifestPath, findings }

  const expected = new Set([...manifestPaths, manifest.signaturePath])
  for (const path of meta)
    if (!expected.has(path)) findings.push(finding('container.unlisted-meta-inf', path))
  const signature = controls.get(manifest.signaturePath)
  if (signature === undefined || !manifest.signaturePath.startsWith('META-INF/')) {
    findings.push(finding('container.file-missing', manifest.signaturePath))
    return { manifest, manifestPath, findings }
  }
  if (!manifest.signaturePath.endsWith('.p7s')) {
    findings.push(finding('container.signature-unsupported', manifest.signaturePath))
    return { manifest, manifestPath, findings }
  }
  const verdict = await options.verifyCms(signature, (name: DigestName) => digestOf(name, manifestBytes), {
    trusted: options.trusted,
    at: options.at,
    profile: 'cades',
    subject: manifest.signaturePath,
  })
  findings.push(...verdict.findings)
  if (verdict.integrity === 'changed' || verdict.integrity === 'unreadable')
    findings.push(finding('container.signature-broken', manifest.signaturePath, { manifest: manifestPath }))
  return { manifest, manifestPath, verdict, findings }
}

function readManifest(path: string, bytes: Bytes, findings: Finding[]): AsicManifest | undefined {
  try {
    return readAsicManifest(bytes)
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    findings.push(finding('container.manifest-unreadable', path, { reason: error.message }))
    return undefined
  }
}

/** Whether the path is outside what an ASiCManifest must list: META-INF and the media type. */
export function isOutsideManifest(path: string): boolean {
  return path === asic.mimetypePath || path.startsWith('META-INF/')
}
