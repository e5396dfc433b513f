import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { Failure } from '../../shared/contract/failure.ts'
import type { Bytes, Signer } from '../ports.ts'
import { MalformedAsn1, encode, oidOf, readAsn1, sameBytes, sequenceOf, tags } from './asn1.ts'
import { oids } from './object-identifiers.ts'
import { pkcs12Oids, readPkcs12 } from './pkcs12-reader.ts'
import { signerOf } from './signer.ts'
import { readCertificate } from './x509.ts'
import type { X509 } from './x509.ts'

export interface Pkcs12Request {
  /** PrivateKeyInfo in DER. */
  readonly pkcs8: Bytes
  readonly certificate: Bytes
  readonly chain?: readonly Bytes[]
  readonly passphrase: string
  readonly friendlyName: string
  /** PBKDF2 and MAC iterations; 600 000 unless told otherwise (OWASP 2023 for PBKDF2-HMAC-SHA256). */
  readonly iterations?: number
}

// PKCS #9 attributes of bags, RFC 2985 5.5.
const friendlyNameType = '1.2.840.113549.1.9.20'
const localKeyIdType = '1.2.840.113549.1.9.21'

/**
 * Wraps key and certificates (RFC 7292): PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC, MAC with SHA-256.
 * Salts and initialisation vectors are random, so no two files are the same.
 */
export async function writePkcs12(request: Pkcs12Request): Promise<Bytes> {
  const iterations = request.iterations ?? 600_000
  const password = Uint8Array.from(new TextEncoder().encode(request.passphrase)).buffer
  const protection = {
    password,
    // pkijs draws the initialisation vector itself; its type asks for one all the same.
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as pkijs.ContentEncryptionAlgorithm,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  }
  const localKeyId = await crypto.subtle.digest('SHA-256', request.certificate)
  const attributes = () => [
    new pkijs.Attribute({
      type: friendlyNameType,
      values: [new asn1js.BmpString({ value: request.friendlyName })],
    }),
    new pkijs.Attribute({ type: localKeyIdType, values: [new asn1js.OctetString({ valueHex: localKeyId })] }),
  ]
  const shrouded = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(request.pkcs8) })
  await shrouded.makeInternalValues(protection)
  const keySafe = new pkijs.SafeContents({
    safeBags: [
      new pkijs.SafeBag({
        bagId: pkcs12Oids.shroudedKeyBag,
        bagValue: shrouded,
        bagAttributes: attributes(),
      }),
    ],
  })
  const certificateSafe = new pkijs.SafeContents({
    safeBags: [request.certificate, ...(request.chain ?? [])].map(
      (der, index) =>
        new pkijs.SafeBag({
          bagId: pkcs12Oids.certificateBag,
          // certValue and not parsedValue, which would encode the certificate again.
          bagValue: new pkijs.CertBag({
            certId: pkcs12Oids.x509Certificate,
            certValue: new asn1js.OctetString({ valueHex: der }),
          }),
          ...(index === 0 ? { bagAttributes: attributes() } : {}),
        }),
    ),
  })
  const authenticatedSafe = new pkijs.AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: keySafe },
        { privacyMode: 1, value: certificateSafe },
      ],
    },
  })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, protection] })
  const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  await pfx.makeInternalValues({
    password,
    iterations,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return new Uint8Array(pfx.toSchema().toBER())
}

/**
 * Opens a PKCS#12 file: PBES2 with AES, or the old RC2 and 3DES kinds. The key becomes non-extractable;
 * the signer's certificate is the one that fits the key, whatever the order in the file.
 * Throws Failure identity.unreadable, identity.wrong-passphrase, identity.no-key, identity.unsupported-key.
 */
export async function openPkcs12(bytes: Bytes, passphrase: string): Promise<Signer> {
  const { privateKeys, certificates } = await readPkcs12(bytes, passphrase)
  for (const privateKey of privateKeys) {
    const key = await importPrivateKey(privateKey)
    for (const certificate of certificates) {
      if (await fits(key, certificate))
        return signerOf(key, certificate, issuersOf(certificate, certificates))
    }
  }
  throw new Failure('identity.no-key')
}

const curves: Record<string, string> = { [oids.p256]: 'P-256', [oids.p384]: 'P-384', [oids.p521]: 'P-521' }

async function importPrivateKey(pkcs8: Bytes): Promise<CryptoKey> {
  try {
    const [version, algorithm, key] = sequenceOf(readAsn1(pkcs8))
    const [type, parameters] = sequenceOf(algorithm)
    const curve = parameters?.tag === tags.oid ? curves[oidOf(parameters)] : undefined
    const isRsa = oidOf(type) === oids.rsaEncryption
    if (!isRsa && (oidOf(type) !== oids.ecPublicKey || curve === undefined))
      throw new Failure('identity.unsupported-key', {
        kind: oidOf(parameters?.tag === tags.oid ? parameters : type),
      })
    // Without the attributes some systems append: not every platform takes them.
    const bare = encode(
      tags.sequence,
      ...[version, algorithm, key].map((part) => part?.raw ?? new Uint8Array()),
    )
    return await crypto.subtle.importKey('pkcs8', bare, keyAlgorithm(curve), false, ['sign'])
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
