import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildCades, estimateCmsSize } from '../../../src/engine/signing/cades.ts'
import { signerOf } from '../../../src/engine/signing/signer.ts'
import type { Signer } from '../../../src/engine/ports.ts'
import { testIdentity, toPem } from '../../builders/identities.ts'
import { hasTool } from '../../judges.ts'

const folder = mkdtempSync(join(tmpdir(), 'cades-'))
afterAll(() => rmSync(folder, { recursive: true }))

const content = new TextEncoder().encode('原件清单')
const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()

async function sign(signer: Signer, profile: 'pades' | 'cades' = 'cades') {
  const messageDigest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return buildCades({ signer, messageDigest, profile, signingTime: new Date('2026-03-04T05:06:07Z') })
}

describe.skipIf(!hasTool('openssl'))('CAdES-B-B as openssl sees it', () => {
  const verify = (cms: Uint8Array, certificate: Uint8Array) => {
    writeFileSync(join(folder, 'x.p7s'), cms)
    writeFileSync(join(folder, 'x.pem'), toPem(certificate))
    writeFileSync(join(folder, 'content'), content)
    execFileSync(
      'sh',
      [
        '-c',
        'openssl cms -verify -cades -binary -inform DER -in x.p7s -content content -CAfile x.pem -purpose any -out /dev/null 2>&1',
      ],
      { cwd: folder },
    )
    return openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'x.p7s')
  }

  test.each(['RSA-3072', 'EC-P256'] as const)('%s verifies with -cades', async (keyType) => {
    const { signer, certificate } = await testIdentity(keyType)
    const cms = await sign(signer)
    const text = verify(cms, certificate)
    expect(text).toContain('signingTime (1.2.840.113549.1.9.5)')
    expect(text).toContain('UTCTIME:Mar  4 05:06:07 2026 GMT')
    expect(text).toContain('id-smime-aa-signingCertificateV2')
    expect(cms.length).toBeLessThan(estimateCmsSize(signer))
  })

  test('inside a PDF there is no signing-time, even when one is offered', async () => {
    const { signer, certificate } = await testIdentity('EC-P256')
    expect(verify(await sign(signer, 'pades'), certificate)).not.toContain('signingTime')
  })

  test.each(['P-384', 'P-521'])('EC %s signs with SHA-256 and verifies', async (curve) => {
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`, '-out', 'ec.key')
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      'ec.key',
      '-subj',
      '/CN=ec',
      '-days',
      '9',
      '-outform',
      'DER',
      '-out',
      'ec.der',
    )
    const der = new Uint8Array(execFileSync('cat', ['ec.der'], { cwd: folder }))
    const pkcs8 = new Uint8Array(
      execFileSync('openssl', ['pkcs8', '-topk8', '-nocrypt', '-in', 'ec.key', '-outform', 'DER'], {
        cwd: folder,
      }),
    )
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'ECDSA', namedCurve: curve }, false, [
      'sign',
    ])
    expect(verify(await sign(signerOf(key, der, [])), der)).toContain('ecdsa-with-SHA256')
  })

  test('a certificate that is not DER (BOOLEAN 0x01) survives byte for byte and still verifies', async () => {
    const { signer, certificate } = await aCertificateWithABerBoolean()
    const cms = await sign(signer)
    expect(Buffer.from(cms).indexOf(certificate)).toBeGreaterThan(0)
    verify(cms, certificate)
  })
})

test('the signed attributes are in DER order', async () => {
  const { signer } = await testIdentity('EC-P256')
  let toBeSigned = new Uint8Array()
  const spy: Signer = {
    ...signer,
    sign: (bytes) => ((toBeSigned = new Uint8Array(bytes)), signer.sign(bytes)),
  }
  await sign(spy)
  expect(toBeSigned[0]).toBe(0x31)
  const members: string[] = []
  for (
    let at = 2 + ((toBeSigned[1] ?? 0) & 0x80 ? (toBeSigned[1] ?? 0) & 0x7f : 0);
    at < toBeSigned.length;
  ) {
    const first = toBeSigned[at + 1]!
    const length = first < 0x80 ? 2 + first : first === 0x81 ? 3 + toBeSigned[at + 2]! : NaN
    members.push(Buffer.from(toBeSigned.subarray(at, at + length)).toString('hex'))
    at += length
  }
  expect(members).toHaveLength(5)
  expect(members).toEqual([...members].sort())
})

/** A certificate whose issuer wrote TRUE as 0x01, and signed it so. */
async function aCertificateWithABerBoolean() {
  const { pkcs8, certificate } = await testIdentity('EC-P256')
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ])
  const changed = certificate.slice()
  const at = Buffer.from(changed).indexOf(Buffer.from('0101ff', 'hex'))
  changed[at + 2] = 0x01
  const tbsLength = 4 + Buffer.from(changed).readUInt16BE(6)
  const toBeSigned = changed.subarray(4, 4 + tbsLength)
  const bits = await signerOf(key, certificate, []).sign(toBeSigned)
  const algorithm = Buffer.from('300a06082a8648ce3d040302', 'hex')
  const tail = Buffer.concat([toBeSigned, algorithm, Buffer.from([3, bits.length + 1, 0]), bits])
  const header = Buffer.from([0x30, 0x82, tail.length >> 8, tail.length & 0xff])
  const der = new Uint8Array(Buffer.concat([header, tail]))
  return { certificate: der, signer: signerOf(key, der, []) }
}
