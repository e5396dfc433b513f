import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { futureFindings, keyFindings } from '../../src/cli/doubts.ts'
import { testIdentity } from '../builders/identities.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { hasTool } from '../judges.ts'

const now = new Date('2026-11-22T06:00:00Z')

test.each([
  [undefined, []],
  ['2026-11-22T06:00:00Z', []],
  ['2026-11-23T06:00:00Z', []],
  ['2026-11-23T06:00:01Z', ['case.created-in-future']],
  ['1999-01-01T00:00:00Z', []],
])('the time %s: %j', (createdAt, codes) => {
  expect(futureFindings(createdAt, now).map(({ code }) => code)).toEqual(codes)
})

test.each(['RSA-3072', 'EC-P256'] as const)('a key %s is not doubted', async (keyType) => {
  expect(await keyFindings((await testIdentity(keyType)).signer)).toEqual([])
})

test.skipIf(!hasTool('openssl')).each([
  ['rsa:1024', [['identity.weak-key', 'weak', 'RSA-1024']]],
  ['rsa:2048', []],
])('a key %s that another program made', async (kind, found) => {
  const folder = await temporaryFolder()
  const out = join(folder, 'certificate.der')
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', kind, '-nodes', '-subj', '/CN=weak', '-keyout', join(folder, 'key')].concat([
      '-outform',
      'DER',
      '-out',
      out,
    ]),
    { stdio: 'ignore' },
  )
  const { signer } = await testIdentity('EC-P256')
  const findings = await keyFindings({ ...signer, certificate: new Uint8Array(await readFile(out)) })
  expect(findings.map(({ code, subject, facts }) => [code, subject, facts['keyType']])).toEqual(found)
})

test('no identity, no doubt', async () => {
  expect(await keyFindings(undefined)).toEqual([])
})
