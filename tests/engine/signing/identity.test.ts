import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import {
  assertUsable,
  describeCertificate,
  parsePemCertificates,
  pemOf,
} from '../../../src/engine/signing/certificate.ts'
import { MalformedAsn1, encode, readSingle } from '../../../src/engine/signing/asn1.ts'
import { instantOf } from '../../../src/engine/signing/x509.ts'
import { createIdentity } from '../../../src/engine/signing/identity.ts'
import type { IdentityRequest } from '../../../src/engine/signing/identity.ts'
import type { Failure } from '../../../src/shared/contract/failure.ts'
import { failureWords as en } from '../../../src/shared/messages/en/failure.ts'
import { failureWords as zh } from '../../../src/shared/messages/zh/failure.ts'
import { testIdentity, toPem } from '../../builders/identities.ts'
import { hasTool } from '../../judges.ts'

const request: IdentityRequest = {
  name: '赵六𠮷',
  organisation: '示例知识产权代理有限公司',
  keyType: 'EC-P256',
  notBefore: new Date('2026-01-02T03:04:05.678Z'),
  notAfter: new Date('2052-01-02T03:04:05Z'),
  randomBytes: (length) => new Uint8Array(length).fill(0xff),
}
const failure = (code: string) => expect.objectContaining({ name: 'Failure', code })

test('describes itself in the words of a person', async () => {
  const { certificate } = await createIdentity(request)
  expect(await describeCertificate(certificate)).toEqual({
    subjectName: '赵六𠮷',
    organisation: '示例知识产权代理有限公司',
    issuerName: '赵六𠮷',
    serialHex: '7f' + 'ff'.repeat(15),
    notBefore: new Date('2026-01-02T03:04:05Z'),
    notAfter: new Date('2052-01-02T03:04:05Z'),
    sha256Fingerprint: Buffer.from(await crypto.subtle.digest('SHA-256', certificate)).toString('hex'),
    selfSigned: true,
    keyType: 'EC-P256',
    canSign: true,
  })
})

describe.skipIf(!hasTool('openssl'))('as openssl sees it', () => {
  test.each(['RSA-3072', 'EC-P256'] as const)(
    '%s: names, extensions, and a signature that holds',
    async (keyType) => {
      const { certificate } = await createIdentity({ ...request, keyType })
      const openssl = (...args: string[]) =>
        execFileSync('openssl', args, { input: pemOf(certificate) }).toString()
      const text = openssl('x509', '-noout', '-text', '-nameopt', 'utf8')
      expect(text).toContain('O=示例知识产权代理有限公司, CN=赵六𠮷')
      expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
      expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/)
      expect(text).toMatch(/Extended Key Usage:\s+1\.3\.6\.1\.5\.5\.7\.3\.36, E-mail Protection/)
      const identifiers = [...text.matchAll(/Key Identifier:\s+([0-9A-F:]{59})/g)].map(([, value]) => value)
      expect(identifiers).toHaveLength(2)
      expect(identifiers[0]).toBe(identifiers[1])
      expect(text).toMatch(/Not After : Jan {2}2 03:04:05 2052 GMT/)
      const verified = execFileSync(
        'sh',
        [
          '-c',
          'cat > "$0" && openssl verify -check_ss_sig -x509_strict -CAfile "$0" "$0"; rm "$0"',
          `${process.env['TMPDIR'] ?? '/tmp'}/identity-${process.pid}.pem`,
        ],
        { input: pemOf(certificate) },
      ).toString()
      expect(verified).toContain(': OK')
    },
  )
})

test('the key pair is one: what the signer signs, the certificate verifies', async () => {
  const { signer, pkcs8, certificate } = await testIdentity('EC-P256')
  expect(signer.certificate).toEqual(certificate)
  expect(signer.chain).toEqual([])
  await expect(
    crypto.subtle.importKey('pkcs8', pkcs8, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']),
  ).resolves.toBeDefined()
})

test.each([
  [0x17, '500101000000Z', '1950-01-01T00:00:00.000Z'],
  [0x17, '491231235959Z', '2049-12-31T23:59:59.000Z'],
  [0x17, '2601020304Z', '2026-01-02T03:04:00.000Z'],
  [0x18, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
  [0x18, '20260102030405.678Z', '2026-01-02T03:04:05.678Z'],
])('time %i %s is %s', (tag, text, instant) => {
  expect(instantOf(readSingle(encode(tag, new TextEncoder().encode(text)))).toISOString()).toBe(instant)
})

test.each([
  [0x17, '261301000000Z'],
  [0x17, '260101000000+0800'],
  [0x18, '2026010103'],
  [0x04, '20260101000000Z'],
])('time %i %s is none', (tag, text) => {
  expect(() => instantOf(readSingle(encode(tag, new TextEncoder().encode(text))))).toThrow(MalformedAsn1)
})

describe('certificates in PEM', () => {
  test('come back byte for byte, several in one text', async () => {
    const [first, second] = [
      (await testIdentity('EC-P256')).certificate,
      (await testIdentity('RSA-3072')).certificate,
    ]
    expect(pemOf(first)).toBe(toPem(first))
    const text = `subject=CN = x\n${pemOf(first)}\nissuer=…\r\n${pemOf(second).replaceAll('\n', '\r\n')}`
    expect(parsePemCertificates(text)).toEqual([first, second])
  })

  test.each([
    '',
    'no certificate',
    '-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----',
  ])('are refused when they are none: %j', (text) => {
    expect(() => parsePemCertificates(text)).toThrow(failure('certificate.unreadable'))
  })

  test('a description of garbage is refused', async () => {
    await expect(describeCertificate(Uint8Array.of(0x30, 0x00))).rejects.toEqual(
      failure('certificate.unreadable'),
    )
  })
})

describe('a certificate that cannot be read', () => {
  test('fails with a sentence whose every blank is filled', async () => {
    const { certificate } = await testIdentity('EC-P256')
    const oddName = certificate.slice()
    const commonName = Buffer.from('0603550403', 'hex')
    for (let at = -1; (at = Buffer.from(oddName).indexOf(commonName, at + 1)) >= 0;) oddName[at - 4] = 0x30
    for (const read of [
      () => describeCertificate(oddName),
      async () => assertUsable(oddName, new Date('2026-02-01')),
      async () => parsePemCertificates(''),
    ]) {
      const error = await read().then(
        () => undefined,
        (cause: unknown) => cause,
      )
      expect(error).toMatchObject({ code: 'certificate.unreadable' })
      const { code, facts } = error as Failure
      for (const words of [zh, en])
        expect(
          words[code].replace(/\{(\w+)\}/g, (whole, key: string) => String(facts[key] ?? whole)),
        ).not.toMatch(/[{}]/)
    }
  })
})

describe('a certificate may be used', () => {
  test('from its first to its last second, and not outside', async () => {
    const { certificate } = await createIdentity({ ...request, notAfter: new Date('2027-01-02T03:04:05Z') })
    const use = (time: string) => () => assertUsable(certificate, new Date(time))
    expect(use('2026-01-02T03:04:05Z')).not.toThrow()
    expect(use('2027-01-02T03:04:05Z')).not.toThrow()
    expect(use('2026-01-02T03:04:04Z')).toThrow(failure('identity.not-yet-valid'))
    expect(use('2027-01-02T03:04:06Z')).toThrow(
      expect.objectContaining({ code: 'identity.expired', facts: { name: '赵六𠮷', date: '2027-01-02' } }),
    )
  })

  test('only for what its key usage says', async () => {
    const { certificate } = await createIdentity(request)
    const usage = Buffer.from(certificate).indexOf(Buffer.from('030206c0', 'hex'))
    const encipherOnly = certificate.slice()
    encipherOnly[usage + 3] = 0x20
    expect(() => assertUsable(encipherOnly, new Date('2026-02-01'))).toThrow(
      failure('identity.not-for-signing'),
    )
  })
})
