import { createHash } from 'node:crypto'
import forge from 'node-forge'
import { PDFHexString, PDFName, PDFNumber, PDFString, type PDFDocument, type PDFPage } from 'pdf-lib'

const contentsBytes = 4096
const rangeDigits = 10

/** The identity that signs the sample opinion. Its key follows from a published phrase and protects nothing. */
export interface SampleIdentity {
  readonly key: forge.pki.rsa.PrivateKey
  readonly certificate: forge.pki.Certificate
}

/** Makes the same RSA key and self-signed certificate at every run, so that the signed file never changes. */
export function sampleIdentity(name: string): SampleIdentity {
  let counter = 0
  const prng = {
    getBytesSync(length: number): string {
      let bytes = ''
      while (bytes.length < length) {
        bytes += createHash('sha256')
          .update(`rights-dossier specimen identity ${counter++}`)
          .digest()
          .toString('latin1')
      }
      return bytes.slice(0, length)
    },
  }
  const keys = forge.pki.rsa.generateKeyPair({
    bits: 2048,
    e: 0x10001,
    prng,
  } as forge.pki.rsa.GenerateKeyPairOptions)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = '5a0000000000000000000001'
  certificate.validity.notBefore = new Date('2026-01-01T00:00:00Z')
  certificate.validity.notAfter = new Date('2036-01-01T00:00:00Z')
  const subject = [
    { name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 },
    { name: 'organizationName', value: '示例 SPECIMEN', valueTagClass: forge.asn1.Type.UTF8 },
  ] as unknown as forge.pki.CertificateField[]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(keys.privateKey, forge.md.sha256.create())
  return { key: keys.privateKey, certificate }
}

/**
 * Saves the document with a detached PKCS#7 signature (adbe.pkcs7.detached, ISO 32000-1, 12.8.3.3) over everything
 * but the signature itself; `box` is the field's rectangle on the page, drawn by the page content.
 */
export async function saveSigned(
  document: PDFDocument,
  page: PDFPage,
  box: readonly [number, number, number, number],
  identity: SampleIdentity,
  about: { name: string; reason: string; location: string; at: string },
): Promise<Uint8Array> {
  const { context } = document
  const signature = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    ByteRange: [0, 1, 2, 3].map((i) => PDFNumber.of(10 ** (rangeDigits - 1) + i)),
    Contents: PDFHexString.of('0'.repeat(contentsBytes * 2)),
    Name: PDFHexString.fromText(about.name),
    Reason: PDFHexString.fromText(about.reason),
    Location: PDFHexString.fromText(about.location),
    M: PDFString.of(`D:${about.at.replace(/\D/g, '').slice(0, 14)}Z`),
  })
  const signatureRef = context.register(signature)
  const appearance = context.register(
    context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] }),
  )
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('Signature1'),
      V: signatureRef,
      Rect: [...box],
      P: page.ref,
      F: 4 + 128,
      AP: { N: appearance },
    }),
  )
  page.node.addAnnot(field)
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }))
  const saved = Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }))

  const start = saved.indexOf('<' + '0'.repeat(contentsBytes * 2) + '>')
  const end = start + contentsBytes * 2 + 2
  const placeholder = [0, 1, 2, 3].map((i) => String(10 ** (rangeDigits - 1) + i)).join(' ')
  const range = [0, start, end, saved.length - end].join(' ').padEnd(placeholder.length)
  saved.write(range, saved.indexOf(placeholder), 'latin1')
  const covered = Buffer.concat([saved.subarray(0, start), saved.subarray(end)])
  const cms = detached(covered, identity, about.at)
  saved.write(cms.toString('hex').padEnd(contentsBytes * 2, '0'), start + 1, 'latin1')
  return saved
}

function detached(content: Buffer, { key, certificate }: SampleIdentity, at: string): Buffer {
  const p7 = forge.pkcs7.createSignedData()
  p7.content = forge.util.createBuffer(content.toString('latin1'))
  p7.addCertificate(certificate)
  p7.addSigner({
    key,
    certificate,
    digestAlgorithm: forge.pki.oids['sha256']!,
    authenticatedAttributes: [
      { type: forge.pki.oids['contentType']!, value: forge.pki.oids['data']! },
      { type: forge.pki.oids['messageDigest']! },
      { type: forge.pki.oids['signingTime']!, value: new Date(at) as unknown as string },
    ],
  })
  p7.sign({ detached: true })
  return Buffer.from(forge.asn1.toDer(p7.toAsn1()).getBytes(), 'latin1')
}
