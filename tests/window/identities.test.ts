import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Failure, type FailureCode } from '../../src/shared/contract/failure.ts'
import { localDate } from '../../src/renderer/i18n/formats.ts'
import { explainFailure } from '../../src/shared/messages/explain.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { hasTool } from '../judges.ts'
import { browser } from './harness/browser.ts'
import { datedIdentity, filePassphrase, opened, opensslIdentity } from './harness/identity-files.ts'
import { cancelPickers, savedFile, savedPaths } from './harness/pickers.ts'
import { findInPlain } from './harness/profile-bytes.ts'
import { IdentitiesPage, identityPassphrase } from './pages/identities-page.ts'
import { goodPassphrase } from './pages/vault-page.ts'
import { firstRun, sceneOf, type Scene } from './steps.ts'
import { eventually } from './harness/eventually.ts'

const folder = await temporaryFolder()
const hasOpenssl = hasTool('openssl')

/** At the signing identities, nothing stored yet. */
async function atIdentities(): Promise<Scene & { readonly identities: IdentitiesPage }> {
  const scene = await firstRun('zh')
  await scene.welcome.way('lookAtSample').click()
  await scene.case.heading.waitFor()
  const identities = new IdentitiesPage(scene.window.page, scene.say)
  await identities.open()
  return { ...scene, identities }
}

const failure = (code: FailureCode, facts = {}) => explainFailure(new Failure(code, facts), 'zh')

test.skipIf(!browser || !hasOpenssl)(
  'an identity is made, stored with its backup only, kept over a restart, and nothing of it lies open',
  async () => {
    const scene = await atIdentities()
    const { window, say, identities, vault } = scene
    const { page } = window
    await identities.sentence(identities.section, 'emptyText').waitFor()

    // Whoever declines a passphrase for the register makes nothing.
    await identities.beginToMake()
    await vault.createDialog.getByRole('button', { name: say('vault', 'later') }).click()
    await vault.createDialog.waitFor({ state: 'hidden' })
    expect(await identities.makeDialog.count()).toBe(0)
    await identities.beginToMake()
    await vault.create()

    await identities.fill({ name: ' ', passphrase: identityPassphrase })
    await identities.sentence(identities.makeDialog, 'nameMissing').waitFor()
    await identities.fill({ name: '示例签名人', years: '11' })
    await identities.sentence(identities.makeDialog, 'yearsWrong').waitFor()
    await identities.fill({ name: '示例签名人', years: '3', again: `${identityPassphrase}!` })
    await identities.makeDialog.getByText(say('vault', 'passphraseMismatch')).waitFor()
    await identities.fill({ name: '示例签名人', passphrase: 'password1' })
    await identities.makeDialog.getByText(say('vault', 'passphraseTooWeak')).waitFor()

    await identities.make({ name: '示例签名人', key: 'EC-P256' })
    // Not by a slip: only a button gives up what was made.
    await page.keyboard.press('Escape')
    await cancelPickers(page)
    await identities.button(identities.makeDialog, 'backupDo').click()
    await identities.sentence(identities.makeDialog, 'backupNotYet').waitFor()
    await identities.button(identities.makeDialog, 'giveUp').click()
    await identities.makeDialog.waitFor({ state: 'hidden' })
    await scene.frame.notice(say('identity', 'notMade')).waitFor()
    expect(await identities.cards.count()).toBe(0)
    expect(await savedPaths(page)).toEqual([])
    await cancelPickers(page, false)

    await identities.beginToMake()
    await identities.make({ name: '示例签名人', organisation: '示例公司', key: 'RSA-3072', years: '1' })
    await identities.backUp()
    const backup = say('identity', 'backupName', { name: '示例签名人' }) + '.p12'
    expect(await savedPaths(page)).toEqual([backup])
    await identities.sentence(identities.makeDialog, 'provesNot').waitFor()
    await identities.finish()
    await writeFile(join(folder, 'backup.p12'), await savedFile(page, backup))
    const { key, pem } = opened(folder, 'backup.p12', identityPassphrase)

    const card = identities.card('示例签名人')
    await card.getByText(say('identity', 'state.valid'), { exact: true }).waitFor()
    await card.getByText(say('identity', 'selfMade')).waitFor()
    const until = new Date()
    until.setUTCFullYear(until.getUTCFullYear() + 1)
    expect(await card.textContent()).toContain(localDate(until))
    expect(await card.textContent()).toContain('RSA-3072')

    await identities.button(card, 'certificate').click()
    const shown = identities.dialog('certificateTitle', { label: '示例签名人' })
    await identities.button(shown, 'saveCertificate').click()
    const certificate = say('identity', 'certificateName', { name: '示例签名人' }) + '.pem.txt'
    await scene.frame.notice(say('identity', 'certificateSaved', { name: certificate })).waitFor()
    expect((await savedFile(page, certificate)).toString().replaceAll('\r\n', '\n')).toBe(pem)
    await identities.button(shown, 'close').last().click()

    await identities.button(card, 'rename').click()
    await page.getByRole('textbox', { name: say('identity', 'label'), exact: true }).fill('办公室')
    await page.keyboard.press('Enter')
    await identities.card('办公室').waitFor()
    await identities.button(identities.card('办公室'), 'saveBackup').click()
    const second = say('identity', 'backupName', { name: '办公室' }) + '.p12'
    await scene.frame.notice(say('identity', 'backupSavedTwice', { name: second })).waitFor()
    expect((await savedFile(page, second)).equals(await readFile(join(folder, 'backup.p12')))).toBe(true)

    await vault.lock()
    const place = new URL(page.url()).hash
    await window.quit()
    const secrets = [
      identityPassphrase,
      goodPassphrase,
      '示例签名人',
      { name: 'private key', bytes: key.subarray(60, 100) },
      { name: 'its wrapping', bytes: (await readFile(join(folder, 'backup.p12'))).subarray(200, 240) },
    ]
    const ofTheTest = (path: string) => path.startsWith('Default/File System/')
    expect((await findInPlain(window.profile, secrets, ofTheTest)).leaks).toEqual([])

    await window.start(place)
    const later = sceneOf(window, say)
    await later.vault.unlock()
    const again = new IdentitiesPage(window.page, say)
    await again.card('办公室').waitFor()
    await again.button(again.card('办公室'), 'remove').click()
    const question = again.dialog('removeTitle', { label: '办公室' })
    await again.sentence(question, 'removeText').waitFor()
    await question.getByRole('textbox').fill(say('frame', 'erase.word'))
    await question.getByRole('button', { name: say('frame', 'erase.now') }).click()
    await later.frame.notice(say('identity', 'removed', { label: '办公室' })).waitFor()
    await again.sentence(again.section, 'emptyText').waitFor()
  },
  400_000,
)

test.skipIf(!browser)(
  'what is cancelled, or whose backup finds no room or reads differently, is not stored',
  async () => {
    const { window, say, identities, vault } = await atIdentities()
    const { page } = window
    await identities.beginToMake()
    await vault.create()
    // Cancelled while its key is made: nothing comes of it.
    await identities.fill({ name: '半途而废' })
    await identities.sentence(identities.makeDialog, 'making').waitFor()
    await identities.button(identities.makeDialog, 'cancel').click()
    await identities.makeDialog.waitFor({ state: 'hidden' })
    await identities.beginToMake()
    await identities.make({ name: '示例签名人', key: 'EC-P256' })

    await page.evaluate(() => {
      const streams = FileSystemWritableFileStream.prototype
      const write = Reflect.get(streams, 'write') as (this: unknown, bytes: Uint8Array) => Promise<void>
      const modes = {
        full: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
        torn(this: unknown, bytes: Uint8Array) {
          return write.call(this, bytes.slice(0, -1))
        },
        well: write,
      }
      const disk = (mode: keyof typeof modes) => Reflect.set(streams, 'write', Reflect.get(modes, mode))
      Object.assign(globalThis, { disk })
    })
    const disk = (mode: string) =>
      page.evaluate((given) => (globalThis as unknown as { disk(mode: string): void }).disk(given), mode)
    const name = say('identity', 'backupName', { name: '示例签名人' }) + '.p12'
    for (const [mode, sentence] of [
      ['full', failure('output.disk-full', { path: name })],
      ['torn', failure('identity.backup-differs', { name })],
    ] as const) {
      await disk(mode)
      await identities.button(identities.makeDialog, 'backupDo').click()
      await identities.makeDialog.getByText(sentence).waitFor()
      expect(await savedPaths(page)).toEqual([])
      expect(await identities.cards.count()).toBe(0)
    }
    await disk('well')
    await identities.backUp()
    await identities.finish()
    await identities.card('示例签名人').waitFor()
  },
  240_000,
)

test.skipIf(!browser || !hasOpenssl)(
  'an identity of any kind is imported, and what speaks against it is said first',
  async () => {
    const { window, say, identities, vault, frame } = await atIdentities()
    const { page } = window
    const { importDialog } = identities
    const legacy = opensslIdentity(folder, 'Legacy', { options: ['-legacy'] })
    const expired = await datedIdentity(folder, '往年证书', '2019-01-01T00:00:00Z', '2020-06-15T12:00:00Z')
    const early = await datedIdentity(folder, '来年证书', '2090-01-01T12:00:00Z', '2091-01-01T00:00:00Z')
    const encrypting = opensslIdentity(folder, 'Encrypting', { usage: 'keyEncipherment' })
    const open = opensslIdentity(folder, 'Open', { passphrase: '', key: 'rsa:1024' })
    await writeFile(join(folder, 'letter.p12'), 'no identity at all')
    await writeFile(join(folder, 'film.p12'), Buffer.alloc(5 * 1024 * 1024))

    await identities.beginToImport()
    await vault.create()
    await identities.button(importDialog, 'open').click()
    await identities.sentence(importDialog, 'fileMissing').waitFor()
    await identities.openFile(join(folder, 'letter.p12'), 'any')
    await importDialog.getByText(/PKCS#12/).waitFor()
    await identities.openFile(join(folder, 'film.p12'), 'any')
    await importDialog.getByText(failure('identity.too-large', { name: 'film.p12', size: '5 MiB' })).waitFor()
    await identities.openFile(legacy, 'not it')
    await importDialog.locator('.field-error').getByText(failure('identity.wrong-passphrase')).waitFor()

    await identities.lookAt(legacy, filePassphrase)
    await importDialog.getByText('RSA-2048').waitFor()
    await importDialog.getByText(say('identity', 'keptSameWeak')).waitFor()
    await identities.button(importDialog, 'back').click()
    await identities.lookAt(legacy, filePassphrase)
    await identities.keep()
    await frame.notice(say('identity', 'imported', { label: 'Legacy' })).waitFor()
    await page.getByRole('button', { name: say('identity', 'importedAgain') }).click()
    const copy = say('identity', 'backupName', { name: 'Legacy' }) + '.p12'
    await frame.notice(say('identity', 'backupSavedTwice', { name: copy })).waitFor()
    await writeFile(join(folder, 'kept.p12'), await savedFile(page, copy))
    expect(opened(folder, 'kept.p12', filePassphrase)).toEqual(
      opened(folder, legacy, filePassphrase, ['-legacy']),
    )

    await identities.beginToImport()
    await identities.lookAt(legacy, filePassphrase)
    await identities.sentence(importDialog, 'knownAlready', { label: 'Legacy' }).waitFor()
    expect(await identities.button(importDialog, 'keep').isDisabled()).toBe(true)
    await identities.button(importDialog, 'back').click()
    await identities.lookAt(encrypting, filePassphrase)
    await identities.sentence(importDialog, 'cannotSign').waitFor()
    expect(await identities.button(importDialog, 'keep').isDisabled()).toBe(true)
    await identities.button(importDialog, 'back').click()

    await identities.lookAt(expired, filePassphrase)
    await identities.sentence(importDialog, 'doubtExpired', { date: '2020-06-15' }).waitFor()
    await identities.keep()
    await identities.card('往年证书').getByText(say('identity', 'state.expired')).waitFor()

    await identities.beginToImport()
    await identities.lookAt(early, filePassphrase)
    await identities.sentence(importDialog, 'doubtNotYet', { date: '2090-01-01' }).waitFor()
    await page.keyboard.press('Escape')
    await importDialog.waitFor({ state: 'hidden' })

    // What has no passphrase gets one.
    await identities.beginToImport()
    await identities.lookAt(open, '')
    await identities.sentence(importDialog, 'keptNoPassphrase').waitFor()
    await importDialog.getByText(/RSA-1024.*2048|2048.*RSA-1024/).waitFor()
    await identities.button(importDialog, 'keep').click()
    await importDialog.getByText(say('vault', 'passphraseMissing')).waitFor()
    await identities.newPassphrase(importDialog, identityPassphrase)
    await identities.keep()
    await identities.button(identities.card('Open'), 'saveBackup').click()
    const second = say('identity', 'backupName', { name: 'Open' }) + '.p12'
    await frame.notice(say('identity', 'backupSavedTwice', { name: second })).waitFor()
    await writeFile(join(folder, 'second.p12'), await savedFile(page, second))
    expect(opened(folder, 'second.p12', identityPassphrase)).toEqual(opened(folder, open, ''))
    await eventually(() => identities.cards.count()).toBe(3)
  },
  400_000,
)
