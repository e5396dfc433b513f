import forge from 'node-forge'
import { Failure } from '../../shared/contract/failure.ts'
import type { Bytes } from '../ports.ts'
import { oidOf, octetsOf, sequenceOf, smallIntegerOf } from './asn1.ts'
import type { Asn1 } from './asn1.ts'

/** Parts of node-forge its type declarations leave out. */
interface ForgeInside {
  readonly pbe: {
    generatePkcs12Key(
      passphrase: string,
      salt: forge.util.ByteStringBuffer,
      purpose: 1 | 2,
      iterations: number,
      length: number,
    ): forge.util.ByteStringBuffer
  }
  readonly rc2: {
    createDecryptionCipher(key: forge.util.ByteStringBuffer, effectiveBits: number): ForgeCipher
  }
  readonly des: {
    createDecryptionCipher(key: forge.util.ByteStringBuffer, mode: 'CBC'): ForgeCipher
  }
}

interface ForgeCipher {
  start(iv: forge.util.ByteStringBuffer, output: null): void
  update(input: forge.util.ByteStringBuffer): void
  finish(): boolean
  readonly output: forge.util.ByteStringBuffer
}

/** Ciphers of RFC 7292 appendix C that old systems still write. */
const ciphers: Record<string, { readonly keyLength: number; readonly kind: 'rc2' | 'des' }> = {
  '1.2.840.113549.1.12.1.3': { keyLength: 24, kind: 'des' },
  '1.2.840.113549.1.12.1.4': { keyLength: 16, kind: 'des' },
  '1.2.840.113549.1.12.1.5': { keyLength: 16, kind: 'rc2' },
  '1.2.840.113549.1.12.1.6': { keyLength: 5, kind: 'rc2' },
}

const MOST_ITERATIONS = 10_000_000

/**
 * Decrypts what a PKCS#12 file from before PBES2 holds: RC2 or 3DES under SHA-1.
 * Throws Failure identity.unreadable for other ciphers, identity.wrong-passphrase when the padding is wrong.
 */
export function decryptLegacy(algorithm: Asn1, ciphertext: Bytes, passphrase: string): Bytes {
  const [type, parameters] = sequenceOf(algorithm)
  const cipher = ciphers[oidOf(type)]
  if (cipher === undefined) throw new Failure('identity.unreadable', { reason: oidOf(type) })
  const [salt, count] = sequenceOf(parameters)
  const iterations = smallIntegerOf(count)
  if (iterations > MOST_ITERATIONS)
    throw new Failure('identity.unreadable', { reason: `${iterations} iterations` })
  const { pbe, rc2, des } = forge as unknown as ForgeInside
  const derive = (purpose: 1 | 2, length: number) =>
    pbe.generatePkcs12Key(passphrase, bufferOf(octetsOf(salt)), purpose, iterations, length)
  const key = derive(1, cipher.keyLength)
  if (cipher.kind === 'des' && cipher.keyLength === 16) key.putBytes(key.bytes(8))
  const decipher =
    cipher.kind === 'rc2'
      ? rc2.createDecryptionCipher(key, cipher.keyLength * 8)
      : des.createDecryptionCipher(key, 'CBC')
  decipher.start(derive(2, 8), null)
  decipher.update(bufferOf(ciphertext))
  if (!decipher.finish()) throw new Failure('identity.wrong-passphrase')
  return Uint8Array.from(decipher.output.getBytes(), (char) => char.charCodeAt(0))
}

function bufferOf(bytes: Bytes): forge.util.ByteStringBuffer {
  return forge.util.createBuffer(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
