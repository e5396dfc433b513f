import type { Bytes, JobContext, Signer } from '../ports.ts'
import {
  encode,
  encodeOid,
  encodeSetOf,
  encodeUnsigned,
  readSingle,
  sequenceOf,
  tags,
  wholeBitsOf,
} from './asn1.ts'
import { oids } from './object-identifiers.ts'
import { signatureAlgorithm, signerOf } from './signer.ts'
import { timeOf } from './x509.ts'

export interface IdentityRequest {
  readonly name: string
  readonly organisation?: string
  readonly keyType: 'RSA-3072' | 'EC-P256'
  readonly notBefore: Date
  readonly notAfter: Date
  /** Gives the serial number; the key's randomness comes from WebCrypto. */
  readonly randomBytes: JobContext['randomBytes']
}

export interface Identity {
  readonly signer: Signer
  /** PrivateKeyInfo (RFC 5958), unprotected: wrap it at once and let it go. */
  readonly pkcs8: Bytes
  readonly certificate: Bytes
}

const keyAlgorithms = {
  'RSA-3072': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 3072,
    publicExponent: Uint8Array.of(1, 0, 1),
  },
  'EC-P256': { name: 'ECDSA', namedCurve: 'P-256' },
} as const

/** Makes a key pair and a self-signed certificate for signing documents (RFC 5280; RFC 9336 key purpose). */
export async function createIdentity(request: IdentityRequest): Promise<Identity> {
  const { subtle } = crypto
  const keys = await subtle.generateKey(keyAlgorithms[request.keyType], true, ['sign', 'verify'])
  const publicKey = new Uint8Array(await subtle.exportKey('spki', keys.publicKey))
  const signer = signerOf(keys.privateKey, new Uint8Array(), [])
  const toBeSigned = encode(
    tags.sequence,
    encode(0xa0, encode(tags.integer, Uint8Array.of(2))),
    serialNumber(request.randomBytes(16)),
    signatureAlgorithm(signer.keyType),
    nameOf(request),
    encode(tags.sequence, timeOf(request.notBefore), timeOf(request.notAfter)),
    nameOf(request),
    publicKey,
    encode(0xa3, encode(tags.sequence, ...(await extensionsFor(publicKey)))),
  )
  const signature = await signer.sign(toBeSigned)
  const certificate = encode(
    tags.sequence,
    toBeSigned,
    signatureAlgorithm(signer.keyType),
    encode(tags.bitString, Uint8Array.of(0), signature),
  )
  const pkcs8 = new Uint8Array(await subtle.exportKey('pkcs8', keys.privateKey))
  return { signer: signerOf(keys.privateKey, certificate, []), pkcs8, certificate }
}

async function extensionsFor(publicKey: Bytes): Promise<Bytes[]> {
  const [, key] = sequenceOf(readSingle(publicKey))
  // RFC 7093 2, method 1: the leftmost 160 bits of SHA-256, so that SHA-1 appears nowhere.
  const identifier = new Uint8Array(await crypto.subtle.digest('SHA-256', wholeBitsOf(key))).slice(0, 20)
  const purposes = [oids.documentSigning, oids.emailProtection].map(encodeOid)
  return [
    extension(oids.basicConstraints, true, encode(tags.sequence)),
    // digitalSignature and nonRepudiation: the two highest bits, six unused.
    extension(oids.keyUsage, true, encode(tags.bitString, Uint8Array.of(6, 0b1100_0000))),
    extension(oids.extendedKeyUsage, false, encode(tags.sequence, ...purposes)),
    extension(oids.subjectKeyIdentifier, false, encode(tags.octetString, identifier)),
    extension(oids.authorityKeyIdentifier, false, encode(tags.sequence, encode(0x80, identifier))),
  ]
}

function extension(type: string, critical: boolean, value: Bytes): Bytes {
  const flag = critical ? [encode(tags.boolean, Uint8Array.of(0xff))] : []
  return encode(tags.sequence, encodeOid(type), ...flag, encode(tags.octetString, value))
}

function nameOf({ name, organisation }: IdentityRequest): Bytes {
  const parts: [string, string][] = [[oids.commonName, name]]
  if (organisation !== undefined) parts.unshift([oids.organisation, organisation])
  return encode(
    tags.sequence,
    ...parts.map(([type, text]) =>
      encodeSetOf([
        encode(tags.sequence, encodeOid(type), encode(tags.utf8String, new TextEncoder().encode(text))),
      ]),
    ),
  )
}

// RFC 5280 4.1.2.2: positive, at most 20 octets; the leading 01 bits fix sign and length.
function serialNumber(random: Bytes): Bytes {
  const octets = Uint8Array.from(random)
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40
  return encodeUnsigned(octets)
}
