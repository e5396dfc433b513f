import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { encode, encodeOid, tags } from '../../../src/engine/signing/asn1.ts'
import { describeCertificate, parsePemCertificates } from '../../../src/engine/signing/certificate.ts'
import { oids } from '../../../src/engine/signing/object-identifiers.ts'
import { openPkcs12, rewrapPkcs12 } from '../../../src/engine/signing/pkcs12-identity.ts'
import { pkcs12Oids } from '../../../src/engine/signing/pkcs12-reader.ts'
import { writePkcs12 } from '../../../src/engine/signing/pkcs12.ts'
import { testIdentity, toPem } from '../../builders/identities.ts'
import { hasTool } from '../../judges.ts'

const folder = mkdtempSync(join(tmpdir(), 'pkcs12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(folder, file)))
const certificateOf = (file: string) => parsePemCertificates(readFileSync(join(folder, file), 'utf8'))[0]!
/** What is kept is written with 600 000; that is for one test to see. */
const quick = { iterations: 1000 }
/** Everything openssl says of a PKCS#12 file, its key unprotected at the end. */
const opensslInfo = (file: string, passphrase: string) =>
  execFileSync(
    'sh',
    ['-c', 'openssl pkcs12 -in "$0" -info -noenc -nocerts -passin "pass:$1" 2>&1', file, passphrase],
    { cwd: folder },
  ).toString()
/** A PKCS#12 file without encryption or MAC that holds several keys: openssl writes one only. */
const unprotectedPkcs12 = (pairs: readonly { pkcs8: Uint8Array; certificate: Uint8Array }[]) => {
  const bag = (type: string, value: Uint8Array) => encode(tags.sequence, encodeOid(type), encode(0xa0, value))
  const bags = pairs.flatMap(({ pkcs8, certificate }) => [
    bag(pkcs12Oids.keyBag, pkcs8),
    bag(pkcs12Oids.certificateBag, bag(pkcs12Oids.x509Certificate, encode(tags.octetString, certificate))),
  ])
  const data = (contents: Uint8Array) => bag(oids.data, encode(tags.octetString, contents))
  const safe = encode(tags.sequence, data(encode(tags.sequence, ...bags)))
  return encode(tags.sequence, encode(tags.integer, Uint8Array.of(3)), data(safe))
}
const failure = (code: string) => expect.objectContaining({ name: 'Failure', code })

const keys = {
  'rsa-2048': ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'rsa-3072': ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072'],
  'rsa-4096': ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:4096'],
  'ec-p256': ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'ec-p384': ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'ec-p521': ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
} as const

const legacy: string[] = ['-legacy']
const tripleDes = ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']
const mixed = ['-legacy', '-keypbe', 'AES-256-CBC', '-certpbe', 'PBE-SHA1-RC2-128', '-macalg', 'sha256']

describe.skipIf(!hasTool('openssl'))('PKCS#12 files made by openssl', () => {
  const made = new Set<string>()
  const identity = (kind: keyof typeof keys) => {
    if (made.has(kind)) return
    made.add(kind)
    openssl(...keys[kind], '-out', `${kind}.key`)
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      `${kind}.key`,
      '-subj',
      '/CN=Root',
      '-days',
      '90',
      '-out',
      `${kind}.root`,
    )
    openssl('req', '-new', '-utf8', '-key', `${kind}.key`, '-subj', '/CN=李四', '-out', `${kind}.csr`)
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${kind}.ca.key`)
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      `${kind}.ca.key`,
      '-subj',
      '/CN=Issuer',
      '-days',
      '90',
      '-out',
      `${kind}.ca`,
    )
    openssl(
      'x509',
      '-req',
      '-in',
      `${kind}.csr`,
      '-CA',
      `${kind}.ca`,
      '-CAkey',
      `${kind}.ca.key`,
      '-CAcreateserial',
      '-days',
      '30',
      '-out',
      `${kind}.crt`,
    )
  }

  const exportAs = (out: string, kind: keyof typeof keys, passphrase: string, options: readonly string[]) =>
    openssl(
      ...['pkcs12', '-export', '-inkey', `${kind}.key`, '-in', `${kind}.crt`, '-certfile', `${kind}.ca`],
      ...[...options, '-passout', `pass:${passphrase}`, '-out', out],
    )

  const files: [kind: keyof typeof keys, passphrase: string, options: string[], what: string][] = [
    ['rsa-2048', 'Passw0rd', [], 'PBES2'],
    ['rsa-2048', '检察Pass-口令', [], 'PBES2, Chinese passphrase'],
    ['rsa-2048', '', [], 'PBES2, empty passphrase'],
    ['rsa-2048', 'Passw0rd', legacy, 'RC2-40 and 3DES'],
    ['rsa-2048', '检察Pass-口令', legacy, 'RC2-40 and 3DES, Chinese passphrase'],
    ['rsa-2048', '', legacy, 'RC2-40 and 3DES, empty passphrase'],
    ['rsa-2048', '检察Pass-口令', mixed, 'AES key, RC2-128 certificates, Chinese passphrase'],
    ['rsa-2048', 'Passw0rd', ['-nomac'], 'no MAC'],
    ['rsa-2048', 'Passw0rd', ['-keypbe', 'NONE', '-certpbe', 'NONE'], 'nothing encrypted, MAC only'],
    ['rsa-3072', 'Passw0rd', tripleDes, '3DES'],
    ['rsa-4096', 'Passw0rd', [], 'PBES2'],
    ['ec-p256', 'Passw0rd', legacy, 'RC2-40 and 3DES'],
    ['ec-p256', '检察Pass-口令', [], 'PBES2'],
    ['ec-p384', 'Passw0rd', tripleDes, '3DES'],
    ['ec-p521', 'Passw0rd', [], 'PBES2'],
  ]

  test.each(files)('%s, passphrase "%s", %j opens (%s)', async (kind, passphrase, options) => {
    identity(kind)
    exportAs('x.p12', kind, passphrase, options)
    const signer = await openPkcs12(bytesOf('x.p12'), passphrase)

    expect(signer.certificate).toEqual(certificateOf(`${kind}.crt`))
    expect(signer.chain).toEqual([certificateOf(`${kind}.ca`)])
    writeFileSync(join(folder, 'tbs'), 'to be signed')
    writeFileSync(join(folder, 'sig'), await signer.sign(Buffer.from('to be signed')))
    openssl('x509', '-in', `${kind}.crt`, '-pubkey', '-noout', '-out', 'pub')
    expect(openssl('dgst', '-sha256', '-verify', 'pub', '-signature', 'sig', 'tbs')).toContain('Verified OK')
  })

  test.each(files)(
    '%s, passphrase "%s", %j is kept under AES-256 (%s)',
    async (kind, passphrase, options) => {
      identity(kind)
      exportAs('x.p12', kind, passphrase, options)
      const anew = passphrase === '' ? '新的口令 Kept' : undefined
      const kept = await rewrapPkcs12(bytesOf('x.p12'), {
        passphrase,
        ...(anew === undefined ? {} : { newPassphrase: anew }),
        ...quick,
      })
      expect(kept.certificate).toEqual(certificateOf(`${kind}.crt`))
      expect(kept.chain).toEqual([certificateOf(`${kind}.ca`)])
      const signer = await openPkcs12(kept.pkcs12, anew ?? passphrase)
      expect([signer.certificate, signer.chain]).toEqual([kept.certificate, kept.chain])

      writeFileSync(join(folder, 'kept.p12'), kept.pkcs12)
      const info = opensslInfo('kept.p12', anew ?? passphrase)
      expect(info).toContain('MAC: sha256, Iteration 1000')
      expect(info.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 1000, PRF hmacWithSHA256/g)).toHaveLength(2)
      expect(info).not.toMatch(/pbeWithSHA1|PBE-SHA1/i)
      // It is the same key.
      const pem = info.slice(info.indexOf('-----BEGIN PRIVATE KEY-----'))
      writeFileSync(join(folder, 'kept.key'), pem)
      expect(openssl('pkey', '-in', 'kept.key', '-pubout')).toBe(
        openssl('pkey', '-in', `${kind}.key`, '-pubout'),
      )
    },
  )

  test('what is kept is as hard to guess at as what we make', async () => {
    identity('ec-p256')
    exportAs('x.p12', 'ec-p256', 'p', legacy)
    const { pkcs12 } = await rewrapPkcs12(bytesOf('x.p12'), { passphrase: 'p' })
    writeFileSync(join(folder, 'kept.p12'), pkcs12)
    expect(opensslInfo('kept.p12', 'p').match(/Iteration 600000/g)).toHaveLength(3)
  })

  test('nothing is kept without a passphrase', async () => {
    identity('ec-p256')
    exportAs('empty.p12', 'ec-p256', '', [])
    await expect(rewrapPkcs12(bytesOf('empty.p12'), { passphrase: '', ...quick })).rejects.toEqual(
      failure('identity.weak-passphrase'),
    )
  })

  test('a passphrase typed in full width opens what half width locked, and what it locked itself', async () => {
    identity('ec-p256')
    const wide = 'Ｐａｓｓ　１２３'
    for (const locked of [wide, 'Pass 123']) {
      exportAs('wide.p12', 'ec-p256', locked, [])
      const kept = await rewrapPkcs12(bytesOf('wide.p12'), { passphrase: wide, ...quick })
      expect((await openPkcs12(kept.pkcs12, wide)).certificate).toEqual(kept.certificate)
      // Other programs open it with what opened it before.
      writeFileSync(join(folder, 'kept.p12'), kept.pkcs12)
      expect(opensslInfo('kept.p12', locked)).toContain('PRIVATE KEY')
    }
    await expect(openPkcs12(bytesOf('wide.p12'), 'Ｐａｓｓ')).rejects.toEqual(
      failure('identity.wrong-passphrase'),
    )
  })

  describe('of several keys', () => {
    // As authorities hand them out: one key to encrypt with, one to sign with, in one file.
    const joined = async (kinds: readonly [kind: keyof typeof keys | 'k1', usage: string][]) => {
      const bags = await Promise.all(
        kinds.map(async ([kind, usage]) => {
          if (kind === 'k1') openssl('ecparam', '-name', 'secp256k1', '-genkey', '-noout', '-out', 'k1.key')
          else identity(kind)
          const extension = ['-addext', `keyUsage=critical,${usage}`]
          const subject = ['-subj', `/CN=${usage}`]
          openssl('req', '-x509', '-new', '-key', `${kind}.key`, ...subject, ...extension, '-out', 'one.crt')
          openssl('pkcs8', '-topk8', '-nocrypt', '-in', `${kind}.key`, '-outform', 'DER', '-out', 'one.der')
          return { pkcs8: bytesOf('one.der'), certificate: certificateOf('one.crt') }
        }),
      )
      return unprotectedPkcs12(bags)
    }
    const nameOf = async (certificate: Uint8Array<ArrayBuffer>) =>
      (await describeCertificate(certificate)).subjectName

    test('that which may sign is taken, wherever it stands', async () => {
      for (const kinds of [
        [
          ['rsa-2048', 'keyEncipherment'],
          ['ec-p256', 'digitalSignature'],
        ],
        [
          ['ec-p256', 'nonRepudiation'],
          ['rsa-2048', 'keyEncipherment'],
        ],
      ] as [keyof typeof keys, string][][]) {
        const bytes = await joined(kinds)
        const usage = kinds.find(([, each]) => each !== 'keyEncipherment')![1]
        const kept = await rewrapPkcs12(bytes, { passphrase: 'any', ...quick })
        expect(await nameOf(kept.certificate)).toBe(usage)
        expect(kept.chain).toEqual([])
        expect(await nameOf((await openPkcs12(kept.pkcs12, 'any')).certificate)).toBe(usage)
      }
    })

    test('one that cannot be used does not hide one that can', async () => {
      const bytes = await joined([
        ['k1', 'digitalSignature'],
        ['ec-p256', 'digitalSignature,keyAgreement'],
      ])
      expect(await nameOf((await openPkcs12(bytes, 'any')).certificate)).toContain('keyAgreement')
    })

    test('where none may sign the first is taken, and says so itself', async () => {
      const bytes = await joined([
        ['ec-p256', 'keyAgreement'],
        ['rsa-2048', 'keyEncipherment'],
      ])
      const { certificate } = await openPkcs12(bytes, 'any')
      expect(await describeCertificate(certificate)).toMatchObject({
        subjectName: 'keyAgreement',
        canSign: false,
      })
    })
  })

  test.each([
    ['PBES2', []],
    ['PBES2 without MAC', ['-nomac']],
    ['legacy', legacy],
  ])('a wrong passphrase is named as such (%s)', async (_, options) => {
    identity('rsa-2048')
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'rsa-2048.key',
      '-in',
      'rsa-2048.crt',
      ...options,
      '-passout',
      'pass:right',
      '-out',
      'y.p12',
    )
    await expect(openPkcs12(bytesOf('y.p12'), 'wrong')).rejects.toEqual(failure('identity.wrong-passphrase'))
  })

  test('certificates without a key, and a key without its certificate, are no identity', async () => {
    identity('rsa-2048')
    openssl('pkcs12', '-export', '-nokeys', '-in', 'rsa-2048.crt', '-passout', 'pass:p', '-out', 'z.p12')
    await expect(openPkcs12(bytesOf('z.p12'), 'p')).rejects.toEqual(failure('identity.no-key'))
    openssl('pkcs12', '-export', '-nocerts', '-inkey', 'rsa-2048.key', '-passout', 'pass:p', '-out', 'z.p12')
    await expect(openPkcs12(bytesOf('z.p12'), 'p')).rejects.toEqual(failure('identity.no-key'))
  })

  test('a key WebCrypto cannot use is refused by its kind', async () => {
    openssl('ecparam', '-name', 'secp256k1', '-genkey', '-noout', '-out', 'k1.key')
    openssl('req', '-x509', '-new', '-key', 'k1.key', '-subj', '/CN=k1', '-out', 'k1.crt')
    openssl('pkcs12', '-export', '-inkey', 'k1.key', '-in', 'k1.crt', '-passout', 'pass:p', '-out', 'k1.p12')
    await expect(openPkcs12(bytesOf('k1.p12'), 'p')).rejects.toMatchObject({
      code: 'identity.unsupported-key',
      facts: { kind: '1.3.132.0.10' },
    })
  })

  test.each([
    ['SM2', ['ecparam', '-name', 'SM2', '-genkey', '-noout']],
    ['Ed25519', ['genpkey', '-algorithm', 'ed25519']],
  ])('a key %s is refused by its name', async (kind, command) => {
    openssl(...command, '-out', 'other.key')
    openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'other.key', '-outform', 'DER', '-out', 'other.der')
    const { certificate } = await testIdentity('EC-P256')
    const bytes = unprotectedPkcs12([{ pkcs8: bytesOf('other.der'), certificate }])
    await expect(openPkcs12(bytes, 'any')).rejects.toMatchObject({
      code: 'identity.unsupported-key',
      facts: { kind },
    })
  })

  test('garbage and cut-off files are unreadable', async () => {
    identity('rsa-2048')
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'rsa-2048.key',
      '-in',
      'rsa-2048.crt',
      '-passout',
      'pass:p',
      '-out',
      'w.p12',
    )
    const whole = bytesOf('w.p12')
    const garbage = encode(tags.sequence, encode(tags.integer, Uint8Array.of(3)), encode(tags.sequence))
    const certificate = certificateOf('rsa-2048.crt')
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(1, 2, 3),
      whole.slice(0, 700),
      garbage,
      certificate,
    ]) {
      await expect(openPkcs12(bytes, 'p')).rejects.toEqual(failure('identity.unreadable'))
      await expect(rewrapPkcs12(bytes, { passphrase: 'p', ...quick })).rejects.toEqual(
        failure('identity.unreadable'),
      )
    }
  })

  test('the certificate is found by its key, not by its place in the file', async () => {
    const [own, other] = [await testIdentity('EC-P256'), await testIdentity('RSA-3072')]
    const bytes = await writePkcs12({
      pkcs8: own.pkcs8,
      certificate: other.certificate,
      chain: [own.certificate],
      passphrase: 'p',
      friendlyName: 'x',
      iterations: 1000,
    })
    expect((await openPkcs12(bytes, 'p')).certificate).toEqual(own.certificate)
  })

  test('what we write, openssl opens with a Chinese passphrase and sees AES-256 and SHA-256', async () => {
    const { pkcs8, certificate } = await testIdentity('EC-P256')
    const passphrase = '口令 Pass—2026'
    const bytes = await writePkcs12({ pkcs8, certificate, passphrase, friendlyName: '示例签名人' })
    writeFileSync(join(folder, 'ours.p12'), bytes)
    const text = execFileSync(
      'sh',
      ['-c', 'openssl pkcs12 -in ours.p12 -info -noenc -passin "pass:$0" 2>&1', passphrase],
      { cwd: folder },
    ).toString()
    expect(text).toContain('MAC: sha256, Iteration 600000')
    expect(text.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256/g)).toHaveLength(2)
    expect(text).toContain(toPem(certificate))
    const { sha256Fingerprint } = await describeCertificate(certificate)
    expect(text.toLowerCase()).toContain(sha256Fingerprint.match(/../g)!.join(' '))
    expect(openssl('asn1parse', '-inform', 'DER', '-in', 'ours.p12')).toContain('pkcs7-data')
    expect((await openPkcs12(bytes, passphrase)).certificate).toEqual(certificate)
  })
})
