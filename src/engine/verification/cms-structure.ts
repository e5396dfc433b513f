import type { Bytes } from '../ports.ts'
import {
  MalformedAsn1,
  childrenOf,
  expectTag,
  insideOf,
  membersOf,
  octetsOf,
  oidOf,
  readSingle,
  sameBytes,
  sequenceOf,
  smallIntegerOf,
  tags,
} from '../signing/asn1.ts'
import type { Asn1 } from '../signing/asn1.ts'
import { oids } from '../signing/object-identifiers.ts'
import { readCertificate } from '../signing/x509.ts'
import type { X509 } from '../signing/x509.ts'

export interface CmsAttribute {
  readonly type: string
  readonly values: readonly Asn1[]
}

/** SignerInfo (RFC 5652 5.3) as it stands. */
export interface SignerInfo {
  readonly version: number
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
  readonly version: number
  readonly digestAlgorithms: readonly Asn1[]
  /** Certificates or revocation data of kinds other than X.509 come along. */
  readonly hasOtherKinds: boolean
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
  const [type, explicit] = membersOf(readSingle(bytes), 2)
  if (oidOf(type) !== oids.signedData) throw new MalformedAsn1('not SignedData')
  const [version, digestAlgorithms, encapsulated, ...rest] = membersOf(insideOf(explicit, 0xa0), 4, 6)
  const [contentType, content] = membersOf(encapsulated, 1, 2)
  const certificateSet = rest.find(({ tag }) => tag === 0xa0)
  const companions = rest.filter(({ tag }) => tag === 0xa0 || tag === 0xa1).flatMap(childrenOf)
  return {
    version: smallIntegerOf(version),
    digestAlgorithms: childrenOf(expectTag(digestAlgorithms, tags.set)),
    hasOtherKinds: companions.some(({ tag }) => tag !== tags.sequence),
    contentType: oidOf(contentType),
    ...(content === undefined ? {} : { content: octetsOf(insideOf(content, 0xa0)) }),
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
  const [issuer, serial] = membersOf(signerIdentifier, 2)
  return (
    sameBytes(expectTag(issuer, tags.sequence).raw, certificate.issuer) &&
    sameBytes(expectTag(serial, tags.integer).contents, certificate.serial)
  )
}

/**
 * Whether the parts nobody signed say what the signed ones imply: versions (RFC 5652 5.1, 5.3), the list of digests,
 * parameters. Then no byte of a signature can change without notice. Throws MalformedAsn1.
 */
export function isConsistent(signedData: SignedData, signerInfo: SignerInfo): boolean {
  const isByKey = signerInfo.signerIdentifier.tag === 0x80
  const isPlain = signedData.contentType === oids.data && !isByKey
  const { digestAlgorithm, signatureAlgorithm } = signerInfo
  const listed = signedData.digestAlgorithms.map((algorithm) => oidOf(sequenceOf(algorithm)[0]))
  return (
    signerInfo.version === (isByKey ? 3 : 1) &&
    (signedData.hasOtherKinds || signedData.version === (isPlain ? 1 : 3)) &&
    listed.includes(oidOf(sequenceOf(digestAlgorithm)[0])) &&
    [...signedData.digestAlgorithms, digestAlgorithm, signatureAlgorithm].every(hasUsualParameters)
  )
}

/** Absent or NULL; RSA-PSS has its own, which decide about the signature. */
function hasUsualParameters(algorithm: Asn1): boolean {
  const [type, parameters, ...more] = sequenceOf(algorithm)
  if (more.length > 0) return false
  if (parameters === undefined || oidOf(type) === oids.rsaPss) return true
  return parameters.tag === tags.null && parameters.contents.length === 0
}

function readSignerInfo(value: Asn1): SignerInfo {
  const [version, signerIdentifier, digestAlgorithm, ...rest] = membersOf(value, 5, 7)
  if (signerIdentifier === undefined || digestAlgorithm === undefined)
    throw new MalformedAsn1('SignerInfo cut off')
  const signed = rest[0]?.tag === 0xa0 ? rest.shift() : undefined
  const [signatureAlgorithm, signature, unsigned, ...more] = rest
  if (more.length > 0 || (unsigned !== undefined && unsigned.tag !== 0xa1))
    throw new MalformedAsn1('more in a SignerInfo')
  return {
    version: smallIntegerOf(version),
    signerIdentifier,
    digestAlgorithm,
    ...(signed === undefined
      ? {}
      : { signedAttributes: { signed: underSetTag(signed), list: readAttributes(signed) } }),
    signatureAlgorithm: expectTag(signatureAlgorithm, tags.sequence),
    signature: octetsOf(signature),
    unsignedAttributes: unsigned === undefined ? [] : readAttributes(unsigned),
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
    const [type, values] = membersOf(attribute, 2)
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
