import type { Bytes } from '../ports.ts'
import {
  MalformedAsn1,
  childrenOf,
  expectTag,
  octetsOf,
  oidOf,
  readSingle,
  sequenceOf,
  tags,
} from '../signing/asn1.ts'
import type { Asn1 } from '../signing/asn1.ts'
import { oids } from '../signing/object-identifiers.ts'
import { sameBytes } from '../signing/asn1.ts'
import { readCertificate } from '../signing/x509.ts'
import type { X509 } from '../signing/x509.ts'

export interface CmsAttribute {
  readonly type: string
  readonly values: readonly Asn1[]
}

/** SignerInfo (RFC 5652 5.3) as it stands. */
export interface SignerInfo {
  readonly signerIdentifier: Asn1
  readonly digestAlgorithm: Asn1
  /** The signed attributes, and their exact bytes under the tag they were signed with (SET OF, 5.4). */
  readonly signedAttributes?: { readonly signed: Bytes; readonly list: readonly CmsAttribute[] }
  readonly signatureAlgorithm: Asn1
  readonly signature: Bytes
  readonly unsignedAttributes: readonly CmsAttribute[]
}

/** SignedData (RFC 5652 5.1) taken apart; nothing is judged yet. */
export interface SignedData {
  readonly contentType: string
  /** Content inside the structure; absent from a detached signature. */
  readonly content?: Bytes
  /** X.509 certificates that could be read, at most 100. */
  readonly certificates: readonly X509[]
  readonly signerInfos: readonly SignerInfo[]
}

const MOST_CERTIFICATES = 100

/** Takes a CMS ContentInfo with SignedData apart; BER is accepted. Throws MalformedAsn1. */
export function readSignedData(bytes: Bytes): SignedData {
  const [type, explicit] = sequenceOf(readSingle(bytes))
  if (oidOf(type) !== oids.signedData) throw new MalformedAsn1('not SignedData')
  const [, , encapsulated, ...rest] = sequenceOf(childrenOf(expectTag(explicit, 0xa0))[0])
  const [contentType, content] = sequenceOf(encapsulated)
  const certificateSet = rest.find(({ tag }) => tag === 0xa0)
  return {
    contentType: oidOf(contentType),
    ...(content === undefined ? {} : { content: octetsOf(childrenOf(expectTag(content, 0xa0))[0]) }),
    certificates: certificateSet === undefined ? [] : readCertificates(childrenOf(certificateSet)),
    signerInfos: childrenOf(expectTag(rest.at(-1), tags.set)).map(readSignerInfo),
  }
}

/** Whether a SignerIdentifier (RFC 5652 5.3) means this certificate. Throws MalformedAsn1. */
export function identifies(signerIdentifier: Asn1, certificate: X509): boolean {
  if (signerIdentifier.tag === 0x80) {
    const extension = certificate.extensions.get(oids.subjectKeyIdentifier)
    return (
      extension !== undefined && sameBytes(octetsOf(readSingle(extension.value)), signerIdentifier.contents)
    )
  }
  const [issuer, serial] = sequenceOf(signerIdentifier)
  return (
    sameBytes(expectTag(issuer, tags.sequence).raw, certificate.issuer) &&
    sameBytes(expectTag(serial, tags.integer).contents, certificate.serial)
  )
}

function readSignerInfo(value: Asn1): SignerInfo {
  const [, signerIdentifier, digestAlgorithm, ...rest] = sequenceOf(value)
  if (signerIdentifier === undefined || digestAlgorithm === undefined)
    throw new MalformedAsn1('SignerInfo cut off')
  const signed = rest[0]?.tag === 0xa0 ? rest.shift() : undefined
  const [signatureAlgorithm, signature, unsigned] = rest
  return {
    signerIdentifier,
    digestAlgorithm,
    ...(signed === undefined
      ? {}
      : { signedAttributes: { signed: underSetTag(signed), list: readAttributes(signed) } }),
    signatureAlgorithm: expectTag(signatureAlgorithm, tags.sequence),
    signature: octetsOf(signature),
    unsignedAttributes: unsigned?.tag === 0xa1 ? readAttributes(unsigned) : [],
  }
}

/** RFC 5652 5.4: the EXPLICIT SET OF tag is signed instead of the IMPLICIT [0]; every other byte as it stands. */
function underSetTag(signed: Asn1): Bytes {
  if (signed.raw[1] === 0x80) throw new MalformedAsn1('signed attributes are not DER')
  const copy = signed.raw.slice()
  copy[0] = tags.set
  return copy
}

function readAttributes(set: Asn1): CmsAttribute[] {
  return childrenOf(set).map((attribute) => {
    const [type, values] = sequenceOf(attribute)
    return { type: oidOf(type), values: childrenOf(expectTag(values, tags.set)) }
  })
}

function readCertificates(members: readonly Asn1[]): X509[] {
  return members.slice(0, MOST_CERTIFICATES).flatMap((member) => {
    try {
      return member.tag === tags.sequence ? [readCertificate(member.raw)] : []
    } catch (cause) {
      // A certificate nobody can read helps nobody; when it is the signer's, it will be missed.
      if (cause instanceof MalformedAsn1) return []
      throw cause
    }
  })
}
