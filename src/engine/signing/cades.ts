import type { Bytes, Signer } from '../ports.ts'
import {
  childrenOf,
  encode,
  encodeOid,
  encodeSetOf,
  expectTag,
  joinBytes,
  readSingle,
  sequenceOf,
  tags,
} from './asn1.ts'
import { oids } from './object-identifiers.ts'
import { signatureAlgorithm } from './signer.ts'
import { readCertificate, timeOf } from './x509.ts'
import type { X509 } from './x509.ts'

export interface CadesRequest {
  readonly signer: Signer
  /** SHA-256 of the detached content. */
  readonly messageDigest: Bytes
  /** `pades`: inside a PDF, the claimed time is /M (EN 319 142-1 table 1). `cades`: a file of its own. */
  readonly profile: 'pades' | 'cades'
  /** Written into the signature by `cades` only, where EN 319 122-1 asks for it. */
  readonly signingTime?: Date
}

/**
 * A detached CAdES-B-B signature: DER of a CMS ContentInfo (RFC 5652) with ESS signing-certificate-v2 (RFC 5035)
 * and CMSAlgorithmProtection (RFC 6211). Certificates are carried byte for byte.
 * A timestamp may follow later (`addSignatureTimestamp`) without touching a signed byte.
 */
export async function buildCades(request: CadesRequest): Promise<Bytes> {
  const { signer } = request
  const certificate = readCertificate(signer.certificate)
  const attributes = await signedAttributes(request, certificate)
  // RFC 5652 5.4: signed as SET OF, stored under the implicit tag [0].
  const signature = await signer.sign(encodeSetOf(attributes))
  const signerInfo = encode(
    tags.sequence,
    encode(tags.integer, Uint8Array.of(1)),
    encode(tags.sequence, certificate.issuer, encode(tags.integer, certificate.serial)),
    sha256Algorithm(),
    encodeSetOf(attributes, 0xa0),
    signatureAlgorithm(signer.keyType),
    encode(tags.octetString, signature),
  )
  const signedData = encode(
    tags.sequence,
    encode(tags.integer, Uint8Array.of(1)),
    encodeSetOf([sha256Algorithm()]),
    encode(tags.sequence, encodeOid(oids.data)),
    encodeSetOf([signer.certificate, ...signer.chain], 0xa0),
    encodeSetOf([signerInfo]),
  )
  return encode(tags.sequence, encodeOid(oids.signedData), encode(0xa0, signedData))
}

/** Upper bound, in bytes of DER, of `buildCades` for this signer, with room for a timestamp token. */
export function estimateCmsSize(signer: Signer): number {
  // The certificates, the issuer's name twice more, a 4096-bit signature; a token with its own chain takes about 8 KiB.
  const certificates = [signer.certificate, ...signer.chain].reduce((sum, der) => sum + der.length, 0)
  return certificates + 2 * signer.certificate.length + 2048 + 10_240
}

/** Adds an RFC 3161 token over the signature value as unsigned attribute (CAdES-B-T). Signed bytes stay as they are. */
export function addSignatureTimestamp(cms: Bytes, token: Bytes): Bytes {
  const [contentType, content] = sequenceOf(readSingle(cms))
  const signedData = sequenceOf(childrenOf(expectTag(content, 0xa0))[0])
  const [signerInfo] = childrenOf(expectTag(signedData.at(-1), tags.set))
  const members = sequenceOf(signerInfo)
  const unsigned = members.at(-1)?.tag === 0xa1 ? childrenOf(expectTag(members.pop(), 0xa1)) : []
  const attribute = encode(tags.sequence, encodeOid(oids.signatureTimestamp), encodeSetOf([token]))
  const stamped = encode(
    tags.sequence,
    ...members.map(({ raw }) => raw),
    encodeSetOf([...unsigned.map(({ raw }) => raw), attribute], 0xa1),
  )
  const rest = joinBytes(signedData.slice(0, -1).map(({ raw }) => raw))
  return encode(
    tags.sequence,
    expectTag(contentType, tags.oid).raw,
    encode(0xa0, encode(tags.sequence, rest, encodeSetOf([stamped]))),
  )
}

async function signedAttributes(request: CadesRequest, certificate: X509): Promise<Bytes[]> {
  const { signer, messageDigest, profile, signingTime } = request
  const attributes = [
    attribute(oids.contentType, encodeOid(oids.data)),
    attribute(oids.messageDigest, encode(tags.octetString, messageDigest)),
    attribute(oids.signingCertificateV2, await signingCertificateV2(certificate)),
    attribute(
      oids.cmsAlgorithmProtection,
      encode(
        tags.sequence,
        sha256Algorithm(),
        // signatureAlgorithm [1] IMPLICIT: same contents under another tag.
        encode(0xa1, readSingle(signatureAlgorithm(signer.keyType)).contents),
      ),
    ),
  ]
  if (profile === 'cades' && signingTime !== undefined)
    attributes.push(attribute(oids.signingTime, timeOf(signingTime)))
  return attributes
}

/** ESSCertIDv2 with the default hash left out, as DER demands, and issuerSerial (RFC 5035 4). */
async function signingCertificateV2(certificate: X509): Promise<Bytes> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', certificate.raw))
  const issuerSerial = encode(
    tags.sequence,
    encode(tags.sequence, encode(0xa4, certificate.issuer)),
    encode(tags.integer, certificate.serial),
  )
  const identifier = encode(tags.sequence, encode(tags.octetString, digest), issuerSerial)
  return encode(tags.sequence, encode(tags.sequence, identifier))
}

function attribute(type: string, value: Bytes): Bytes {
  return encode(tags.sequence, encodeOid(type), encodeSetOf([value]))
}

// RFC 5754 2: parameters absent.
function sha256Algorithm(): Bytes {
  return encode(tags.sequence, encodeOid(oids.sha256))
}
