import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewIdentity, WrappedIdentity } from '../../../src/renderer/engine-host/engine.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { hasTool } from '../../judges.ts'
import { type OpenedEnginePage, openEnginePage } from './engine-page.ts'
import type { EnginePage } from './page/page.ts'

declare const page: EnginePage

let folder: string
let opened: OpenedEnginePage

beforeAll(async () => {
  folder = await temporaryFolder()
  opened = await openEnginePage(join(folder, 'built'))
})
afterAll(() => opened?.close())

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }).toString()

const make = (request: Omit<NewIdentity, 'now'>) =>
  opened.page.evaluate((given) => {
    const now = new Date('2026-11-22T06:00:00Z')
    return page.engine.makeIdentity({ ...given, now }, new AbortController().signal)
  }, request)

/** How opening a PKCS#12 file ends: what it says, or the code of the failure. */
const read = (address: string, passphrase: string) =>
  opened.page.evaluate(
    async ([at, typed]) => {
      const bytes = new Uint8Array(await (await fetch(at)).arrayBuffer())
      const { signal } = new AbortController()
      return page.engine.readIdentity(bytes, typed, signal).catch((error: { code: string }) => error.code)
    },
    [address, passphrase] as const,
  )

const check = (pkcs12: string, passphrase: string) =>
  opened.page.evaluate(
    ([file, typed]) =>
      page.engine.checkIdentity(file, typed, new AbortController().signal).then(
        () => 'opens',
        (error: { code: string }) => error.code,
      ),
    [pkcs12, passphrase] as const,
  )

const passphrase = '口令 quartz penguin 壬寅'
let made: WrappedIdentity

test('an identity is made, and opens under its passphrase only', async () => {
  made = await make({
    name: '示例签名人',
    organisation: '示例公司',
    keyType: 'EC-P256',
    years: 3,
    passphrase,
  })
  expect(made).toMatchObject({
    subjectName: '示例签名人',
    organisation: '示例公司',
    issuerName: '示例签名人',
    selfSigned: true,
    keyType: 'EC-P256',
    notBefore: '2026-11-22T05:00:00Z',
    notAfter: '2029-11-22T06:00:00Z',
    canSign: true,
  })
  expect(await check(made.pkcs12, passphrase)).toBe('opens')
  expect(await check(made.pkcs12, `${passphrase}.`)).toBe('identity.wrong-passphrase')
})

test.skipIf(!hasTool('openssl'))('other programs open it and agree on the fingerprint', async () => {
  writeFileSync(join(folder, 'made.p12'), Buffer.from(made.pkcs12, 'base64'))
  openssl('pkcs12', '-in', 'made.p12', '-passin', `pass:${passphrase}`, '-nodes', '-out', 'made.pem')
  const fingerprint = openssl('x509', '-in', 'made.pem', '-noout', '-fingerprint', '-sha256')
  expect(fingerprint.replace(/^.*=|[:\s]/g, '').toLowerCase()).toBe(made.certificateSha256)
  openssl('x509', '-in', 'made.pem', '-outform', 'DER', '-out', 'made.der')
  expect(openssl('base64', '-A', '-in', 'made.der')).toBe(made.certificate)
})

test.skipIf(!hasTool('openssl'))('a file of the old kind is read, and kept under AES-256', async () => {
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=old', '-keyout', 'k', '-out', 'c')
  const files = ['-inkey', 'k', '-in', 'c', '-passout', 'pass:old one', '-out', 'old.p12']
  openssl('pkcs12', '-export', '-legacy', ...files)
  const address = opened.serve(join(folder, 'old.p12'))
  expect(await read(address, 'wrong')).toBe('identity.wrong-passphrase')
  expect(await read(address, 'old one')).toMatchObject({ subjectName: 'old', keyType: 'RSA-2048' })

  const kept = await opened.page.evaluate(async (at) => {
    const bytes = new Uint8Array(await (await fetch(at)).arrayBuffer())
    const { signal } = new AbortController()
    return page.engine.importIdentity(bytes, 'old one', signal, 'ｎｅｗ one')
  }, address)
  expect(kept).toMatchObject({ subjectName: 'old', canSign: true })
  expect(await check(kept.pkcs12, 'old one')).toBe('identity.wrong-passphrase')
  expect(await check(kept.pkcs12, 'new one')).toBe('opens')
  writeFileSync(join(folder, 'kept.p12'), Buffer.from(kept.pkcs12, 'base64'))
  openssl('pkcs12', '-in', 'kept.p12', '-passin', 'pass:new one', '-nodes', '-nocerts', '-out', 'kept.pem')
  expect(openssl('pkey', '-in', 'kept.pem', '-pubout')).toBe(openssl('pkey', '-in', 'k', '-pubout'))
})

test('what is no identity is told so', async () => {
  expect(await read(opened.serve('package.json'), 'any')).toBe('identity.unreadable')
})

test('making one is given up at once, and its worker with it', async () => {
  const outcome = await opened.page.evaluate(async () => {
    const stop = new AbortController()
    const request = { name: 'x', keyType: 'RSA-3072', years: 1, passphrase: 'p', now: new Date() } as const
    const making = page.engine.makeIdentity(request, stop.signal)
    setTimeout(() => stop.abort(new DOMException('stopped', 'AbortError')), 50)
    return making.then(
      () => 'made',
      (error: Error) => error.name,
    )
  })
  expect(outcome).toBe('AbortError')
  await expect.poll(() => opened.page.workers().length).toBe(0)
})

test('nothing breaks the content security policy, and the window answers all the while', async () => {
  expect(opened.complaints).toEqual([])
  // A hang, not a speed: the bench measures that.
  expect(await opened.page.evaluate(() => page.longestStall())).toBeLessThan(10_000)
})
