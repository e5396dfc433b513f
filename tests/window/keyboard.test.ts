import { test } from 'vitest'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { twelveFiles } from './harness/evidence-files.ts'
import { ownCase } from './own-case.ts'
import { goodPassphrase } from './pages/vault-page.ts'
import { firstRun, type Scene } from './steps.ts'

/** Presses Tab until what has the focus is named so; the order of the page decides how long that takes. */
async function tabTo(scene: Scene, name: string | RegExp, key = 'Tab'): Promise<void> {
  const { page } = scene.window
  const wanted = page
    .getByRole('button', { name })
    .or(page.getByRole('link', { name }))
    .or(page.getByLabel(name))
  for (let pressed = 0; pressed < 80; pressed += 1) {
    const handles = await wanted.elementHandles()
    for (const handle of handles) {
      if (await handle.evaluate((element) => element === document.activeElement)) return
    }
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(name)}`)
}

test.skipIf(!browser)('without a mouse: passphrase, case, files, order, lock and unlock', async () => {
  const scene = await firstRun('zh')
  const { window, say, evidence } = scene
  const { page } = window
  const { keyboard } = page
  await scene.welcome.way('recordNotice').waitFor()
  await tabTo(scene, new RegExp(say('vault', 'recordNotice')))
  await keyboard.press('Enter')
  // A notice is where cases begin; this one begins blank.
  const recording = page.getByRole('dialog', { name: say('notice', 'recordTitle') })
  await recording.waitFor()
  await keyboard.press('Escape')
  await recording.waitFor({ state: 'hidden' })
  await tabTo(scene, say('cases', 'waysToBegin'))
  await keyboard.press('Enter')
  const focused = (words: string) =>
    page.waitForFunction(
      (wanted) => document.activeElement?.closest('[role="menuitem"]')?.textContent?.includes(wanted),
      words,
    )
  await focused(say('cases', 'recordMore'))
  await keyboard.press('ArrowDown')
  await focused(say('cases', 'newCaseMore'))
  await keyboard.press('Enter')

  // The dialog takes the focus by itself.
  await scene.vault.createDialog.waitFor()
  await keyboard.type(goodPassphrase)
  await tabTo(scene, say('vault', 'passphraseAgain'))
  await keyboard.type(goodPassphrase)
  await keyboard.press('Enter')
  const group = scene.vault.sheetDialog.locator('.recovery-group').last()
  const last = (await group.textContent())!.slice(1)
  await tabTo(scene, say('vault', 'sheetConfirm', { length: last.length }))
  await keyboard.type(last)
  await keyboard.press('Enter')

  await scene.case.field('field.brand').waitFor()
  await tabTo(scene, say('case', 'field.brand'))
  await keyboard.type(ownCase.brand)
  await page.getByRole('heading', { level: 1, name: ownCase.brand }).waitFor()

  await tabTo(scene, new RegExp(`^${say('case', 'evidence')}`), 'Shift+Tab')
  await keyboard.press('Enter')
  await evidence.grid.waitFor()
  await tabTo(scene, new RegExp(`${say('evidence', 'add.files')}$`))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')])
  await chooser.setFiles((await twelveFiles()).slice(0, 3))
  await evidence.hasItems(3)

  const names = await evidence.names()
  for (let steps = 0; steps < 40; steps += 1) {
    if (await page.evaluate(() => document.activeElement?.hasAttribute('data-row'))) break
    await keyboard.press('Tab')
  }
  await keyboard.press('Home')
  await keyboard.press('Alt+ArrowDown')
  await eventually(() => evidence.names()).toEqual([names[1], names[0], names[2]])
  // Where it went is said.
  const group1 = say('evidence', 'group.firstName')
  await page
    .getByRole('status')
    .filter({
      hasText: say('evidence', 'moved.one', { label: 'E001', group: group1, position: 2, total: 3 }),
    })
    .waitFor()
  // The row moved with its focus.
  await keyboard.press('Alt+ArrowDown')
  await eventually(() => evidence.names()).toEqual([names[1], names[2], names[0]])

  await keyboard.press('Control+l')
  await scene.vault.lockedHeading.waitFor()
  await keyboard.type(goodPassphrase)
  await keyboard.press('Enter')
  await evidence.hasItems(3)
})
