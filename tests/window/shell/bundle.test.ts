import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import sample from '../../../resources/sample/case.json' with { type: 'json' }
import { Failure, type FailureCode } from '../../../src/shared/contract/failure.ts'
import { explainFailure } from '../../../src/shared/messages/explain.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { dossier } from '../../cli/run-dossier.ts'
import { hasTool } from '../../judges.ts'
import { browser, root } from '../harness/browser.ts'
import { eventually } from '../harness/eventually.ts'
import { sparseVideo } from '../harness/evidence-files.ts'
import { registerRows } from '../harness/register-rows.ts'
import { wordsIn } from '../harness/words.ts'
import { type AppScene, closeWindow, sceneOfApp } from './app-scene.ts'
import { startBuiltApp } from './built-app.ts'
import { answerDialogs, askedDialogs } from './dialogs.ts'
import type { RunningApp } from './launch-app.ts'
import { printPages, sentToPrints } from './print-scene.ts'
import { mountSmallDisk } from './small-disk.ts'

const sampleItems = sample.groups.flatMap(({ items }) => items).length
const say = await wordsIn('zh')
const patience = { timeout: 120_000 }
/** Too small for the sample's ZIP. */
const smallDisk = mountSmallDisk(1024 * 1024)

test.skipIf(!browser)(
  'a bundle is built, saved to the disk and printed; what cannot be saved is said and leaves nothing',
  async () => {
    const { app, place } = await startBuiltApp()
    const scene = await sceneOfApp(app, say)
    const { bundle, frame } = scene
    await openSample(scene)
    await bundle.build()
    await scene.vault.create()
    await bundle.result.waitFor(patience)
    await eventually(() => bundle.earlier.count()).toBe(1)
    const entry = bundle.earlier.first()
    const later = entry.getByText(say('bundle', 'zipDigestLater'))
    await later.waitFor()
    const says = (code: FailureCode, facts: Failure['facts']) =>
      frame.notice(explainFailure(new Failure(code, facts), 'zh')).waitFor(patience)
    const saved = (name: string) => frame.notice(say('bundle', 'saved', { name })).waitFor(patience)

    // A dialog that is cancelled leaves nothing, and nothing is said.
    await answerDialogs(app, undefined)
    await bundle.save('zip')
    await eventually(async () => (await askedDialogs(app)).length).toBe(1)
    await bundle.save('disc')
    await eventually(async () => (await askedDialogs(app)).length).toBe(2)
    const [{ defaultPath } = {}] = await askedDialogs(app)
    expect(defaultPath).toMatch(/\.zip$/)

    // A place that is not there, and one that goes while it is written to.
    const gone = join(place, 'gone')
    await answerDialogs(app, join(gone, 'nowhere.zip'))
    await bundle.save('zip')
    await says('output.unwritable', { path: 'nowhere.zip', reason: 'ENOENT' })
    await eventually(() => frame.notices.locator('.notice-warning, .notice-error').count()).toBe(1)
    if (process.platform !== 'win32') {
      await mkdir(gone)
      await removeOnceWrittenTo(app, gone)
      await answerDialogs(app, join(gone, 'pulled.zip'))
      await bundle.save('zip')
      await says('output.unreadable', { path: 'pulled.zip', reason: 'ENOENT' })
    }
    expect(await readdir(place)).toEqual([])

    // A full disk, for a file and for a folder.
    if (smallDisk) {
      await answerDialogs(app, join(smallDisk, 'full.zip'))
      await bundle.save('zip')
      await says('output.disk-full', { path: 'full.zip' })
      expect(await readdir(smallDisk)).toEqual([])
      await answerDialogs(app, smallDisk)
      await bundle.save('disc')
      const [, after] = explainFailure(new Failure('output.disk-full', { path: '\n' }), 'zh').split('\n')
      const full = frame.notices
        .locator('.notice-warning')
        .filter({ hasText: '/' })
        .filter({ hasText: after! })
      await full.waitFor(patience)
      expect(await readdir(smallDisk)).toEqual([])
    }

    // What failed so far has told nothing of the ZIP.
    await later.waitFor()

    // The same bundle elsewhere, with the digest the list shows from then on, and again from the list.
    const zip = join(place, 'elsewhere.zip')
    for (const [name, from] of [
      ['elsewhere.zip', bundle.result],
      ['again.zip', entry],
    ] as const) {
      await answerDialogs(app, join(place, name))
      await bundle.save('zip', from)
      await saved(name)
      expect(await bundle.digest('zipDigest', entry)).toBe(await digestOf(join(place, name)))
    }
    expect((await readdir(place)).sort()).toEqual(['again.zip', 'elsewhere.zip'])
    if (hasTool('unzip')) {
      expect(execFileSync('unzip', ['-t', zip]).toString()).toContain('No errors detected')
    }
    const ofZip = await dossier(place, 'verify', zip, '--json')
    expect(`${ofZip.code} ${ofZip.err}`).toMatch(/^0/)

    await answerDialogs(app, place)
    await bundle.save('disc')
    await frame.notice(say('bundle', 'saved.disc')).waitFor(patience)
    const names = (await readdir(place)).filter((name) => !name.endsWith('.zip'))
    expect(names).toHaveLength(1)
    const ofDisc = await dossier(place, 'verify', join(place, names[0]!), '--json')
    expect(`${ofDisc.code} ${ofDisc.err}`).toMatch(/^0/)

    // The cover: what the print window is served are the bytes of the copy on the disk.
    await bundle.button('print', bundle.result).click()
    const cover = say('print', 'paper.cover')
    const copy = join(place, 'cover.pdf')
    await answerDialogs(app, undefined)
    await bundle.printPaper('paper.cover', 'saveCopy')
    await eventually(async () => (await askedDialogs(app)).length).toBe(1)
    expect(await readdir(place)).not.toContain('cover.pdf')
    await answerDialogs(app, copy)
    await bundle.printPaper('paper.cover', 'saveCopy')
    await frame.notice(say('print', 'saved', { name: 'cover.pdf' })).waitFor()
    expect((await readFile(copy)).subarray(0, 5).toString()).toBe('%PDF-')
    scene.problems.assertNone()
    // The print window has an address of its own, which Chromium's viewer shows and asks for an icon.
    scene.problems.expect(/^foreign request: \S+\/print\/[0-9a-f]+$/)
    scene.problems.expect(/^foreign request: (chrome-extension:|chrome:\/\/resources\/)/)
    scene.problems.expect(/^console error: Failed to load resource: .* 404 /)
    await bundle.printPaper('paper.cover', 'show')
    await frame.notice(say('print', 'opened', { name: cover })).waitFor()
    const [print] = await printPages(app, 1)
    await eventually(() => print!.frames().some((frame) => frame.url().startsWith('chrome-extension:'))).toBe(
      true,
    )
    if (app.kind === 'shell') {
      await eventually(async () => (await sentToPrints(app)).map(({ isWhole }) => isWhole)).toEqual([true])
      expect((await sentToPrints(app)).map(({ sha256 }) => sha256)).toEqual([await digestOf(copy)])
    }
    scene.problems.assertNone()
    await app.close()
    expect((await readdir(place)).sort()).toEqual(
      ['again.zip', 'cover.pdf', 'elsewhere.zip', ...names].sort(),
    )
  },
  240_000,
)

test.skipIf(!browser)(
  'a window that is closed while it builds asks first; what was half-made is gone, and it can be built again',
  async () => {
    const { app, again } = await startBuiltApp()
    const scene = await sceneOfApp(app, say)
    // Long enough under way to be stopped.
    const video = await sparseVideo(join(await temporaryFolder(), 'long.mp4'), 150_000_000)
    await openSample(scene)
    const brand = await scene.case.heading.innerText()
    await scene.case.goTo('evidence')
    await scene.evidence.hasItems(sampleItems)
    await scene.evidence.drop([video])
    await scene.vault.create()
    await scene.evidence.hasItems(sampleItems + 1)
    await scene.bundle.open()
    const before = await registerRows(scene.page)
    expect(before.unfinished).toBe(0)
    await scene.bundle.build()
    await eventually(async () => (await registerRows(scene.page)).contents).toBeGreaterThan(before.contents)
    const closed = closeWindow(app)
    const question = scene.page.getByRole('dialog', { name: say('jobs', 'closing.title') })
    await question.getByText(say('jobs', 'kind.build')).waitFor()
    await question.getByRole('button', { name: say('jobs', 'closing.stop') }).click()
    await closed
    scene.problems.assertNone()

    const later = await sceneOfApp(await again(), say)
    await later.vault.unlock()
    await later.page.getByRole('grid').getByText(brand).first().dblclick()
    await later.bundle.open()
    await later.bundle.region('earlierTitle').getByText(say('bundle', 'earlierEmpty')).waitFor()
    expect(await later.bundle.earlier.count()).toBe(0)
    expect(await registerRows(later.page)).toEqual(before)

    // Stopped in the window, it leaves as little; then it is let be.
    await later.bundle.build()
    await eventually(async () => (await registerRows(later.page)).contents).toBeGreaterThan(before.contents)
    const cancel = say('jobs', 'cancel', { name: say('jobs', 'kind.build') })
    await later.page.getByRole('button', { name: cancel }).click()
    await later.frame.notice(say('bundle', 'buildCancelled')).waitFor()
    await eventually(() => registerRows(later.page)).toEqual(before)
    // What the program is handed meanwhile does not lead away from the result.
    await later.bundle.build()
    await eventually(async () => (await registerRows(later.page)).contents).toBeGreaterThan(before.contents)
    await later.app.evaluate(
      ({ app: electronApp }, path) =>
        electronApp.emit('open-file', { preventDefault: () => undefined }, path),
      join(root, 'resources', 'sample', '03_授权委托书.pdf'),
    )
    const offer = later.frame.notice(say('verify', 'handed.offer'))
    await offer.waitFor()
    await later.bundle.result.waitFor(patience)
    await eventually(() => later.bundle.earlier.count()).toBe(1)
    await later.frame.notices.getByRole('button', { name: say('verify', 'handed.show') }).click()
    await later.verify.verified('03_授权委托书.pdf')
    await offer.waitFor({ state: 'hidden' })

    // Locking waits for a build that nobody wants to stop, and what was built is there.
    await later.page.goBack()
    await later.bundle.build()
    await later.page.getByRole('button', { name: cancel }).waitFor()
    await later.page.keyboard.press('Control+l')
    await later.vault.lockedHeading.waitFor(patience)
    await later.vault.unlock()
    await eventually(() => later.bundle.earlier.count()).toBe(2)
    await later.app.close()
    later.problems.assertNone()
  },
  240_000,
)

/** The first run as somebody goes who only wants to look, up to the bundle of the sample. */
async function openSample({ welcome, case: opened, bundle }: AppScene): Promise<void> {
  await welcome.choose('zh')
  await welcome.way('lookAtSample').click()
  await opened.heading.waitFor()
  await bundle.open()
  await bundle.previewed()
}

/** Pulls the folder away as soon as something is written to it, as a stick is pulled. */
function removeOnceWrittenTo(app: RunningApp, folder: string): Promise<void> {
  return app.evaluate((_electron, place) => {
    const { rmSync, watch } = process.getBuiltinModule('node:fs')
    const watcher = watch(place, () => {
      watcher.close()
      rmSync(place, { recursive: true })
    })
  }, folder)
}

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
