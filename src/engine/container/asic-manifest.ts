import type { Bytes } from '../ports.ts'
import { sortByPath } from './bag.ts'

/** Names fixed by ETSI EN 319 162-1 V1.1.1 (4.4, annex A) and, within its freedom, by this format. */
export const asic = {
  mimetypePath: 'mimetype',
  mimetype: 'application/vnd.etsi.asic-e+zip',
  manifestPath: 'META-INF/ASiCManifest001.xml',
  signaturePath: 'META-INF/signature001.p7s',
  signatureType: 'application/pkcs7-signature',
  namespace: 'http://uri.etsi.org/02918/v1.2.1#',
  xmldsig: 'http://www.w3.org/2000/09/xmldsig#',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const

/** A file the signature covers. */
export interface ManifestFile {
  readonly path: string
  readonly mediaType: string
  /** SHA-256, raw. */
  readonly sha256: Uint8Array
}

/** ASiCManifest (EN 319 162-1, annex A.4): the list of digests the signature is made over. */
export function asicManifest(files: readonly ManifestFile[]): Bytes {
  const references = sortByPath(files).map(
    (file) =>
      `  <asic:DataObjectReference URI="${attribute(pathToUri(file.path))}" MimeType="${attribute(file.mediaType)}">\n` +
      `    <ds:DigestMethod Algorithm="${asic.sha256}"/>\n` +
      `    <ds:DigestValue>${base64(file.sha256)}</ds:DigestValue>\n` +
      `  </asic:DataObjectReference>\n`,
  )
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
      `<asic:ASiCManifest xmlns:asic="${asic.namespace}" xmlns:ds="${asic.xmldsig}">\n` +
      `  <asic:SigReference URI="${asic.signaturePath}" MimeType="${asic.signatureType}"/>\n` +
      `${references.join('')}</asic:ASiCManifest>\n`,
  )
}

/** A path as a relative URI: every segment percent-encoded by itself (RFC 3986). */
export function pathToUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
