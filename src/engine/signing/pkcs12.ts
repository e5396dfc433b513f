import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Bytes } from '../ports.ts'
import { pkcs12Oids } from './pkcs12-reader.ts'

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
