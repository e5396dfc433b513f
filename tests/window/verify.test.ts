import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { finding } from '../../src/shared/contract/finding.ts'
import { explainFinding } from '../../src/shared/messages/explain.ts'
import { windowWords } from '../../src/shared/messages/window.ts'
import { craftZip } from '../builders/crafted-zip.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { hasTool } from '../judges.ts'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { savedFile, savedPaths } from './harness/pickers.ts'
import { receivedAndChanged, type ReceivedBundle } from './harness/received-bundles.ts'
import type { TestLanguage } from './harness/words.ts'
import { firstRun } from './steps.ts'

const folder = await temporaryFolder()
let bundle: ReceivedBundle
let changed: string

beforeAll(async () => {
  ;({ bundle, changed } = await receivedAndChanged(folder))
}, 240_000)

/** The window at Verify, where nothing is stored yet. */
async function atVerify(language: TestLanguage = 'zh') {
  const scene = await firstRun(language)
  await scene.welcome.way('verifyReceived').click()
  await scene.verify.area.waitFor()
  return scene
}

const sentence = (...found: Parameters<typeof finding>) => explainFinding(finding(...found), 'zh', 'window')

test.skipIf(!browser)(
  'a bundle, its disc, its folder and its PDF are intact; one bit turned is not',
  async () => {
    const { verify } = await atVerify()
    execFileSync('unzip', ['-q', bundle.zip, '-d', join(folder, 'unpacked')])
    const all = [bundle.zip, bundle.disc, join(folder, 'unpacked'), bundle.pdf, changed]
    await verify.drop(all)
    for (const path of all) await verify.verified(basename(path))
    const signingTime = new Date(
      /UTC (\S+Z)/.exec((await verify.sentences(verify.result(basename(bundle.zip)))).join(' '))?.[1] ?? 0,
    )
    const facts = {
      signer: 'self-signed',
      time: 'claimed',
      details: { signerName: bundle.signer, signingTime },
    } as const
    for (const path of all.slice(0, -1))
      expect(await verify.sentences(verify.result(basename(path))), path).toEqual(
        verify.expected({ ...facts, integrity: 'intact' }),
      )
    const bad = verify.result('changed.zip')
    expect(await verify.sentences(bad)).toEqual(verify.expected({ ...facts, integrity: 'changed' }))
    // One plain sentence first; what each check says of it is behind it.
    const file = 'data/00_bundle_SPECIMEN-2026-001_01.pdf'
    await bad.getByText(verify.say('verify', 'findings.changed', { file })).waitFor()
    await bad.getByText(verify.say('verify', 'findings.technical', { count: 3 })).click()
    await bad.getByText(sentence('container.file-changed', file)).waitFor()
    // Whoever signed what was changed since is beside the point.
    expect(await bad.getByRole('button', { name: verify.say('verify', 'compare.open') }).count()).toBe(0)
    const drawn = [
      ...(await verify.pictures(bad)),
      ...(await verify.pictures(verify.result(basename(bundle.zip)))),
    ]
    // The shapes of the two verdicts on the content differ; those of signer and time are the same.
    expect(new Set(drawn).size).toBe(4)
  },
)

test.skipIf(!browser)('files added, missing and renamed in a folder are named', async () => {
  const { verify } = await atVerify()
  const copy = join(folder, 'tampered')
  execFileSync('unzip', ['-q', bundle.zip, '-d', copy])
  const manifest = await readFile(join(copy, 'manifest-sha256.txt'), 'utf8')
  const [gone = '', moved = ''] = [...manifest.matchAll(/ {2}(data\/(?!00_).+)$/gm)].map(([, path]) => path!)
  await rm(join(copy, gone))
  await writeFile(join(copy, 'data', 'added.txt'), 'later\n')
  await writeFile(join(copy, 'data', 'moved.bin'), await readFile(join(copy, moved)))
  await rm(join(copy, moved))
  await writeFile(join(copy, '.DS_Store'), 'left by the system')
  await verify.drop([copy])
  const card = await verify.verified('tampered')
  await card.getByText(sentence('container.file-missing', gone)).waitFor()
  await card.getByText(sentence('container.file-added', 'data/added.txt')).waitFor()
  await card.getByText(sentence('container.file-renamed', moved, { to: 'data/moved.bin' })).waitFor()
  await card.getByText(sentence('container.system-file', '.DS_Store')).waitFor()
  expect((await verify.sentences(card))[0]).toBe(verify.say('verify', 'integrity.changed'))
})

test.skipIf(!browser)('hostile material is refused in clear words, and the window goes on', async () => {
  const { verify, frame, window } = await atVerify()
  const write = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(join(folder, name), bytes)
    return join(folder, name)
  }
  const twice = { entries: ['good', 'evil'].map((content) => ({ name: 'bagit.txt', content })) }
  const whole = await readFile(bundle.zip)
  const hostile = [
    await write('empty.zip', ''),
    await write('text.txt', 'neither a ZIP nor a PDF'),
    await write('cut.zip', whole.subarray(0, whole.length / 2)),
    await write('twice.zip', craftZip(twice)),
    await write('slip.zip', craftZip({ entries: [{ name: '../../evil.sh', content: '#!/bin/sh' }] })),
    await write('prefixed.zip', Buffer.concat([Buffer.from('%PDF-1.7\n'), whole])),
    await write(
      'bomb.zip',
      craftZip({ entries: [{ name: 'zeros', content: new Uint8Array(3e7), deflate: true }] }),
    ),
    await write('<img src=x onerror=alert(1)>.zip', craftZip({ entries: [] })),
  ]
  await verify.drop(hostile)
  for (const path of hostile) {
    const card = await verify.verified(basename(path))
    const [integrity] = await verify.sentences(card)
    expect(integrity, path).not.toBe(verify.say('verify', 'integrity.intact'))
    // A next step for everything that is wrong.
    expect(await card.locator('[data-severity]').count(), path).toBeGreaterThan(0)
  }
  await verify.result('text.txt').getByText(sentence('container.unknown-kind', 'file')).waitFor()
  await verify
    .result('slip.zip')
    .getByText(/\.\.\/\.\.\/evil\.sh/)
    .first()
    .waitFor()
  await frame.goTo('cases')
  await frame.goTo('verify')
  await eventually(() => verify.results.count()).toBe(hostile.length)
  expect(await savedPaths(window.page)).toEqual([])
})

test.skipIf(!browser)(
  'a quick look says that nothing was verified, in words and pictures of its own',
  async () => {
    const { verify } = await atVerify()
    await verify.quickLook([changed, bundle.pdf])
    for (const path of [changed, bundle.pdf]) {
      const card = verify.result(basename(path))
      await card.getByText(verify.say('verify', 'look.banner')).waitFor()
      const text = await card.innerText()
      const verdicts = Object.entries(windowWords.zh.verify).filter(([key]) =>
        /^(integrity|time)\./.test(key),
      )
      for (const [key, words] of verdicts) expect(text, key).not.toContain(words.slice(0, 8))
      expect(await card.locator('[data-verdict]').count()).toBe(0)
      await card.getByText(bundle.signer).waitFor()
    }
    const card = verify.result('changed.zip')
    await card.getByRole('button', { name: verify.say('verify', 'result.full') }).click()
    await verify.verified('changed.zip')
    expect((await verify.sentences(card))[0]).toBe(verify.say('verify', 'integrity.changed'))
    expect(await card.getByText(verify.say('verify', 'look.banner')).count()).toBe(0)
  },
)

test.skipIf(!browser)('a verification is stopped at once, and can be begun again', async () => {
  const { verify } = await atVerify()
  const large = join(folder, 'large')
  await mkdir(large)
  const chunk = Buffer.alloc(100_000_000, 7)
  await writeFile(join(large, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  const lines = ['a', 'b', 'c', 'd'].map((name) => `${'0'.repeat(64)}  data/${name}.bin\n`)
  await mkdir(join(large, 'data'))
  for (const name of ['a', 'b', 'c', 'd']) await writeFile(join(large, 'data', `${name}.bin`), chunk)
  await writeFile(join(large, 'manifest-sha256.txt'), lines.join(''))
  await verify.drop([large])
  const card = verify.result('large')
  await card.getByRole('button', { name: verify.say('verify', 'result.cancel') }).click()
  await card.getByText(verify.say('verify', 'result.stopped')).waitFor()
  expect(await card.locator('[data-verdict]').count()).toBe(0)
  await card.getByRole('button', { name: verify.say('verify', 'result.again') }).click()
  await verify.verified('large')
  expect((await verify.sentences(card))[0]).toBe(verify.say('verify', 'integrity.changed'))
  await rm(large, { recursive: true })
})

test.skipIf(!browser)(
  'a fingerprint that differs from paper is never trusted; one that matches is kept',
  async () => {
    const { verify, vault, frame } = await atVerify()
    await verify.drop([bundle.zip])
    const name = basename(bundle.zip)
    const card = await verify.verified(name)
    const [first, last] = [bundle.fingerprint.slice(0, 8), bundle.fingerprint.slice(-8)]
    const wrong = `${first.slice(0, 7)}${first.endsWith('0') ? '1' : '0'}`
    await verify.compare(card, wrong, last)
    const dialog = verify.compareDialog
    await dialog.getByRole('alert').getByText(verify.say('verify', 'compare.differs')).waitFor()
    const trust = dialog.getByRole('button', { name: verify.say('verify', 'compare.trust') })
    expect(await trust.count()).toBe(0)
    // What has to be read from paper is not on the screen.
    expect(await dialog.innerText()).not.toContain(first)
    await verify.compare(card, 'zz', last)
    await dialog.getByText(verify.say('verify', 'compare.wrongForm')).waitFor()
    await verify.compare(card, first.toUpperCase().replace(/(.{4})/g, '$1 '), last)
    await dialog.getByText(verify.say('verify', 'compare.match')).waitFor()
    await trust.click()
    // Nothing is stored before there is a passphrase.
    await vault.create()
    await frame.notice(verify.say('verify', 'trust.done', { name: bundle.signer })).waitFor()
    await card.getByText(verify.say('verify', 'result.trustChanged')).waitFor()
    await card
      .getByRole('button', { name: verify.say('verify', 'result.again') })
      .first()
      .click()
    await card.getByText(verify.say('verify', 'signer.trusted', { name: bundle.signer })).waitFor()

    await verify.goToPart('part.signers')
    await eventually(() => verify.signers.count()).toBe(1)
    await verify.signers.getByRole('button').click()
    await eventually(() => verify.signers.count()).toBe(0)
    await frame.notices
      .getByRole('button', { name: verify.say('verify', 'trust.undo') })
      .last()
      .click()
    await eventually(() => verify.signers.count()).toBe(1)
  },
)

test.skipIf(!browser)('a certificate file is trusted; what is none is refused', async () => {
  const { verify, vault, frame } = await atVerify()
  await verify.goToPart('part.signers')
  const pem = execFileSync('unzip', ['-p', bundle.zip, 'signer.pem.txt'])
  await writeFile(join(folder, 'signer.pem.txt'), pem)
  await writeFile(join(folder, 'none.pem'), 'no certificate')
  const add = async (path: string) => {
    const [chooser] = await Promise.all([
      verify.page.waitForEvent('filechooser'),
      verify.page.getByRole('button', { name: verify.say('verify', 'signers.add') }).click(),
    ])
    await chooser.setFiles(path)
  }
  await add(join(folder, 'none.pem'))
  await frame.notices.getByText('证书读不出来', { exact: false }).waitFor()
  await add(join(folder, 'signer.pem.txt'))
  await vault.create()
  await eventually(() => verify.signers.count()).toBe(1)
  await verify.goToPart('part.results')
  await verify.drop([bundle.pdf])
  const card = await verify.verified(basename(bundle.pdf))
  await card.getByText(verify.say('verify', 'signer.trusted', { name: bundle.signer })).waitFor()
})

test.skipIf(!browser).each(['zh', 'en'] as const)(
  'reports are saved as PDF and JSON and say the verdicts (%s)',
  async (language) => {
    const { verify, frame, window } = await atVerify(language)
    await verify.drop([changed, bundle.zip])
    for (const path of [changed, bundle.zip]) {
      const card = await verify.verified(basename(path))
      const stem = verify.say('verify', 'report.name', { name: basename(path, '.zip') })
      for (const [form, ending] of [
        ['report.asPdf', 'pdf'],
        ['report.asJson', 'json'],
      ] as const) {
        await verify.saveReport(card, form)
        await frame.notice(verify.say('verify', 'report.saved', { name: `${stem}.${ending}` })).waitFor()
      }
      const data = JSON.parse((await savedFile(window.page, `${stem}.json`)).toString()) as Record<
        string,
        unknown
      >
      const integrity = path === changed ? 'changed' : 'intact'
      expect(data).toMatchObject({
        format: 'rights-dossier/verification',
        version: 1,
        language,
        integrity,
        signer: 'self-signed',
        time: 'claimed',
        certificateSha256: bundle.fingerprint,
        subject: { name: basename(path), kind: 'file' },
        sentences: { integrity: verify.say('verify', `integrity.${integrity}`) },
      })
      if (path === bundle.zip) expect(data['subject']).toMatchObject({ sha256: bundle.zipSha256 })
      if (!hasTool('pdftotext')) continue
      const pdf = join(folder, `${stem}.pdf`)
      await writeFile(pdf, await savedFile(window.page, `${stem}.pdf`))
      const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
      for (const words of [
        verify.say('verify', `integrity.${integrity}`),
        verify.say('verify', 'signer.self-signed', { name: bundle.signer }),
        verify.say('verify', 'report.limit-offline'),
        bundle.fingerprint,
      ])
        expect(text).toContain(words.replace(/\s+/g, ''))
    }
  },
)
