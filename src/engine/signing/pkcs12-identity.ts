import { Failure } from '../../shared/contract/failure.ts'
import type { Bytes, Signer } from '../ports.ts'
import { MalformedAsn1, encode, oidOf, readAsn1, sameBytes, sequenceOf, tags } from './asn1.ts'
import { describeCertificate, mayKeySign } from './certificate.ts'
import { oids } from './object-identifiers.ts'
import { readPkcs12 } from './pkcs12-reader.ts'
import { writePkcs12 } from './pkcs12.ts'
import { signerOf } from './signer.ts'
import { readCertificate } from './x509.ts'
import type { X509 } from './x509.ts'

/** One key of a PKCS#12 file with its certificate. */
interface Pair {
  readonly key: CryptoKey
  /** PrivateKeyInfo without attributes, unprotected. */
  readonly pkcs8: Bytes
  readonly certificate: Bytes
  readonly chain: readonly Bytes[]
}

/** What a PKCS#12 file says of its signer, and the same identity wrapped anew. */
export interface RewrappedIdentity {
  readonly pkcs12: Bytes
  /** Byte for byte as it stood in the file; so are those of the chain, issuer first. */
  readonly certificate: Bytes
  readonly chain: readonly Bytes[]
}

/**
 * Opens a PKCS#12 file: PBES2 with AES, or the old RC2 and 3DES kinds. The key becomes non-extractable;
 * the signer's certificate is the one that fits the key, whatever the order in the file, and of several keys the first
 * whose certificate may sign: some authorities give one for signing and one for encryption.
 * Throws Failure identity.unreadable, identity.wrong-passphrase, identity.no-key, identity.unsupported-key.
 */
export async function openPkcs12(bytes: Bytes, passphrase: string): Promise<Signer> {
  const { pair } = await signingPair(bytes, passphrase)
  return signerOf(pair.key, pair.certificate, pair.chain)
}

export interface RewrapRequest {
  /** Opens the file; may be empty. */
  readonly passphrase: string
  /** Protects what is written; without it, that which opened the file does. */
  readonly newPassphrase?: string
  /** As in `Pkcs12Request`. */
  readonly iterations?: number
}

/**
 * Opens a PKCS#12 file as `openPkcs12` does and writes its signer anew: whatever protected the file before, PBES2 with
 * AES-256 protects the result. Keys of the file that were not chosen are left out. Throws as `openPkcs12`, Failure
 * certificate.unreadable, and identity.weak-passphrase when there is no passphrase to write it under.
 */
export async function rewrapPkcs12(bytes: Bytes, request: RewrapRequest): Promise<RewrappedIdentity> {
  const { passphrase, newPassphrase, ...how } = request
  const { pair, opener } = await signingPair(bytes, passphrase)
  const under = newPassphrase ?? opener
  if (under === '') throw new Failure('identity.weak-passphrase', { minimum: 1 })
  const { pkcs8, certificate, chain } = pair
  const { subjectName: friendlyName } = await describeCertificate(certificate)
  const pkcs12 = await writePkcs12({ ...how, pkcs8, certificate, chain, passphrase: under, friendlyName })
  return { pkcs12, certificate, chain }
}

async function signingPair(bytes: Bytes, passphrase: string): Promise<{ pair: Pair; opener: string }> {
  const { privateKeys, certificates, opener } = await readPkcs12(bytes, passphrase)
  let other: Pair | undefined
  let unsupported: Failure | undefined
  for (const privateKey of privateKeys) {
    try {
      const pair = await pairOf(privateKey, certificates)
      if (pair && isForSigning(pair.certificate)) return { pair, opener }
      other ??= pair
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause
      // Another key of the file may do.
      unsupported ??= cause
    }
  }
  if (other) return { pair: other, opener }
  throw unsupported ?? new Failure('identity.no-key')
}

function isForSigning(certificate: Bytes): boolean {
  try {
    return mayKeySign(readCertificate(certificate))
  } catch {
    // Whoever describes the certificate says what is wrong with it.
    return false
  }
}

async function pairOf(privateKey: Bytes, certificates: readonly Bytes[]): Promise<Pair | undefined> {
  const { key, pkcs8 } = await importPrivateKey(privateKey)
  for (const certificate of certificates) {
    if (await fits(key, certificate))
      return { key, pkcs8, certificate, chain: issuersOf(certificate, certificates) }
  }
  return undefined
}

/** Kinds people know by name. */
const kindNames: Record<string, string> = { [oids.sm2]: 'SM2', [oids.ed25519]: 'Ed25519' }
const curves: Record<string, string> = { [oids.p256]: 'P-256', [oids.p384]: 'P-384', [oids.p521]: 'P-521' }

async function importPrivateKey(privateKey: Bytes): Promise<{ key: CryptoKey; pkcs8: Bytes }> {
  try {
    const [version, algorithm, key] = sequenceOf(readAsn1(privateKey))
    const [type, parameters] = sequenceOf(algorithm)
    const curve = parameters?.tag === tags.oid ? curves[oidOf(parameters)] : undefined
    const isRsa = oidOf(type) === oids.rsaEncryption
    if (!isRsa && (oidOf(type) !== oids.ecPublicKey || curve === undefined)) {
      const kind = oidOf(parameters?.tag === tags.oid ? parameters : type)
      throw new Failure('identity.unsupported-key', { kind: kindNames[kind] ?? kind })
    }
    // Without the attributes some systems append: not every platform takes them.
    const pkcs8 = encode(
      tags.sequence,
      ...[version, algorithm, key].map((part) => part?.raw ?? new Uint8Array()),
    )
    const usable = await crypto.subtle.importKey('pkcs8', pkcs8, keyAlgorithm(curve), false, ['sign'])
    return { key: usable, pkcs8 }
  } catch (cause) {
    if (cause instanceof MalformedAsn1)
      throw new Failure('identity.unreadable', { reason: cause.message }, cause)
    throw cause instanceof Failure
      ? cause
      : new Failure('identity.unsupported-key', { kind: 'unknown' }, cause)
  }
}

async function fits(key: CryptoKey, certificate: Bytes): Promise<boolean> {
  const probe = new TextEncoder().encode('probe')
  const usage = key.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : key.algorithm.name
  const { namedCurve } = key.algorithm as { namedCurve?: string }
  try {
    const { publicKey } = readCertificate(certificate)
    const counterpart = await crypto.subtle.importKey(
      'spki',
      Uint8Array.from(publicKey),
      keyAlgorithm(namedCurve),
      false,
      ['verify'],
    )
    return await crypto.subtle.verify(usage, counterpart, await crypto.subtle.sign(usage, key, probe), probe)
  } catch {
    // A certificate of another key type, or one that cannot be read, is simply not the signer's.
    return false
  }
}

function keyAlgorithm(curve: string | undefined): EcKeyImportParams | RsaHashedImportParams {
  return curve === undefined
    ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    : { name: 'ECDSA', namedCurve: curve }
}

/** The certificates above `leaf`, issuer first, as far as the names lead. */
function issuersOf(leaf: Bytes, certificates: readonly Bytes[]): Bytes[] {
  const rest = certificates.filter((der) => !sameBytes(der, leaf)).flatMap((der) => readable(der))
  const chain: Bytes[] = []
  for (let below = readCertificate(leaf); ;) {
    const index = rest.findIndex(({ subject }) => sameBytes(subject, below.issuer))
    const [above] = index < 0 ? [] : rest.splice(index, 1)
    if (above === undefined) return chain
    chain.push(above.raw)
    below = above
  }
}

function readable(der: Bytes): X509[] {
  try {
    return [readCertificate(der)]
  } catch {
    return []
  }
}
