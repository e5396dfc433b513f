import { asic } from '../container/asic-manifest.ts'
import { type DigestAlgorithm, hexLengths } from './file-digests.ts'
import { parseStrictXml, type XmlElement, XmlRefused } from './xml-strict.ts'
import { hexOf } from '../../shared/domain/hex.ts'

/** A file the signed list names. */
export interface ManifestReference {
  readonly path: string
  /** Undefined when the algorithm is unknown or too weak to rely on. */
  readonly algorithm: DigestAlgorithm | undefined
  /** As the list names it: an algorithm's URI. */
  readonly algorithmName: string
  /** Lower-case hex. */
  readonly digest: string
}

export interface AsicManifest {
  readonly signaturePath: string
  readonly references: readonly ManifestReference[]
}

const algorithms: ReadonlyMap<string, DigestAlgorithm> = new Map([
  [asic.sha256, 'sha256'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
  ['http://www.w3.org/2001/04/xmldsig-more#sha384', 'sha384'],
])

/** Twice what the greatest bundle needs: 20 000 files with every name percent-encoded. */
const largestManifest = 16 * 1024 * 1024
const longestUri = 16_384
/** Base64 characters; SHA-512 takes 88. */
const longestDigest = 1024

/**
 * Reads an ASiCManifest (EN 319 162-1, annex A.4) in a restricted profile: one signature, no transforms, no
 * extensions, every file once. Throws XmlRefused with a keyword.
 */
export function readAsicManifest(bytes: Uint8Array): AsicManifest {
  if (bytes.length > largestManifest) throw new XmlRefused('size')
  const root = parseStrictXml(bytes)
  if (root.name !== 'ASiCManifest' || root.namespace !== asic.namespace) throw new XmlRefused('root element')
  refuseText(root)
  const [signature, ...references] = root.children
  if (signature === undefined || !isNamed(signature, asic.namespace, 'SigReference'))
    throw new XmlRefused('SigReference')
  refuseOthers(signature, ['URI', 'MimeType'], 0)
  if (references.length === 0) throw new XmlRefused('DataObjectReference')
  const seen = new Set<string>()
  return {
    signaturePath: uriToPath(signature.attributes.get('URI')),
    references: references.map((element) => {
      const reference = readReference(element)
      if (seen.has(reference.path)) throw new XmlRefused('file listed twice')
      seen.add(reference.path)
      return reference
    }),
  }
}

function readReference(element: XmlElement): ManifestReference {
  const [method, value] = element.children
  const wellFormed =
    isNamed(element, asic.namespace, 'DataObjectReference') &&
    method !== undefined &&
    isNamed(method, asic.xmldsig, 'DigestMethod') &&
    value !== undefined &&
    isNamed(value, asic.xmldsig, 'DigestValue')
  if (!wellFormed) throw new XmlRefused('DataObjectReference')
  refuseOthers(element, ['URI', 'MimeType', 'Rootfile'], 2)
  refuseText(element)
  refuseOthers(method, ['Algorithm'], 0)
  refuseOthers(value, [], 0)
  const algorithmName = method.attributes.get('Algorithm') ?? ''
  const algorithm = algorithms.get(algorithmName)
  const digest = fromBase64(value.text)
  if (algorithm !== undefined && digest.length !== hexLengths[algorithm]) throw new XmlRefused('DigestValue')
  return { path: uriToPath(element.attributes.get('URI')), algorithm, algorithmName, digest }
}

/** A relative URI as a path, decoded once and only once; what could name anything else is refused. */
function uriToPath(uri: string | undefined): string {
  if (
    uri === undefined ||
    uri === '' ||
    uri.length > longestUri ||
    /[?#\\]|^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri)
  )
    throw new XmlRefused('URI')
  return uri
    .split('/')
    .map((segment) => {
      const decoded = decodeSegment(segment)
      if (decoded === '' || decoded === '.' || decoded === '..' || decoded.includes('/'))
        throw new XmlRefused('URI')
      return decoded
    })
    .join('/')
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new XmlRefused('URI')
  }
}

function fromBase64(text: string): string {
  const bare = text.replace(/\s+/g, '')
  if (
    bare.length > longestDigest ||
    !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bare)
  )
    throw new XmlRefused('DigestValue')
  return hexOf(Uint8Array.from(atob(bare), (character) => character.charCodeAt(0)))
}

function isNamed(element: XmlElement, namespace: string, name: string): boolean {
  return element.namespace === namespace && element.name === name
}

function refuseOthers(element: XmlElement, attributes: readonly string[], children: number): void {
  const strange = [...element.attributes.keys()].some((key) => !attributes.includes(key))
  if (strange || element.children.length !== children) throw new XmlRefused(element.name)
}

function refuseText(element: XmlElement): void {
  if (element.text.trim() !== '') throw new XmlRefused(element.name)
}
