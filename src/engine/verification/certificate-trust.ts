import type { Bytes } from '../ports.ts'
import { MalformedAsn1, sameBytes } from '../signing/asn1.ts'
import { oids } from '../signing/object-identifiers.ts'
import { basicConstraints, hasKeyUsage, keyUsageBits, readCertificate } from '../signing/x509.ts'
import type { X509 } from '../signing/x509.ts'
import { schemeOf, verifySignature } from './cms-algorithms.ts'

export type Trust = 'trusted' | 'self-signed' | 'unknown'

export interface TrustRequest {
  readonly certificate: X509
  /** Certificates that came with the signature. */
  readonly others: readonly X509[]
  /** DER of the certificates the person trusts: authorities, or the signer's very certificate. */
  readonly trusted: readonly Bytes[]
  /** When every certificate of the path has to be valid. */
  readonly at: Date
}

const LONGEST_PATH = 8

// RFC 5280 4.2 extensions this check understands or that say nothing it has to obey.
// Name and policy constraints are left out on purpose: a path that needs them is not confirmed here.
const understoodExtensions = new Set<string>([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
  '2.5.29.17',
  '2.5.29.32',
])
const NAME_CONSTRAINTS = '2.5.29.30'

/**
 * Whether the certificate is, or leads to, a trusted one (RFC 5280 6, without revocation: the program is offline).
 * Never throws.
 */
export async function judgeTrust(request: TrustRequest): Promise<Trust> {
  const { certificate, trusted } = request
  try {
    if (trusted.some((der) => sameBytes(der, certificate.raw))) return 'trusted'
    if (await leadsToTrust(request)) return 'trusted'
    return (await isIssuedBy(certificate, certificate)) ? 'self-signed' : 'unknown'
  } catch (cause) {
    if (cause instanceof MalformedAsn1) return 'unknown'
    throw cause
  }
}

async function leadsToTrust({ certificate, others, trusted, at }: TrustRequest): Promise<boolean> {
  if (!isUnderstood(certificate)) return false
  const anchors = trusted.flatMap(readable)
  const candidates = [...anchors, ...others]
  const visited = new Set<X509>([certificate])
  let level = [certificate]
  for (let depth = 0; depth < LONGEST_PATH && level.length > 0; depth++) {
    const next: X509[] = []
    for (const below of level) {
      for (const above of candidates) {
        if (visited.has(above) || !(await mayIssue(above, below, depth, at))) continue
        if (anchors.includes(above)) return true
        visited.add(above)
        next.push(above)
      }
    }
    level = next
  }
  return false
}

/** `depth`: number of intermediate certificates between `above` and the signer's. */
async function mayIssue(above: X509, below: X509, depth: number, at: Date): Promise<boolean> {
  if (!sameBytes(above.subject, below.issuer)) return false
  const { ca, pathLength = Infinity } = basicConstraints(above)
  return (
    ca &&
    depth <= pathLength &&
    hasKeyUsage(above, keyUsageBits.keyCertSign) &&
    isUnderstood(above) &&
    at >= above.notBefore &&
    at <= above.notAfter &&
    (await isIssuedBy(below, above))
  )
}

/** Whether the certificate's signature was made with the other's key, by an algorithm that still proves something. */
async function isIssuedBy(certificate: X509, issuer: X509): Promise<boolean> {
  if (!sameBytes(certificate.issuer, issuer.subject)) return false
  const scheme = schemeOf(certificate.signatureAlgorithm)
  if (scheme === undefined || scheme.hash === 'SHA-1') return false
  const { signature, toBeSigned } = certificate
  return (await verifySignature(scheme, issuer.publicKey, signature, toBeSigned)) === true
}

function isUnderstood({ extensions }: X509): boolean {
  if (extensions.has(NAME_CONSTRAINTS)) return false
  return [...extensions].every(([type, { critical }]) => !critical || understoodExtensions.has(type))
}

function readable(der: Bytes): X509[] {
  try {
    return [readCertificate(der)]
  } catch (cause) {
    if (cause instanceof MalformedAsn1) return []
    throw cause
  }
}
