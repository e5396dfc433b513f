import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeCertificate, parsePemCertificates } from '../../../src/engine/signing/certificate.ts'
import { openPkcs12, writePkcs12 } from '../../../src/engine/signing/pkcs12.ts'
import { testIdentity, toPem } from '../../builders/identities.ts'
import { hasTool } from '../../judges.ts'

const folder = mkdtempSync(join(tmpdir(), 'pkcs12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(folder, file)))
const certificateOf = (file: string) => parsePemCertificates(readFileSync(join(folder, file), 'utf8'))[0]!
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
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      `${kind}.key`,
      '-in',
      `${kind}.crt`,
      '-certfile',
      `${kind}.ca`,
      ...options,
      '-passout',
      `pass:${passphrase}`,
      '-out',
      'x.p12',
    )
    const signer = await openPkcs12(bytesOf('x.p12'), passphrase)

    expect(signer.certificate).toEqual(certificateOf(`${kind}.crt`))
    expect(signer.chain).toEqual([certificateOf(`${kind}.ca`)])
    writeFileSync(join(folder, 'tbs'), 'to be signed')
    writeFileSync(join(folder, 'sig'), await signer.sign(Buffer.from('to be signed')))
    openssl('x509', '-in', `${kind}.crt`, '-pubkey', '-noout', '-out', 'pub')
    expect(openssl('dgst', '-sha256', '-verify', 'pub', '-signature', 'sig', 'tbs')).toContain('Verified OK')
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
    for (const bytes of [new Uint8Array(), Uint8Array.of(1, 2, 3), whole.slice(0, 700)])
      await expect(openPkcs12(bytes, 'p')).rejects.toEqual(failure('identity.unreadable'))
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
