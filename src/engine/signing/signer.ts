import type { Bytes, Signer } from '../ports.ts'
import { encode, encodeOid, encodeUnsigned, tags } from './asn1.ts'
import { oids } from './object-identifiers.ts'

/**
 * A signer around a key of the platform: RSASSA-PKCS1-v1_5 or ECDSA, always with SHA-256.
 * `key` must allow `sign`; it need not be extractable. `chain`: issuer first.
 */
export function signerOf(key: CryptoKey, certificate: Bytes, chain: readonly Bytes[]): Signer {
  const isEc = key.algorithm.name === 'ECDSA'
  return {
    keyType: isEc ? 'EC' : 'RSA',
    certificate,
    chain,
    async sign(toBeSigned) {
      const algorithm = isEc ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'RSASSA-PKCS1-v1_5' }
      const signature = await crypto.subtle.sign(algorithm, key, Uint8Array.from(toBeSigned))
      return isEc ? ecdsaSignatureValue(new Uint8Array(signature)) : new Uint8Array(signature)
    },
  }
}

/** DER `Ecdsa-Sig-Value` (RFC 5480 2.2) of the fixed-width r ‖ s that WebCrypto gives. */
export function ecdsaSignatureValue(fixedWidth: Uint8Array): Bytes {
  const half = fixedWidth.length / 2
  return encode(
    tags.sequence,
    encodeUnsigned(fixedWidth.subarray(0, half)),
    encodeUnsigned(fixedWidth.subarray(half)),
  )
}

/** AlgorithmIdentifier of a signature with SHA-256: RSA with NULL (RFC 4055 5), ECDSA without (RFC 5758 3.2). */
export function signatureAlgorithm(keyType: Signer['keyType']): Bytes {
  return keyType === 'RSA'
    ? encode(tags.sequence, encodeOid(oids.sha256WithRsa), encode(tags.null))
    : encode(tags.sequence, encodeOid(oids.ecdsaWithSha256))
}
