import type { Bytes } from '../ports.ts'
import { MalformedAsn1 } from '../signing/asn1.ts'
import { humanName, readCertificate } from '../signing/x509.ts'
import type { VerificationDetails } from './report.ts'

interface KnownSigner {
  readonly signerName?: string
  readonly certificate?: Bytes
  readonly signingTime?: Date | undefined
  readonly provenTime?: Date
}

/** What a report tells of the signer and the time; `fingerprint` is the SHA-256 of the certificate, lower-case hex. */
export function signerDetails(
  signer: KnownSigner | undefined,
  fingerprint: string | undefined,
): Partial<VerificationDetails> {
  if (signer === undefined) return {}
  const { signerName, certificate, signingTime, provenTime } = signer
  const issuerName = certificate && issuerOf(certificate)
  return {
    ...(signerName === undefined ? {} : { signerName }),
    ...(fingerprint === undefined ? {} : { certificateSha256: fingerprint }),
    ...(certificate === undefined ? {} : { certificate: certificate.slice() }),
    ...(issuerName === undefined ? {} : { issuerName }),
    ...(signingTime === undefined ? {} : { signingTime }),
    ...(provenTime === undefined ? {} : { provenTime }),
  }
}

function issuerOf(der: Bytes): string | undefined {
  try {
    return humanName(readCertificate(der).issuer)
  } catch (cause) {
    if (cause instanceof MalformedAsn1) return undefined
    throw cause
  }
}
