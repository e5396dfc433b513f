import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { browser } from '../harness/browser.ts'
import { eventually } from '../harness/eventually.ts'
import { sparseVideo } from '../harness/evidence-files.ts'
import { wordsIn } from '../harness/words.ts'
import { ownCase } from '../own-case.ts'
import { chooseFromMenu, closeWindow, sceneOfApp } from './app-scene.ts'
import { startBuiltApp } from './built-app.ts'
import { answerDialogs } from './dialogs.ts'

const say = await wordsIn('zh')
const folder = await temporaryFolder()
const bytes = 300_000_000

test.skipIf(!browser)(
  'work under way: closing asks first, sleep stops it, and nothing half-made is left on the disk',
  async () => {
    const { app, place, again } = await startBuiltApp()
    const video = await sparseVideo(join(folder, 'long.mp4'), bytes)
    const scene = await sceneOfApp(app, say)
    await scene.welcome.choose('zh')
    // The menu begins a case on the first screen too.
    await chooseFromMenu(app, 'case.new')
    await scene.vault.create()
    await scene.case.field('field.brand').fill(ownCase.brand)
    await scene.case.field('field.caseCode').fill(ownCase.caseCode)
    await scene.case.saved()
    await scene.case.goTo('evidence')
    await scene.evidence.drop([video])
    await scene.evidence.hasItems(1)

    const name = `${ownCase.caseCode}_${ownCase.brand}`
    const question = scene.page.getByRole('dialog', { name: say('jobs', 'closing.title') })
    const beginToSave = async () => {
      await answerDialogs(app, place)
      await scene.case.menu('saveFolder')
      await scene.page.getByRole('progressbar', { name: say('jobs', 'kind.save-folder') }).waitFor()
      await eventually(async () => (await readdir(place)).some((each) => each.endsWith('.part'))).toBe(true)
    }

    const heldAwake = () =>
      app.evaluate(
        ({ powerSaveBlocker }) => (powerSaveBlocker as unknown as { count?(): number }).count?.() === 1,
        undefined,
      )

    // The person goes on working, and the folder is whole; until then the machine does not fall asleep.
    await beginToSave()
    if (app.kind === 'shell') await eventually(heldAwake).toBe(true)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined)
    await question.getByRole('button', { name: say('jobs', 'closing.stay') }).click()
    await question.waitFor({ state: 'hidden' })
    await scene.frame.notice(say('cases', 'savedFolder', { name, count: 1 })).waitFor()
    if (app.kind === 'shell') await eventually(heldAwake).toBe(false)
    expect(await readdir(place)).toEqual([name])
    const [copy = ''] = (await readdir(join(place, name), { recursive: true })).filter((path) =>
      path.endsWith('.mp4'),
    )
    expect((await stat(join(place, name, copy))).size).toBe(bytes)

    // The screen is locked: the register too, whatever is being written.
    await beginToSave()
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'), undefined)
    await scene.vault.lockedHeading.waitFor()
    await eventually(() => readdir(place)).toEqual([name])
    await scene.vault.unlock()
    await scene.evidence.hasItems(1)

    // The person wants it closed.
    await beginToSave()
    const closed = closeWindow(app)
    await question.getByRole('button', { name: say('jobs', 'closing.stop') }).click()
    await closed
    expect(await readdir(place)).toEqual([name])
    scene.problems.assertNone()
    const later = await sceneOfApp(await again(), say)
    await later.vault.unlock()
    await later.page.getByRole('grid').getByText(ownCase.brand).waitFor()
    await later.app.close()
    later.problems.assertNone()
  },
  120_000,
)
