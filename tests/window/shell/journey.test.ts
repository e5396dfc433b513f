import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import law from '../../../resources/law/criminal.json' with { type: 'json' }
import { Failure } from '../../../src/shared/contract/failure.ts'
import { explainFailure } from '../../../src/shared/messages/explain.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { dossier } from '../../cli/run-dossier.ts'
import { browser } from '../harness/browser.ts'
import { eventually } from '../harness/eventually.ts'
import { twelveFiles } from '../harness/evidence-files.ts'
import { findInPlain, type Secret } from '../harness/profile-bytes.ts'
import { wordsIn } from '../harness/words.ts'
import { ownCase, typeOwnCase } from '../own-case.ts'
import { goodPassphrase } from '../pages/vault-page.ts'
import { type AppScene, chooseFromMenu, closeWindow, sceneOfApp } from './app-scene.ts'
import { startBuiltApp } from './built-app.ts'
import { answerDialogs, askedDialogs, shownInFolder } from './dialogs.ts'
import { launchApp } from './launch-app.ts'
import { mountSmallDisk } from './small-disk.ts'

const say = await wordsIn('zh')
const documentaryEvidence = law.evidenceKinds.find(({ id }) => id === 'documentary')!.zh
const caseFolder = `${ownCase.caseCode}_${ownCase.brand}`
const bundles = await temporaryFolder()
/** Too small for the twelve files. */
const smallDisk = mountSmallDisk(1024 * 1024)

interface SavedCase {
  readonly groups: readonly { readonly items: readonly { readonly name: string; readonly file: string }[] }[]
}

test.skipIf(!browser)(
  'a case from the first run to the disk and the command line, through dialogs, a power cut, closing, sleep and a full disk',
  async () => {
    const { app: first, folder, userData, place, again } = await startBuiltApp()
    const files = await twelveFiles()
    let scene = await sceneOfApp(first, say)
    /** Starts again after an end, opens the vault and goes to the case as a person would. */
    const reopen = async (): Promise<AppScene> => {
      scene.problems.assertNone()
      const next = await sceneOfApp(await again(), say)
      await next.vault.unlock()
      await next.page.getByRole('grid').getByText(ownCase.brand).dblclick()
      await next.case.field('field.brand').waitFor()
      return next
    }

    // First run.
    await scene.welcome.choose('zh')
    await scene.welcome.blankCase()
    const code = await scene.vault.create()
    await typeOwnCase(scene.case)
    await scene.case.goTo('evidence')
    await scene.evidence.drop(files)
    await scene.evidence.hasItems(12)
    const names = await scene.evidence.names()
    await scene.evidence.rows.first().click()
    await scene.page.keyboard.press('Control+a')
    await scene.evidence.pick('field.kind', documentaryEvidence)
    await scene.evidence.pick('field.form', say('evidence', 'form.copy'))
    await scene.evidence.field('field.source').fill('权利人提供')
    await scene.evidence.field('field.purpose').fill('证明被控商品与正品不同')
    await scene.case.saved()

    // A dialog that is cancelled does nothing.
    await answerDialogs(scene.app, undefined)
    await scene.case.menu('saveFolder')
    await scene.evidence.rows.first().click()
    await scene.evidence.tool('takeOut').click()
    await eventually(async () => (await askedDialogs(scene.app)).length).toBe(2)

    // Out to the disk through the dialog of the system, byte for byte.
    await answerDialogs(scene.app, place)
    await scene.case.menu('saveFolder')
    await scene.frame.notice(say('cases', 'savedFolder', { name: caseFolder, count: 12 })).waitFor()
    expect(await readdir(place)).toEqual([caseFolder])
    expect(await scene.frame.notices.locator('.notice-warning, .notice-error').count()).toBe(0)
    const saved = join(place, caseFolder)
    const items = await savedItems(saved)
    expect(items.map(({ name }) => name)).toEqual(names)
    const written = await digests(items.map(({ file }) => join(saved, file)))
    expect([...written].sort()).toEqual((await digests(files)).sort())
    await scene.frame.notices.getByRole('button', { name: say('cases', 'reveal') }).click()
    await eventually(() => shownInFolder(scene.app)).toEqual([saved])

    // The command line takes it.
    const [check, build] = await Promise.all([
      dossier(place, 'check', caseFolder, '--json'),
      dossier(place, 'build', caseFolder, '--draft', '--out', join(bundles, 'bundle')),
    ])
    expect(`${check.code} ${check.err}`).toMatch(/^0/)
    expect(`${build.err}${build.code}`).toMatch(/0$/)

    // One original out again, under the name the person gives.
    await answerDialogs(scene.app, join(place, 'taken out.bin'))
    await scene.evidence.rows.first().click()
    await scene.evidence.tool('takeOut').click()
    await scene.frame.notice(say('evidence', 'takenOut', { count: 1 })).waitFor()
    expect(await digests([join(place, 'taken out.bin')])).toEqual([written[0]])

    // A power cut.
    await scene.app.kill()
    const secrets = [...secretsOfTheCase(code), ...(await pieces(files))]
    expect(await leaks(userData, secrets)).toEqual([])
    scene = await reopen()
    expect(await scene.case.field('field.notice.office').inputValue()).toBe(ownCase.office)
    await scene.case.goTo('evidence')
    await scene.evidence.hasItems(12)
    expect(await scene.evidence.names()).toEqual(names)

    // Typed, and the window closed at once: in the details of an item, then in the case.
    await scene.evidence.rows.first().click()
    await scene.evidence.tab('details')
    await scene.evidence.field('field.purpose').press('Control+End')
    await scene.evidence.field('field.purpose').pressSequentially('，包装不一致')
    await closeWindow(scene.app)
    scene = await reopen()
    await scene.case.goTo('evidence')
    await scene.evidence.rows.first().click()
    await scene.evidence.tab('details')
    await eventually(() => scene.evidence.field('field.purpose').inputValue()).toBe(
      '证明被控商品与正品不同，包装不一致',
    )
    await scene.case.goTo('overview')
    await scene.case.field('field.notice.office').press('End')
    await scene.case.field('field.notice.office').pressSequentially('第三检察部')
    await scene.app.close()
    scene = await reopen()
    const office = await scene.case.field('field.notice.office').inputValue()
    expect(office).toBe(`${ownCase.office}第三检察部`)

    // A second start brings this window forward and ends.
    expect(await launchApp({ folder, userData })).toEqual({ kind: 'ended', code: 0 })

    // The menu locks, also from a dialog, which keeps other commands to itself; so does a locked screen.
    const address = scene.page.url()
    await chooseFromMenu(scene.app, 'shortcuts')
    await scene.page.getByRole('dialog', { name: say('frame', 'shortcuts') }).waitFor()
    await chooseFromMenu(scene.app, 'case.new')
    await chooseFromMenu(scene.app, 'lock')
    await scene.vault.lockedHeading.waitFor()
    await scene.vault.unlock()
    await scene.case.field('field.brand').waitFor()
    await scene.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'), undefined)
    await scene.vault.lockedHeading.waitFor()
    await scene.vault.unlock()
    await scene.case.field('field.brand').waitFor()
    expect(scene.page.url()).toBe(address)

    // A new case begins from every page.
    await chooseFromMenu(scene.app, 'case.new')
    await eventually(() => scene.page.url()).not.toBe(address)
    await eventually(() => scene.case.field('field.brand').inputValue()).toBe('')

    // A full disk is said, nothing half-made is left, and the window goes on.
    await scene.frame.goTo('cases')
    await scene.page.getByRole('grid').getByText(ownCase.brand).dblclick()
    await scene.case.field('field.brand').waitFor()
    if (smallDisk) {
      await answerDialogs(scene.app, smallDisk)
      await chooseFromMenu(scene.app, 'case.save-folder')
      const [before, after] = explainFailure(new Failure('output.disk-full', { path: '\n' }), 'zh').split(
        '\n',
      )
      const sentence = scene.frame.notices.locator('.notice-warning').filter({ hasText: after! })
      await sentence.waitFor()
      expect(await sentence.textContent()).toContain(`${before}${caseFolder}/`)
      await eventually(() => readdir(smallDisk)).toEqual([])
    }
    await answerDialogs(scene.app, place)
    await chooseFromMenu(scene.app, 'case.save-folder')
    await scene.frame.notice(say('cases', 'savedFolder', { name: `${caseFolder} (2)`, count: 12 })).waitFor()
    const secondItems = await savedItems(`${saved} (2)`)
    expect(await digests(secondItems.map(({ file }) => join(`${saved} (2)`, file)))).toEqual(written)

    // The menu opens a case folder from every page; one whose code is in use would be asked about first.
    await scene.case.field('field.caseCode').fill('HMS-2026-0720')
    await scene.case.saved()
    const choosing = scene.page.waitForEvent('filechooser')
    await chooseFromMenu(scene.app, 'case.open-folder')
    await (await choosing).setFiles(saved)
    const opened = scene.frame.notices.getByText(say('cases', 'opened', { name: ownCase.brand }))
    await opened.waitFor()
    await scene.case.goTo('evidence')
    await scene.evidence.hasItems(12)
    await closeWindow(scene.app)
    scene.problems.assertNone()
    expect((await readdir(place)).sort()).toEqual([caseFolder, `${caseFolder} (2)`, 'taken out.bin'])
    expect(await leaks(userData, secrets)).toEqual([])
  },
  180_000,
)

async function savedItems(folder: string): Promise<SavedCase['groups'][number]['items']> {
  const saved = JSON.parse(await readFile(join(folder, 'case.json'), 'utf8')) as SavedCase
  return saved.groups.flatMap(({ items }) => items)
}

async function digests(paths: readonly string[]): Promise<string[]> {
  const all = await Promise.all(paths.map((path) => readFile(path)))
  return all.map((bytes) => createHash('sha256').update(bytes).digest('hex'))
}

function secretsOfTheCase(code: string): string[] {
  const { receivedOn: _received, replyDueOn: _due, ...typed } = ownCase
  return [
    ...Object.values(typed),
    caseFolder,
    goodPassphrase,
    code,
    code.replaceAll('-', ''),
    '证明被控商品与正品不同',
    '权利人提供',
    'taken out.bin',
  ]
}

/** Forty bytes out of the middle of each file, and its name. */
async function pieces(paths: readonly string[]): Promise<Secret[]> {
  const all = await Promise.all(
    paths.map(async (path) => {
      const middle = Math.floor((await stat(path)).size / 2)
      const bytes = (await readFile(path)).subarray(middle, middle + 40)
      return { name: `content of ${basename(path)}`, bytes }
    }),
  )
  const telling = all.filter(({ bytes }) => new Set(bytes).size > 12)
  return [...telling, ...paths.map((path) => basename(path)).filter((name) => name.length > 14)]
}

/** Everything the application keeps for this person: profile, log, place of the window. */
async function leaks(userData: string, secrets: readonly Secret[]) {
  const search = await findInPlain(userData, secrets)
  expect(search.bytes).toBeGreaterThan(1_000_000)
  return search.leaks
}
