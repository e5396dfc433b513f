import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bytes, Signer } from '../../../src/engine/ports.ts'
import { childrenOf, encode, encodeOid, readSingle, sequenceOf } from '../../../src/engine/signing/asn1.ts'
import { addSignatureTimestamp, buildCades } from '../../../src/engine/signing/cades.ts'
import { parsePemCertificates } from '../../../src/engine/signing/certificate.ts'
import { createIdentity } from '../../../src/engine/signing/identity.ts'
import { readCertificate } from '../../../src/engine/signing/x509.ts'
import { judgeTrust } from '../../../src/engine/verification/certificate-trust.ts'
import { readSignedData } from '../../../src/engine/verification/cms-structure.ts'
import { verifyDetachedCms } from '../../../src/engine/verification/cms.ts'
import type { CmsOptions } from '../../../src/engine/verification/cms.ts'
import { testIdentity } from '../../builders/identities.ts'
import { hasTool } from '../../judges.ts'

const content = new TextEncoder().encode('原件清单')
const digestOf = async (name: string) => new Uint8Array(await crypto.subtle.digest(name, content))
// openssl signs with the clock of this machine.
const at = new Date()
const signingTime = new Date('2026-03-04T05:06:07Z')

const judge = (cms: Bytes, options: Partial<CmsOptions> = {}) =>
  verifyDetachedCms(cms, digestOf, {
    trusted: [],
    at,
    profile: 'cades',
    subject: 'signature001.p7s',
    ...options,
  })
const outcome = async (cms: Bytes, options: Partial<CmsOptions> = {}) => {
  const { integrity, signer, time, findings } = await judge(cms, options)
  return { integrity, signer, time, codes: findings.map(({ code }) => code) }
}
const sign = async (signer: Signer, time = signingTime) =>
  buildCades({ signer, messageDigest: await digestOf('SHA-256'), profile: 'cades', signingTime: time })

let signer: Signer
let genuine: Bytes
beforeAll(async () => {
  ;({ signer } = await testIdentity('EC-P256'))
  genuine = await sign(signer)
})

describe('a claimed time still to come', () => {
  const madeFor = (notBefore: string) =>
    createIdentity({
      name: '未来人',
      keyType: 'EC-P256',
      notBefore: new Date(notBefore),
      notAfter: new Date('2095-01-01'),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    })

  test('is said, and the certificate judged as of now', async () => {
    const { signer, certificate } = await madeFor('2090-01-01')
    const cms = await sign(signer, new Date('2091-06-01T00:00:00Z'))
    const verdict = await judge(cms, { trusted: [certificate] })
    expect(verdict).toMatchObject({ integrity: 'intact', signer: 'invalid', time: 'claimed' })
    expect(verdict.findings).toMatchObject([
      { code: 'time.in-the-future', severity: 'warning', facts: { time: '2091-06-01 00:00:00 UTC' } },
      { code: 'signer.not-yet-valid' },
    ])
  })

  test('a claim beside the signature counts the same; clocks may differ by a day', async () => {
    const { signer, certificate } = await madeFor('2020-01-01')
    const cms = await buildCades({ signer, messageDigest: await digestOf('SHA-256'), profile: 'pades' })
    const claim = (hours: number) =>
      outcome(cms, {
        profile: 'pades',
        trusted: [certificate],
        claimedTime: new Date(at.getTime() + hours * 3_600_000),
      })
    expect(await claim(23)).toMatchObject({ signer: 'trusted', codes: [] })
    expect(await claim(25)).toMatchObject({ signer: 'trusted', codes: ['time.in-the-future'] })
  })
})

describe('what we sign', () => {
  test.each(['RSA-3072', 'EC-P256'] as const)('%s is intact, self-signed, claimed', async (keyType) => {
    const { signer, certificate } = await testIdentity(keyType)
    expect(await judge(await sign(signer))).toMatchObject({
      integrity: 'intact',
      signer: 'self-signed',
      time: 'claimed',
      signerName: '示例签名人',
      certificate,
      signingTime,
    })
  })

  test('is trusted once its very certificate is', async () => {
    expect(await outcome(genuine, { trusted: [signer.certificate] })).toEqual({
      integrity: 'intact',
      signer: 'trusted',
      time: 'claimed',
      codes: [],
    })
  })

  test('is changed when the content is another', async () => {
    const other = async () => new Uint8Array(32)
    expect(
      await verifyDetachedCms(genuine, other, { trusted: [], at, profile: 'cades', subject: 's' }),
    ).toMatchObject({ integrity: 'changed', findings: [{ code: 'signature.content-changed' }, {}] })
  })

  test('loses its integrity with any single bit', { timeout: 60_000 }, async () => {
    for (let index = 0; index < genuine.length * 8; index++) {
      const forged = genuine.slice()
      forged[index >> 3] = forged[index >> 3]! ^ (1 << (index & 7))
      expect((await judge(forged)).integrity, `bit ${index}`).not.toBe('intact')
    }
  })

  test('never makes the judge throw, whatever it is turned into', { timeout: 60_000 }, async () => {
    const edits = fc.array(fc.record({ offset: fc.nat(genuine.length - 1), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(edits, fc.nat(genuine.length), async (list, length) => {
        const forged = genuine.slice(0, length)
        for (const { offset, byte } of list) if (offset < length) forged[offset] = byte
        await judge(forged)
      }),
      { seed: 20261122, numRuns: 1000 },
    )
  })
})

describe('structures that must not pass', () => {
  const rebuilt = (change: (members: Bytes[]) => Bytes[]) => {
    const [type, explicit] = sequenceOf(readSingle(genuine))
    const members = childrenOf(childrenOf(explicit!)[0]!).map(({ raw }) => raw)
    return encode(0x30, type!.raw, encode(0xa0, encode(0x30, ...change(members))))
  }
  const replaceLast = (members: Bytes[], last: Bytes) => [...members.slice(0, -1), last]
  const signerInfo = () => childrenOf(readSingle(rebuiltMembers().at(-1)!))[0]!
  const rebuiltMembers = () =>
    childrenOf(childrenOf(sequenceOf(readSingle(genuine))[1]!)[0]!).map(({ raw }) => raw)

  test.each([
    [
      'two signers',
      'signature.signer-count',
      () => rebuilt((m) => replaceLast(m, encode(0x31, signerInfo().raw, signerInfo().raw))),
    ],
    ['no signer', 'signature.signer-count', () => rebuilt((m) => replaceLast(m, encode(0x31)))],
    [
      'content of its own',
      'signature.enveloped',
      () =>
        rebuilt((m) =>
          m.with(2, encode(0x30, encodeOid('1.2.840.113549.1.7.1'), encode(0xa0, encode(0x04, content)))),
        ),
    ],
    ['no certificate', 'signature.certificate-missing', () => rebuilt((m) => m.toSpliced(3, 1))],
    [
      'no signed attributes',
      'signature.attributes-missing',
      () =>
        rebuilt((m) =>
          replaceLast(
            m,
            encode(
              0x31,
              encode(
                0x30,
                ...childrenOf(signerInfo())
                  .filter(({ tag }) => tag !== 0xa0)
                  .map(({ raw }) => raw),
              ),
            ),
          ),
        ),
    ],
    [
      'a signed attribute twice',
      'signature.attribute-duplicate',
      () =>
        rebuilt((m) =>
          replaceLast(
            m,
            encode(
              0x31,
              encode(
                0x30,
                ...childrenOf(signerInfo()).map(({ tag, raw, contents }) =>
                  tag === 0xa0 ? encode(0xa0, contents, contents) : raw,
                ),
              ),
            ),
          ),
        ),
    ],
    [
      'a digest list that does not name the digest',
      'signature.inconsistent',
      () => rebuilt((m) => m.with(1, encode(0x31))),
    ],
    ['bytes after the structure', 'signature.unreadable', () => new Uint8Array([...genuine, 0])],
    ['nothing', 'signature.unreadable', () => new Uint8Array()],
  ] as const)('%s', async (_, code, forge) => {
    const { integrity, codes } = await outcome(forge())
    expect(codes).toContain(code)
    expect(integrity).not.toBe('intact')
  })

  test('a certificate of the same key, issuer and number that was not the one signed with', async () => {
    const { signer, certificate } = await testIdentity('EC-P256')
    const twin = certificate.slice()
    twin[twin.length - 1] = twin.at(-1)! ^ 1
    const {
      integrity,
      signer: who,
      codes,
    } = await outcome(
      rebuilt((m) => m.with(3, encode(0xa0, twin))),
      { trusted: [signer.certificate, twin] },
    )
    expect({ integrity, who, codes }).toEqual({
      integrity: 'cannot-confirm',
      who: 'invalid',
      codes: ['signature.certificate-substituted'],
    })
  })
})

describe('signatures made to deceive', () => {
  test('algorithms exchanged outside the signed attributes', async () => {
    const asRsa = await sign({ ...signer, keyType: 'RSA' })
    const ecdsa = encode(0x30, encodeOid('1.2.840.10045.4.3.2'))
    const [type, explicit] = sequenceOf(readSingle(asRsa))
    const members = childrenOf(childrenOf(explicit!)[0]!).map(({ raw }) => raw)
    const info = childrenOf(childrenOf(readSingle(members.at(-1)!))[0]!).map(({ raw }) => raw)
    const signerInfo = encode(0x31, encode(0x30, ...info.with(4, ecdsa)))
    const forged = encode(0x30, type!.raw, encode(0xa0, encode(0x30, ...members.with(-1, signerInfo))))
    expect(await outcome(forged)).toMatchObject({
      integrity: 'cannot-confirm',
      codes: ['signature.algorithm-mismatch', 'signer.self-signed'],
    })
  })

  test("somebody else's certificate: changed, and trust in that certificate is no trust in this", async () => {
    const thief = await createIdentity({
      name: 'thief',
      keyType: 'EC-P256',
      notBefore: signingTime,
      notAfter: at,
      randomBytes: (length) => new Uint8Array(length),
    })
    const forged = await sign({ ...signer, sign: (bytes) => thief.signer.sign(bytes) })
    expect(await outcome(forged, { trusted: [signer.certificate] })).toEqual({
      integrity: 'changed',
      signer: 'unknown',
      time: 'claimed',
      codes: ['signature.value-wrong'],
    })
  })
})

describe('the signer at the time of signing', () => {
  const identity = (notBefore: string, notAfter: string) =>
    createIdentity({
      name: 'X',
      keyType: 'EC-P256',
      notBefore: new Date(notBefore),
      notAfter: new Date(notAfter),
      randomBytes: (n) => new Uint8Array(n).fill(1),
    })

  test('expired, not yet valid, and expired since', async () => {
    const expired = await identity('2024-01-01', '2025-01-01')
    const early = await identity('2026-06-01', '2027-01-01')
    const since = await identity('2026-01-01', '2026-06-01')
    expect(await outcome(await sign(expired.signer))).toMatchObject({
      integrity: 'intact',
      signer: 'invalid',
      codes: ['signer.expired'],
    })
    expect(await outcome(await sign(early.signer))).toMatchObject({
      integrity: 'intact',
      signer: 'invalid',
      codes: ['signer.not-yet-valid'],
    })
    expect(await outcome(await sign(since.signer), { trusted: [since.certificate] })).toMatchObject({
      signer: 'trusted',
      codes: ['signer.expired-since'],
    })
  })
})

describe.skipIf(!hasTool('openssl'))('what openssl signs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cms-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const der = (file: string) => new Uint8Array(readFileSync(join(folder, file)))
  const pem = (file: string) => parsePemCertificates(readFileSync(join(folder, file), 'utf8'))[0]!
  const write = (file: string, data: string | Uint8Array) => writeFileSync(join(folder, file), data)

  const certificate = (
    name: string,
    issuer: string,
    extensions: string,
    key = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    days = ['-days', '3000'],
  ) => {
    openssl('genpkey', ...key, '-out', `${name}.key`)
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`)
    write(`${name}.ext`, extensions)
    const by =
      issuer === name
        ? ['-signkey', `${name}.key`]
        : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial']
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...by,
      ...days,
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    )
  }
  const ca = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash'
  const leaf =
    'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nsubjectKeyIdentifier=hash'
  const rsa = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']

  beforeAll(() => {
    write('content', content)
    certificate('root', 'root', ca)
    certificate('sub', 'root', `${ca}`.replace('CA:TRUE', 'CA:TRUE,pathlen:0'))
    certificate('signer', 'sub', leaf, rsa)
    certificate('deep', 'sub', ca)
    certificate('tooDeep', 'deep', leaf)
    certificate('byLeaf', 'signer', leaf)
    certificate(
      'notCa',
      'root',
      'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyCertSign',
    )
    certificate('byNotCa', 'notCa', leaf)
    certificate('crlOnly', 'root', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,cRLSign')
    certificate('byCrlOnly', 'crlOnly', leaf)
    certificate('named', 'root', `${ca}\nnameConstraints=critical,permitted;dirName:only\n[only]\nCN=Y`)
    certificate('byNamed', 'named', leaf)
    certificate('odd', 'root', `${ca}\n1.2.3.4=critical,ASN1:NULL`)
    certificate('byOdd', 'odd', leaf)
    certificate('past', 'root', ca, undefined, ['-days', '1', '-set_serial', '5'])
    certificate('byPast', 'past', leaf)
    certificate('encipher', 'root', 'keyUsage=critical,keyEncipherment')
    certificate('tsa', 'root', 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature')
    certificate(
      'notTsa',
      'root',
      'extendedKeyUsage=critical,timeStamping,emailProtection\nkeyUsage=critical,digitalSignature',
    )
    write(
      'tsa.cnf',
      '[tsa]\ndefault_tsa=one\n[one]\nserial=serial\ndefault_policy=1.2.3.4\ndigests=sha1,sha256,sha384,sha512\naccuracy=secs:1\ness_cert_id_alg=sha256\nsigner_digest=sha256\n',
    )
    write('serial', '01\n')
  })

  const cmsSign = (name: string, ...options: string[]) => {
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'content',
      '-signer',
      `${name}.pem`,
      '-inkey',
      `${name}.key`,
      '-outform',
      'DER',
      '-out',
      'out.p7s',
      ...options,
    )
    return der('out.p7s')
  }

  test.each([
    ['RSA PKCS#1 v1.5, SHA-256', ['-cades']],
    ['RSA PKCS#1 v1.5, SHA-384', ['-cades', '-md', 'sha384']],
    ['RSA PKCS#1 v1.5, SHA-512', ['-cades', '-md', 'sha512']],
    ['RSA-PSS', ['-cades', '-keyopt', 'rsa_padding_mode:pss']],
    [
      'RSA-PSS with a salt of 20',
      ['-cades', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20'],
    ],
    ['named by its key identifier', ['-cades', '-keyid']],
  ])('%s is intact', async (_, options) => {
    const cms = cmsSign('signer', '-certfile', 'sub.pem', ...options)
    expect(await outcome(cms, { trusted: [pem('root.pem')] })).toMatchObject({
      integrity: 'intact',
      signer: 'trusted',
      codes: [],
    })
    expect(await outcome(cms)).toMatchObject({
      integrity: 'intact',
      signer: 'unknown',
      codes: ['signer.unknown'],
    })
  })

  test('indefinite lengths and strings in pieces (BER) are read: only the content inside is objected to', async () => {
    const cms = cmsSign('signer', '-cades', '-stream')
    expect(cms[1]).toBe(0x80)
    expect(await outcome(cms)).toMatchObject({
      integrity: 'cannot-confirm',
      codes: ['signature.enveloped', 'signer.unknown'],
    })
  })

  test('without ESS: not confirmed as CAdES, said aloud otherwise', async () => {
    const cms = cmsSign('signer')
    expect(await outcome(cms)).toMatchObject({
      integrity: 'cannot-confirm',
      codes: ['signature.certificate-unbound', 'signer.unknown'],
    })
    expect(await outcome(cms, { profile: 'any' })).toMatchObject({
      integrity: 'intact',
      codes: ['signature.not-cades', 'signer.unknown'],
    })
  })

  test('SHA-1 confirms nothing, MD5 cannot be computed', async () => {
    expect(await outcome(cmsSign('signer', '-cades', '-md', 'sha1'))).toMatchObject({
      integrity: 'cannot-confirm',
      codes: ['signature.algorithm-weak', 'signer.unknown'],
    })
    expect((await outcome(cmsSign('signer', '-md', 'md5'), { profile: 'any' })).integrity).toBe(
      'cannot-confirm',
    )
  })

  test.each([
    ['tooDeep', ['deep.pem', 'sub.pem'], 'unknown', 'a path longer than its authority allows'],
    ['byLeaf', ['signer.pem', 'sub.pem'], 'unknown', 'an issuer that is a signer'],
    ['byNotCa', ['notCa.pem'], 'unknown', 'an issuer that is no authority'],
    ['byCrlOnly', ['crlOnly.pem'], 'unknown', 'an authority that may not issue'],
    ['byNamed', ['named.pem'], 'unknown', 'an authority limited to names'],
    ['byOdd', ['odd.pem'], 'unknown', 'an authority with a critical extension nobody knows'],
    ['encipher', [], 'invalid', 'a key that may not sign'],
  ])('%s: %s, signer %s (%s)', async (name, chain, verdict) => {
    write('chain.pem', chain.map((file) => readFileSync(join(folder, file), 'utf8')).join(''))
    const cms = cmsSign(name, '-cades', ...(chain.length > 0 ? ['-certfile', 'chain.pem'] : []))
    expect(await outcome(cms, { trusted: [pem('root.pem')] })).toMatchObject({
      integrity: 'intact',
      signer: verdict,
    })
  })

  test('a certificate of the path that was not valid then', async () => {
    const [certificate, above] = [readCertificate(pem('byPast.pem')), readCertificate(pem('past.pem'))]
    const trustAt = (time: Date) =>
      judgeTrust({ certificate, others: [above], trusted: [pem('root.pem')], at: time })
    const [first, last] = [above.notBefore.getTime(), above.notAfter.getTime()]
    expect(await trustAt(new Date(first))).toBe('trusted')
    expect(await trustAt(new Date(last))).toBe('trusted')
    expect(await trustAt(new Date(first - 1000))).toBe('unknown')
    expect(await trustAt(new Date(last + 1000))).toBe('unknown')
  })

  test('an authority of the right name but another key', async () => {
    const cms = cmsSign('signer', '-cades', '-certfile', 'sub.pem')
    openssl('req', '-x509', '-key', 'sub.key', '-subj', '/CN=root', '-days', '3000', '-out', 'twin.pem')
    expect(await outcome(cms, { trusted: [pem('twin.pem')] })).toMatchObject({
      integrity: 'intact',
      signer: 'unknown',
    })
  })

  describe('timestamps', () => {
    const token = (data: Uint8Array, authority = 'tsa', digest = '-sha256') => {
      write('stamped', data)
      openssl('ts', '-query', '-data', 'stamped', digest, '-cert', '-out', 'x.tsq')
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'x.tsq',
        '-signer',
        `${authority}.pem`,
        '-inkey',
        `${authority}.key`,
        '-token_out',
        '-out',
        'x.token',
      )
      return der('x.token')
    }
    const signatureValue = () => readSignedData(genuine).signerInfos[0]!.signature
    const trusted = () => [pem('root.pem')]

    test.each(['-sha256', '-sha384', '-sha512'])('of a trusted authority (%s): proven', async (digest) => {
      const stamped = addSignatureTimestamp(genuine, token(signatureValue(), 'tsa', digest))
      const verdict = await judge(stamped, { trusted: trusted() })
      expect(verdict).toMatchObject({ integrity: 'intact', time: 'proven', signingTime })
      expect(Math.abs(verdict.provenTime!.getTime() - Date.now())).toBeLessThan(60_000)
      openssl('ts', '-verify', '-in', 'x.token', '-token_in', '-data', 'stamped', '-CAfile', 'root.pem')
    })

    test('of an unknown authority: claimed', async () => {
      const stamped = addSignatureTimestamp(genuine, token(signatureValue()))
      expect(await outcome(stamped)).toMatchObject({
        integrity: 'intact',
        time: 'claimed',
        codes: ['timestamp.untrusted', 'signer.self-signed'],
      })
    })

    test('of another file: named, and nothing is confirmed', async () => {
      const stamped = addSignatureTimestamp(genuine, token(content))
      expect(await outcome(stamped, { trusted: trusted() })).toMatchObject({
        integrity: 'cannot-confirm',
        time: 'claimed',
        codes: ['timestamp.foreign', 'signer.self-signed'],
      })
    })

    test('twice, and a foreign one beside a good one', async () => {
      const good = addSignatureTimestamp(genuine, token(signatureValue()))
      const twice = addSignatureTimestamp(good, der('x.token'))
      expect((await outcome(twice, { trusted: trusted() })).codes).toContain('timestamp.repeated')
      const beside = addSignatureTimestamp(good, token(content))
      expect(await outcome(beside, { trusted: trusted() })).toMatchObject({ integrity: 'cannot-confirm' })
    })

    test('signed with a certificate that is not for timestamps only', async () => {
      write('tst', readSignedData(token(signatureValue())).content!)
      openssl(
        'cms',
        '-sign',
        '-nodetach',
        '-binary',
        '-cades',
        '-econtent_type',
        '1.2.840.113549.1.9.16.1.4',
        '-in',
        'tst',
        '-signer',
        'notTsa.pem',
        '-inkey',
        'notTsa.key',
        '-outform',
        'DER',
        '-out',
        'x.token',
      )
      const stamped = addSignatureTimestamp(genuine, der('x.token'))
      expect(await outcome(stamped, { trusted: trusted() })).toMatchObject({
        integrity: 'intact',
        time: 'claimed',
        codes: ['timestamp.not-an-authority', 'signer.self-signed'],
      })
    })

    test('altered after it was made', async () => {
      const forged = token(signatureValue())
      // The year inside TSTInfo: GeneralizedTime of 15 characters that begins with 20.
      const genTime = Buffer.from(forged).indexOf(Buffer.from('180f3230', 'hex'))
      forged[genTime + 4] = 0x31
      expect((await outcome(addSignatureTimestamp(genuine, forged), { trusted: trusted() })).time).toBe(
        'claimed',
      )
    })
  })
})
