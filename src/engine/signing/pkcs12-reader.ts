import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { Failure } from '../../shared/contract/failure.ts'
import type { Bytes } from '../ports.ts'
import { MalformedAsn1, childrenOf, expectTag, octetsOf, oidOf, readAsn1, sequenceOf, tags } from './asn1.ts'
import type { Asn1 } from './asn1.ts'
import { oids } from './object-identifiers.ts'

/** What a PKCS#12 file holds once opened. */
export interface Pkcs12Contents {
  /** PrivateKeyInfo (RFC 5958), unprotected. */
  readonly privateKeys: readonly Bytes[]
  /** Certificates exactly as they were stored, in the order of the file. */
  readonly certificates: readonly Bytes[]
  /** The passphrase in the form that opened the file. */
  readonly opener: string
}

/** Object identifiers of RFC 7292 (bags) and RFC 9579 (PBMAC1). */
export const pkcs12Oids = {
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  safeContentsBag: '1.2.840.113549.1.12.10.1.6',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  pbes2: '1.2.840.113549.1.5.13',
  pbmac1: '1.2.840.113549.1.5.14',
} as const

const DEEPEST_BAG = 4

/**
 * Reads a PKCS#12 file with passphrase integrity (RFC 7292 4). Certificates are cut out, never encoded again. A passphrase
 * that does not open it is tried in its compatible form (NFKC) too: input methods write letters and spaces in full width.
 * Throws Failure identity.unreadable, identity.wrong-passphrase.
 */
export async function readPkcs12(bytes: Bytes, passphrase: string): Promise<Pkcs12Contents> {
  const [first = '', ...others] = new Set([passphrase, passphrase.normalize('NFKC')])
  try {
    return await readUnder(bytes, first)
  } catch (cause) {
    const [other] = others
    const isWrong = cause instanceof Failure && cause.code === 'identity.wrong-passphrase'
    if (!isWrong || other === undefined) throw cause
    return readUnder(bytes, other)
  }
}

async function readUnder(bytes: Bytes, passphrase: string): Promise<Pkcs12Contents> {
  try {
    const [, authSafe, macData] = sequenceOf(readAsn1(bytes))
    await checkMac(bytes, macData, passphrase)
    const contents = { privateKeys: [] as Bytes[], certificates: [] as Bytes[] }
    for (const info of sequenceOf(readAsn1(dataOf(authSafe)))) {
      const safe = await safeContentsOf(info, passphrase)
      await readBags(safe, passphrase, contents, 0)
    }
    return { ...contents, opener: passphrase }
  } catch (cause) {
    if (cause instanceof MalformedAsn1)
      throw new Failure('identity.unreadable', { reason: cause.message }, cause)
    throw cause
  }
}

async function checkMac(bytes: Bytes, macData: Asn1 | undefined, passphrase: string): Promise<void> {
  if (macData === undefined) return
  const [digestInfo] = sequenceOf(macData)
  const [algorithm] = sequenceOf(digestInfo)
  // pkijs knows the MAC of RFC 7292 only; under PBMAC1 a wrong passphrase shows when nothing decrypts.
  if (oidOf(sequenceOf(algorithm)[0]) === pkcs12Oids.pbmac1) return
  try {
    await pkijs.PFX.fromBER(bytes).parseInternalValues({ password: utf8(passphrase), checkIntegrity: true })
  } catch (cause) {
    throw new Failure('identity.wrong-passphrase', {}, cause)
  }
}

async function safeContentsOf(info: Asn1, passphrase: string): Promise<Bytes> {
  const [type, content] = sequenceOf(info)
  if (oidOf(type) !== pkcs12Oids.encryptedData) return dataOf(info)
  const [, encrypted] = sequenceOf(childrenOf(expectTag(content, 0xa0))[0])
  const [, algorithm, ciphertext] = sequenceOf(encrypted)
  return decrypt(algorithm, octetsOf(ciphertext, 0x80), passphrase)
}

async function readBags(
  safe: Bytes,
  passphrase: string,
  into: { privateKeys: Bytes[]; certificates: Bytes[] },
  depth: number,
): Promise<void> {
  if (depth > DEEPEST_BAG) throw new MalformedAsn1('bags in bags')
  for (const bag of sequenceOf(readAsn1(safe))) {
    const [type, wrapped] = sequenceOf(bag)
    const [value] = childrenOf(expectTag(wrapped, 0xa0))
    switch (oidOf(type)) {
      case pkcs12Oids.keyBag:
        into.privateKeys.push(expectTag(value, tags.sequence).raw)
        break
      case pkcs12Oids.shroudedKeyBag: {
        const [algorithm, ciphertext] = sequenceOf(value)
        into.privateKeys.push(await decrypt(algorithm, octetsOf(ciphertext), passphrase))
        break
      }
      case pkcs12Oids.certificateBag: {
        const [kind, certificate] = sequenceOf(value)
        if (oidOf(kind) === pkcs12Oids.x509Certificate)
          into.certificates.push(octetsOf(childrenOf(expectTag(certificate, 0xa0))[0]))
        break
      }
      case pkcs12Oids.safeContentsBag:
        if (value !== undefined) await readBags(value.raw, passphrase, into, depth + 1)
        break
    }
  }
}

/** PBES2 by pkijs; everything older by node-forge, which is loaded only then. */
async function decrypt(algorithm: Asn1 | undefined, ciphertext: Bytes, passphrase: string): Promise<Bytes> {
  const [type] = sequenceOf(algorithm)
  try {
    if (oidOf(type) !== pkcs12Oids.pbes2) {
      const { decryptLegacy } = await import('./pkcs12-legacy.ts')
      return decryptLegacy(expectTag(algorithm, tags.sequence), ciphertext, passphrase)
    }
    const encryptedContentInfo = new pkijs.EncryptedContentInfo({
      contentEncryptionAlgorithm: pkijs.AlgorithmIdentifier.fromBER(expectTag(algorithm, tags.sequence).raw),
      encryptedContent: new asn1js.OctetString({ valueHex: ciphertext }),
    })
    const encrypted = new pkijs.EncryptedData({ encryptedContentInfo })
    return new Uint8Array(await encrypted.decrypt({ password: utf8(passphrase) }))
  } catch (cause) {
    // The structure was sound, so what fails here is the padding: another passphrase than the one it was made with.
    throw cause instanceof Failure ? cause : new Failure('identity.wrong-passphrase', {}, cause)
  }
}

function dataOf(info: Asn1 | undefined): Bytes {
  const [type, content] = sequenceOf(info)
  if (oidOf(type) !== oids.data) throw new MalformedAsn1('not protected by a passphrase')
  return octetsOf(childrenOf(expectTag(content, 0xa0))[0])
}

function utf8(text: string): ArrayBuffer {
  return Uint8Array.from(new TextEncoder().encode(text)).buffer
}
