import { finding } from '../../shared/contract/finding.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { Bytes } from '../ports.ts'
import {
  MalformedAsn1,
  encode,
  expectTag,
  octetsOf,
  oidOf,
  sameBytes,
  sequenceOf,
  tags,
} from '../signing/asn1.ts'
import type { Asn1 } from '../signing/asn1.ts'
import { oids } from '../signing/object-identifiers.ts'
import { keyTypeOf } from '../signing/x509.ts'
import type { X509 } from '../signing/x509.ts'
import { algorithmOid, digestNameOf, digestOf, schemeOf, verifySignature } from './cms-algorithms.ts'
import type { DigestName, SignatureScheme } from './cms-algorithms.ts'
import { identifies } from './cms-structure.ts'
import type { CmsAttribute, SignerInfo } from './cms-structure.ts'

export interface SignerCheckRequest {
  readonly signerInfo: SignerInfo
  /** Where the signer's certificate may be. */
  readonly certificates: readonly X509[]
  /** What content-type must say (RFC 5652 11.1). */
  readonly contentType: string
  readonly contentDigest: (name: DigestName) => Promise<Bytes>
  /** Whether ESS signing-certificate must be there (EN 319 122-1 5.2.2, RFC 3161 2.4.2). */
  readonly mustBindCertificate: boolean
  readonly subject: string
}

export interface SignerCheck {
  readonly findings: readonly Finding[]
  readonly certificate?: X509
  /** The signature value fits certificate and signed attributes. */
  readonly valueFits: boolean
  /** Contents of the signing-time attribute. */
  readonly signingTime?: Asn1
}

/** Checks one SignerInfo against a digest of its content: attributes, signature value, bound certificate. Throws MalformedAsn1. */
export async function checkSignerInfo(request: SignerCheckRequest): Promise<SignerCheck> {
  const { signerInfo, subject } = request
  const certificate = request.certificates.find((candidate) =>
    identifies(signerInfo.signerIdentifier, candidate),
  )
  const known = certificate === undefined ? {} : { certificate }
  if (signerInfo.signedAttributes === undefined)
    return { findings: [finding('signature.attributes-missing', subject)], valueFits: false, ...known }
  const attributes = new SignedAttributes(signerInfo.signedAttributes.list)
  const findings = attributes.duplicates.map((type) =>
    finding('signature.attribute-duplicate', subject, { type }),
  )
  const digest = digestNameOf(signerInfo.digestAlgorithm)
  findings.push(...(await contentFindings(request, attributes, digest)))
  const signingTime = attributes.get(oids.signingTime)
  const rest = { ...known, ...(signingTime === undefined ? {} : { signingTime }) }
  if (certificate === undefined) {
    findings.push(finding('signature.certificate-missing', subject))
    return { findings, valueFits: false, ...rest }
  }
  const value = await valueFindings(request, signerInfo.signedAttributes.signed, certificate, digest)
  findings.push(...value.findings)
  findings.push(...protectionFindings(signerInfo, attributes, subject))
  findings.push(...(await bindingFindings(request, attributes, certificate)))
  return { findings, valueFits: value.fits, ...rest }
}

// Each may occur once, with one value: RFC 5652 11.1 to 11.3, RFC 5035 3 and 4, RFC 6211 2.
const singleAttributes: ReadonlySet<string> = new Set([
  oids.contentType,
  oids.messageDigest,
  oids.signingTime,
  oids.signingCertificate,
  oids.signingCertificateV2,
  oids.cmsAlgorithmProtection,
])

/** Signed attributes by type, and those among them that leave open which value counts. */
class SignedAttributes {
  readonly duplicates: readonly string[]
  readonly #byType: ReadonlyMap<string, Asn1 | undefined>

  constructor(list: readonly CmsAttribute[]) {
    const doubtful = list.filter(
      ({ type, values }, index) =>
        singleAttributes.has(type) &&
        (values.length !== 1 || list.findIndex((one) => one.type === type) !== index),
    )
    this.duplicates = [...new Set(doubtful.map(({ type }) => type))]
    this.#byType = new Map(list.map(({ type, values }) => [type, values[0]]))
  }

  get(type: string): Asn1 | undefined {
    return this.#byType.get(type)
  }
}

async function contentFindings(
  { subject, contentType, contentDigest, signerInfo }: SignerCheckRequest,
  attributes: SignedAttributes,
  digest: DigestName | undefined,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const type = attributes.get(oids.contentType)
  if (type === undefined || oidOf(type) !== contentType)
    findings.push(finding('signature.content-type-wrong', subject))
  const messageDigest = attributes.get(oids.messageDigest)
  if (messageDigest === undefined) return [...findings, finding('signature.attributes-missing', subject)]
  if (digest === undefined) {
    const algorithm = algorithmOid(signerInfo.digestAlgorithm)
    return [...findings, finding('signature.algorithm-unsupported', subject, { algorithm })]
  }
  if (!sameBytes(octetsOf(messageDigest), await contentDigest(digest)))
    findings.push(finding('signature.content-changed', subject))
  if (digest === 'SHA-1') findings.push(finding('signature.algorithm-weak', subject, { algorithm: digest }))
  return findings
}

async function valueFindings(
  { subject, signerInfo }: SignerCheckRequest,
  signed: Bytes,
  certificate: X509,
  digest: DigestName | undefined,
): Promise<{ findings: Finding[]; fits: boolean }> {
  const scheme = schemeOf(signerInfo.signatureAlgorithm.raw, digest)
  const unsupported = (algorithm: string) => ({
    findings: [finding('signature.algorithm-unsupported', subject, { algorithm })],
    fits: false,
  })
  if (scheme === undefined) return unsupported(algorithmOid(signerInfo.signatureAlgorithm))
  const keyType = keyTypeOf(certificate.publicKey)
  const bits = Number(/^RSA-(\d+)$/.exec(keyType)?.[1] ?? Infinity)
  if (bits < 1024) return unsupported(keyType)
  const fits = await verifySignature(scheme, certificate.publicKey, signerInfo.signature, signed)
  if (fits === 'unsupported') return unsupported(`${scheme.name}, ${keyType}`)
  if (!fits) {
    // RFC 5754 3 wants one hash for both; with two, other software may have meant the other one.
    const isMixed = digest !== scheme.hash
    return {
      findings: [finding(isMixed ? 'signature.algorithm-mismatch' : 'signature.value-wrong', subject)],
      fits,
    }
  }
  const findings: Finding[] = []
  if (bits < 2048) findings.push(finding('signature.key-weak', subject, { keyType }))
  if (scheme.hash === 'SHA-1' && digest !== 'SHA-1')
    findings.push(finding('signature.algorithm-weak', subject, { algorithm: 'SHA-1' }))
  return { findings, fits }
}

/** CMSAlgorithmProtection (RFC 6211 2): what was signed about the algorithms must be what stands outside. */
function protectionFindings(
  signerInfo: SignerInfo,
  attributes: SignedAttributes,
  subject: string,
): Finding[] {
  const protection = attributes.get(oids.cmsAlgorithmProtection)
  if (protection === undefined) return []
  const [digestAlgorithm, signatureAlgorithm] = sequenceOf(protection)
  const digest = digestNameOf(digestAlgorithm)
  // signatureAlgorithm [1] IMPLICIT. Compared by meaning, because writers spell out defaults in one place only.
  const inside = encode(tags.sequence, expectTag(signatureAlgorithm, 0xa1).contents)
  const outside = signerInfo.signatureAlgorithm.raw
  const holds =
    algorithmOid(digestAlgorithm) === algorithmOid(signerInfo.digestAlgorithm) &&
    (sameBytes(inside, outside) || isSameScheme(schemeOf(inside, digest), schemeOf(outside, digest)))
  return holds ? [] : [finding('signature.algorithm-mismatch', subject)]
}

function isSameScheme(a: SignatureScheme | undefined, b: SignatureScheme | undefined): boolean {
  return a !== undefined && a.name === b?.name && a.hash === b.hash && a.saltLength === b.saltLength
}

/** ESS signing-certificate (RFC 5035): the certificate that was meant must be the one that came along. */
async function bindingFindings(
  { subject, mustBindCertificate }: SignerCheckRequest,
  attributes: SignedAttributes,
  certificate: X509,
): Promise<Finding[]> {
  const second = attributes.get(oids.signingCertificateV2)
  const first = attributes.get(oids.signingCertificate)
  if (second === undefined && first === undefined)
    return [finding(mustBindCertificate ? 'signature.certificate-unbound' : 'signature.not-cades', subject)]
  const bound =
    (second === undefined || (await isBound(second, certificate, 'SHA-256'))) &&
    (first === undefined || (await isBound(first, certificate, 'SHA-1')))
  return bound ? [] : [finding('signature.certificate-substituted', subject)]
}

/** The first ESSCertID or ESSCertIDv2 means the signer's certificate (RFC 5035 3). */
async function isBound(attribute: Asn1, certificate: X509, defaultHash: DigestName): Promise<boolean> {
  const [identifiers] = sequenceOf(attribute)
  const [identifier] = sequenceOf(identifiers)
  const members = sequenceOf(identifier)
  const hash = members[0]?.tag === tags.sequence ? digestNameOf(members.shift()) : defaultHash
  // An unknown hash cannot bind anything here.
  if (hash === undefined || members[0] === undefined) return false
  const [certificateHash, issuerSerial] = members
  if (!sameBytes(octetsOf(certificateHash), await digestOf(hash, certificate.raw))) return false
  if (issuerSerial === undefined) return true
  const [, serial] = sequenceOf(issuerSerial)
  if (serial?.tag !== tags.integer) throw new MalformedAsn1('issuerSerial')
  return sameBytes(serial.contents, certificate.serial)
}
