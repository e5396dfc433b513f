import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { openWindow } from './harness/open-window.ts'
import { wordsIn } from './harness/words.ts'
import { sceneOf } from './steps.ts'

/** What has the focus: its role or tag, and its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return `${element?.tagName ?? ''} ${element?.textContent ?? ''}`
  })
}

test.skipIf(!browser)('the focus is never lost when what had it goes away', async () => {
  const window = await openWindow()
  const { page } = window
  const say = await wordsIn('zh')
  const { welcome, vault } = sceneOf(window, say)

  await welcome.way('lookAtSample').focus()
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toMatch(/^H1 /)

  const banner = say('frame', 'memoryBannerAction')
  await page.getByRole('button', { name: banner }).focus()
  await page.keyboard.press('Enter')
  await vault.createDialog.waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => focused(page)).toBe(`BUTTON ${banner}`)

  // The banner goes with the vault that is made.
  await page.keyboard.press('Enter')
  await vault.create()
  await eventually(() => focused(page)).toMatch(/^H1 /)

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('frame', 'paletteLabel') }).waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => focused(page)).toMatch(/^H1 /)

  const more = page.getByRole('button', { name: say('case', 'more') })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem').first().waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => more.evaluate((each) => each === document.activeElement)).toBe(true)
})

test.skipIf(!browser)(
  'a refused passphrase puts the focus on the field that is wrong, and says why',
  async () => {
    const window = await openWindow({ hash: '#/cases' })
    const { page } = window
    const say = await wordsIn('zh')
    const { welcome, vault } = sceneOf(window, say)
    await welcome.way('lookAtSample').click()
    await page.getByRole('button', { name: say('frame', 'memoryBannerAction') }).click()
    await vault.passphraseField(vault.createDialog).fill('password1')
    const again = vault.createDialog.getByRole('textbox', { name: say('vault', 'passphraseAgain') })
    await again.fill('password2')
    await page.keyboard.press('Enter')
    const first = vault.passphraseField(vault.createDialog)
    await eventually(() => first.evaluate((field) => field === document.activeElement)).toBe(true)
    await page
      .getByRole('alert')
      .filter({ hasText: say('vault', 'passphraseTooWeak') })
      .first()
      .waitFor({ state: 'attached' })
  },
)

test.skipIf(!browser)('the large preview takes the keys, and Esc leads back to the list', async () => {
  const window = await openWindow()
  const { page } = window
  const say = await wordsIn('zh')
  const { welcome, case: opened, evidence } = sceneOf(window, say)
  await welcome.way('lookAtSample').click()
  await opened.heading.waitFor()
  await opened.goTo('evidence')
  await evidence.row('授权委托书').click()
  const pages = evidence.pane.getByRole('region')
  const hasFocus = () => pages.evaluate((region) => region === document.activeElement)
  const goTo = evidence.pane.getByRole('textbox', { name: say('preview', 'page.go') })

  await evidence.pane.getByRole('button', { name: say('evidence', 'preview.larger') }).click()
  await evidence.grid.waitFor({ state: 'hidden' })
  await eventually(hasFocus).toBe(true)
  await page.keyboard.press('PageDown')
  await eventually(() => goTo.inputValue()).toBe('2')

  await page.keyboard.press('Escape')
  await evidence.grid.waitFor()
  await eventually(hasFocus).toBe(true)

  // Two quick turns are two turns.
  const turn = evidence.pane.getByRole('button', { name: say('preview', 'rotate.right') })
  const shape = () =>
    pages
      .locator('canvas')
      .first()
      .evaluate(({ clientWidth, clientHeight }) => clientWidth > clientHeight)
  await eventually(shape).toBe(false)
  await turn.dblclick()
  await page.waitForTimeout(500)
  expect(await shape()).toBe(false)
})
