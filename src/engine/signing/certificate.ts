import { Failure } from '../../shared/contract/failure.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import type { Bytes } from '../ports.ts'
import { MalformedAsn1, sameBytes } from './asn1.ts'
import { oids } from './object-identifiers.ts'
import { hasKeyUsage, humanName, keyTypeOf, keyUsageBits, nameTexts, readCertificate } from './x509.ts'
import type { X509 } from './x509.ts'

/** A certificate in the words of a person. */
export interface CertificateDescription {
  /** Common name, else organisation. */
  readonly subjectName: string
  readonly organisation?: string
  readonly issuerName: string
  /** Serial number, lower-case hex without a sign octet. */
  readonly serialHex: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** SHA-256 of the certificate's bytes, lower-case hex. */
  readonly sha256Fingerprint: string
  /** Whether subject and issuer are the same name. */
  readonly selfSigned: boolean
  /** Such as `RSA-3072` or `EC-P256`. */
  readonly keyType: string
  /** Key usage allows digital signatures or content commitment (RFC 5280 4.2.1.3). */
  readonly canSign: boolean
}

/** Describes a certificate given in DER. Throws Failure certificate.unreadable. */
export async function describeCertificate(der: Bytes): Promise<CertificateDescription> {
  const sha256Fingerprint = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', der)))
  return orUnreadable(() => {
    const certificate = readCertificate(der)
    const [organisation] = nameTexts(certificate.subject, oids.organisation)
    return {
      subjectName: humanName(certificate.subject),
      ...(organisation === undefined ? {} : { organisation }),
      issuerName: humanName(certificate.issuer),
      serialHex: hexOf(certificate.serial).replace(/^(00)+(?=..)/, ''),
      notBefore: certificate.notBefore,
      notAfter: certificate.notAfter,
      sha256Fingerprint,
      selfSigned: sameBytes(certificate.subject, certificate.issuer),
      keyType: keyTypeOf(certificate.publicKey),
      canSign: mayKeySign(certificate),
    }
  })
}

/** The certificate as text with `BEGIN CERTIFICATE` lines (RFC 7468), ending in a newline. */
export function pemOf(der: Uint8Array): string {
  const base64 = btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''))
  const lines = base64.match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** Every certificate of a PEM text, in order; text between them is skipped. Throws Failure certificate.unreadable. */
export function parsePemCertificates(text: string): Bytes[] {
  const blocks = text.matchAll(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END /g)
  const certificates = [...blocks].map(([, body = '']) => {
    try {
      return Uint8Array.from(atob(body.replace(/\s+/g, '')), (char) => char.charCodeAt(0))
    } catch (cause) {
      throw new Failure('certificate.unreadable', { reason: 'Base64' }, cause)
    }
  })
  if (certificates.length === 0) throw new Failure('certificate.unreadable', { reason: 'PEM' })
  for (const der of certificates) orUnreadable(() => readCertificate(der))
  return certificates
}

/**
 * Refuses a certificate that must not sign at `at`. Throws Failure identity.expired, identity.not-yet-valid,
 * identity.not-for-signing, certificate.unreadable.
 */
export function assertUsable(der: Bytes, at: Date): void {
  const { certificate, name, maySign } = orUnreadable(() => {
    const read = readCertificate(der)
    return { certificate: read, name: humanName(read.subject), maySign: mayKeySign(read) }
  })
  if (at < certificate.notBefore)
    throw new Failure('identity.not-yet-valid', { name, date: dayOf(certificate.notBefore) })
  if (at > certificate.notAfter)
    throw new Failure('identity.expired', { name, date: dayOf(certificate.notAfter) })
  if (!maySign) throw new Failure('identity.not-for-signing', { name })
}

/** Whether key usage lets the key sign documents (EN 319 412-2 4.3.2: digitalSignature, nonRepudiation or both). */
export function mayKeySign(certificate: X509): boolean {
  return (
    hasKeyUsage(certificate, keyUsageBits.digitalSignature) ||
    hasKeyUsage(certificate, keyUsageBits.nonRepudiation)
  )
}

function orUnreadable<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof MalformedAsn1)
      throw new Failure('certificate.unreadable', { reason: cause.message }, cause)
    throw cause
  }
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
