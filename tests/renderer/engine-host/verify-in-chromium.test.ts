import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuickLook, VerificationReport } from '../../../src/engine/jobs.ts'
import { craftZip } from '../../builders/crafted-zip.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { hasTool, suitesFolder } from '../../judges.ts'
import {
  type ReceivedBundle,
  receivedBundle,
  withOneBitTurned,
} from '../../window/harness/received-bundles.ts'
import { type OpenedEnginePage, openEnginePage } from './engine-page.ts'
import type { EnginePage } from './page/page.ts'

declare const page: EnginePage

let folder: string
let opened: OpenedEnginePage
let bundle: ReceivedBundle

beforeAll(async () => {
  folder = await temporaryFolder()
  bundle = await receivedBundle(folder)
  opened = await openEnginePage(join(folder, 'built'))
}, 120_000)
afterAll(() => opened?.close())

async function verify(path: string, how: Parameters<EnginePage['verify']>[0] = {}) {
  await opened.page.setInputFiles(how.folder === true ? '#folder' : '#files', path)
  const outcome = await opened.page.evaluate((given) => page.verify(given), how)
  expect(outcome.code, basename(path)).toBeUndefined()
  return outcome.value as VerificationReport
}

async function looked(path: string): Promise<QuickLook> {
  await opened.page.setInputFiles('#files', path)
  return (await opened.page.evaluate(() => page.lookAt())).value as QuickLook
}

describe('verifying in the window', () => {
  test('a bundle, its folder, its disc and its PDF are intact', async () => {
    const unpacked = join(folder, 'unpacked')
    execFileSync('unzip', ['-q', bundle.zip, '-d', unpacked])
    const reports = [
      await verify(bundle.zip),
      await verify(bundle.pdf),
      await verify(unpacked, { folder: true }),
      await verify(bundle.disc, { folder: true }),
    ]
    for (const report of reports)
      expect(report).toMatchObject({
        integrity: 'intact',
        signer: 'self-signed',
        details: { certificateSha256: bundle.fingerprint, signerName: bundle.signer },
      })
    expect(reports[0]!.details.sha256).toBe(bundle.zipSha256)
  })

  test('a trusted certificate makes a trusted signer', async () => {
    const pem = execFileSync('unzip', ['-p', bundle.zip, 'signer.pem.txt'], { encoding: 'utf8' })
    const base64 = /-----BEGIN CERTIFICATE-----([^-]+)-----END/.exec(pem)![1]!.replace(/\s/g, '')
    expect(await verify(bundle.zip, { trusted: [base64] })).toMatchObject({
      integrity: 'intact',
      signer: 'trusted',
    })
  })

  test('one bit turned is found, and a report of it is written', async () => {
    const report = await verify(await withOneBitTurned(bundle.zip, join(folder, 'changed.zip')))
    expect(report.integrity).toBe('changed')
    const json = await opened.page.evaluate(() => page.writeReport('json', 'zh'))
    expect(JSON.parse(Buffer.from(json, 'base64').toString())).toMatchObject({ integrity: 'changed' })
    if (!hasTool('qpdf')) return
    const pdf = join(folder, 'report.pdf')
    await writeFile(
      pdf,
      Buffer.from(await opened.page.evaluate(() => page.writeReport('pdf', 'zh')), 'base64'),
    )
    expect(execFileSync('qpdf', ['--check', pdf], { encoding: 'utf8' })).toContain('No syntax')
  })

  test('hostile files end in a report that is no good news', async () => {
    const whole = readFileSync(bundle.zip)
    const deep = `%PDF-1.7\n1 0 obj${'['.repeat(200_000)}\ntrailer<</Root 1 0 R>>startxref\n9\n%%EOF`
    const hostile = {
      empty: new Uint8Array(),
      cut: whole.subarray(0, whole.length - 100),
      'two-ends': Buffer.concat([whole, whole.subarray(-22)]),
      slip: craftZip({ entries: [{ name: '../x', content: 'x' }] }),
      lying: craftZip({ entries: [{ name: 'dossier.json', content: '{', central: { size: 2 ** 31 } }] }),
      ratio: craftZip({ entries: [{ name: 'z', content: new Uint8Array(5e6), deflate: true }] }),
      deep: Buffer.from(deep),
      entity: craftZip({
        entries: [
          {
            name: 'META-INF/ASiCManifest001.xml',
            content: '<!DOCTYPE x [<!ENTITY a "aa">]><ASiCManifest>&a;</ASiCManifest>',
          },
        ],
      }),
    }
    for (const [name, bytes] of Object.entries(hostile)) {
      await writeFile(join(folder, name), bytes)
      const report = await verify(join(folder, name))
      expect(report.integrity, name).not.toBe('intact')
      expect(report.findings.length, name).toBeGreaterThan(0)
      await looked(join(folder, name))
    }
  })

  test('is stopped at once', async () => {
    const large = join(folder, 'large.pdf')
    await writeFile(large, '%PDF-1.7\n')
    await truncate(large, 900_000_000)
    await opened.page.setInputFiles('#files', large)
    const outcome = await opened.page.evaluate(() => page.verify({ stopAfter: 300 }))
    expect(outcome).toMatchObject({ name: 'AbortError' })
  })

  test('a quick look gives facts and no verdict', async () => {
    const look = await looked(bundle.zip)
    expect(look).toMatchObject({ kind: 'bundle', list: 'fits', claimed: { name: bundle.signer } })
    expect(look).not.toHaveProperty('integrity')
  })
})

const suites = suitesFolder()
const maybe = (name: string) => suites !== undefined && existsSync(join(suites, name))

describe.skipIf(suites === undefined)('public suites in the window', () => {
  test.skipIf(!maybe('pyhanko'))('no manipulated PDF is intact, none brings the window down', async () => {
    const files = readdirSync(join(suites!, 'pyhanko')).filter((name) =>
      /sneaky|gap|tail|weird|byterange/.test(name),
    )
    expect(files.length).toBeGreaterThan(3)
    for (const name of files)
      expect((await verify(join(suites!, 'pyhanko', name))).integrity, name).not.toBe('intact')
  })

  test.skipIf(!maybe('bagit'))('bags are judged as on the terminal', async () => {
    for (const [kind, integrity] of [
      ['valid', 'not-signed'],
      ['invalid', 'changed'],
    ] as const) {
      const root = join(suites!, 'bagit', 'v1.0', kind)
      for (const name of readdirSync(root).slice(0, 4)) {
        expect((await verify(join(root, name), { folder: true })).integrity, name).toBe(integrity)
      }
    }
  })
})

test('nothing breaks the content security policy', () => {
  expect(opened.complaints).toEqual([])
})
