import type { Bytes } from '../ports.ts'
import {
  MalformedAsn1,
  childrenOf,
  encode,
  encodeOid,
  expectTag,
  oidOf,
  readSingle,
  sequenceOf,
  smallIntegerOf,
  tags,
} from '../signing/asn1.ts'
import type { Asn1 } from '../signing/asn1.ts'
import { oids } from '../signing/object-identifiers.ts'

/** Digests WebCrypto knows, by its names. SHA-1 is computed to find changes, never to confirm. */
export type DigestName = 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1'

export interface SignatureScheme {
  readonly name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'ECDSA'
  readonly hash: DigestName
  /** Octets of salt; RSA-PSS only. */
  readonly saltLength?: number
}

const digestNames: Record<string, DigestName> = {
  [oids.sha1]: 'SHA-1',
  [oids.sha256]: 'SHA-256',
  [oids.sha384]: 'SHA-384',
  [oids.sha512]: 'SHA-512',
}

const schemes: Record<string, SignatureScheme> = {
  [oids.sha1WithRsa]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' },
  [oids.sha256WithRsa]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  [oids.sha384WithRsa]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  [oids.sha512WithRsa]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  [oids.ecdsaWithSha1]: { name: 'ECDSA', hash: 'SHA-1' },
  [oids.ecdsaWithSha256]: { name: 'ECDSA', hash: 'SHA-256' },
  [oids.ecdsaWithSha384]: { name: 'ECDSA', hash: 'SHA-384' },
  [oids.ecdsaWithSha512]: { name: 'ECDSA', hash: 'SHA-512' },
}

const curves: Record<string, { readonly name: string; readonly octets: number }> = {
  [oids.p256]: { name: 'P-256', octets: 32 },
  [oids.p384]: { name: 'P-384', octets: 48 },
  [oids.p521]: { name: 'P-521', octets: 66 },
}

/** The digest an AlgorithmIdentifier names, or undefined for one that cannot be computed here. Throws MalformedAsn1. */
export function digestNameOf(algorithm: Asn1 | undefined): DigestName | undefined {
  return digestNames[oidOf(sequenceOf(algorithm)[0])]
}

/** The identifier inside an AlgorithmIdentifier, for findings. Throws MalformedAsn1. */
export function algorithmOid(algorithm: Asn1 | undefined): string {
  return oidOf(sequenceOf(algorithm)[0])
}

/**
 * The scheme an AlgorithmIdentifier of a signature names, or undefined for one that is not supported.
 * `digest` completes plain rsaEncryption, which names no hash (RFC 3370 3.2). Throws MalformedAsn1.
 */
export function schemeOf(algorithm: Bytes, digest?: DigestName): SignatureScheme | undefined {
  const [type, parameters] = sequenceOf(readSingle(algorithm))
  switch (oidOf(type)) {
    case oids.rsaEncryption:
      return digest === undefined ? undefined : { name: 'RSASSA-PKCS1-v1_5', hash: digest }
    case oids.rsaPss:
      return pssScheme(parameters)
    default:
      return schemes[oidOf(type)]
  }
}

/** Digest of bytes in memory. */
export async function digestOf(name: DigestName, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(name, bytes))
}

/**
 * Whether `signature` over exactly `signed` was made with the key of `publicKey` (SubjectPublicKeyInfo).
 * `unsupported`: the platform cannot tell. Never throws.
 */
export async function verifySignature(
  scheme: SignatureScheme,
  publicKey: Bytes,
  signature: Bytes,
  signed: Bytes,
): Promise<boolean | 'unsupported'> {
  try {
    const [algorithm, bits] = sequenceOf(readSingle(publicKey))
    const [type, parameters] = sequenceOf(algorithm)
    if (scheme.name === 'ECDSA') {
      const curve = parameters?.tag === tags.oid ? curves[oidOf(parameters)] : undefined
      if (oidOf(type) !== oids.ecPublicKey || curve === undefined) return 'unsupported'
      const fixedWidth = fixedWidthSignature(signature, curve.octets)
      if (fixedWidth === undefined) return false
      const use = { name: 'ECDSA', namedCurve: curve.name }
      const key = await crypto.subtle.importKey('spki', publicKey, use, false, ['verify'])
      return await crypto.subtle.verify({ name: 'ECDSA', hash: scheme.hash }, key, fixedWidth, signed)
    }
    const isPssKey = oidOf(type) === oids.rsaPss
    if (oidOf(type) !== oids.rsaEncryption && !(isPssKey && scheme.name === 'RSA-PSS')) return 'unsupported'
    // WebCrypto imports RSA keys under rsaEncryption only, whatever they are restricted to.
    const plain = encode(tags.sequence, encodeOid(oids.rsaEncryption), encode(tags.null))
    const spki = encode(tags.sequence, plain, expectTag(bits, tags.bitString).raw)
    const use = { name: scheme.name, hash: scheme.hash }
    const key = await crypto.subtle.importKey('spki', spki, use, false, ['verify'])
    const parameter = { name: scheme.name, saltLength: scheme.saltLength ?? 0 }
    return await crypto.subtle.verify(parameter, key, signature, signed)
  } catch {
    return 'unsupported'
  }
}

/** RSASSA-PSS-params, RFC 4055 3.1. WebCrypto has one hash for message and mask. */
function pssScheme(parameters: Asn1 | undefined): SignatureScheme | undefined {
  const fields = parameters === undefined ? [] : sequenceOf(parameters)
  const field = (tag: number) => {
    const found = fields.find((candidate) => candidate.tag === tag)
    return found === undefined ? undefined : childrenOf(found)[0]
  }
  const hashField = field(0xa0)
  const maskField = field(0xa1)
  const saltField = field(0xa2)
  const hash = hashField === undefined ? 'SHA-1' : digestNameOf(hashField)
  const mask = maskField === undefined ? 'SHA-1' : maskHash(maskField)
  const trailerField = field(0xa3)
  const isUsual = trailerField === undefined || smallIntegerOf(trailerField) === 1
  if (hash === undefined || hash !== mask || !isUsual) return undefined
  return { name: 'RSA-PSS', hash, saltLength: saltField === undefined ? 20 : smallIntegerOf(saltField) }
}

function maskHash(field: Asn1): DigestName | undefined {
  const [type, parameters] = sequenceOf(field)
  return oidOf(type) === oids.mgf1 ? digestNameOf(parameters) : undefined
}

/** r ‖ s of a DER Ecdsa-Sig-Value, or undefined when it is none. */
function fixedWidthSignature(der: Bytes, octets: number): Bytes | undefined {
  try {
    const numbers = sequenceOf(readSingle(der))
    if (numbers.length !== 2) return undefined
    const joined = new Uint8Array(octets * 2)
    for (const [index, number] of numbers.entries()) {
      const { contents } = expectTag(number, tags.integer)
      const start = contents.findIndex((octet) => octet !== 0)
      const digits = start < 0 ? contents.subarray(0, 0) : contents.subarray(start)
      if (digits.length > octets) return undefined
      joined.set(digits, octets * (index + 1) - digits.length)
    }
    return joined
  } catch (cause) {
    if (cause instanceof MalformedAsn1) return undefined
    throw cause
  }
}
