import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { savedPaths } from './harness/pickers.ts'
import { withOwnCase } from './steps.ts'

test.skipIf(!browser)('on the board, Ctrl+Z takes back what was done to a case', async () => {
  const { window, say, frame, case: page } = await withOwnCase()
  await page.field('field.brand').fill('北风')
  await page.saved()
  await frame.goTo('cases')
  const row = window.page.locator('[data-row]').filter({ hasText: '北风' })
  await row.click()
  await window.page.getByRole('button', { name: say('cases', 'close'), exact: true }).click()
  // Indictment, judgment, money, samples, destruction: nothing was said of them yet.
  await window.page.getByRole('button', { name: say('cases', 'closingWaive') }).click()
  await row.waitFor({ state: 'hidden' })
  await window.page.keyboard.press('Control+z')
  await row.waitFor()
  await window.page
    .getByRole('status')
    .filter({ hasText: say('cases', 'stateUndone', { count: 1 }) })
    .waitFor({ state: 'attached' })

  // From inside a case too, a new one gets a code that nobody has; one typed twice is doubted at its field.
  await row.getByRole('button', { name: /^北风/ }).click()
  const code = page.field('field.caseCode')
  const first = await code.inputValue()
  await window.page.keyboard.press('Alt+n')
  await eventually(() => code.inputValue()).toBe(first.replace(/\d+$/, (n) => String(Number(n) + 1)))
  const doubt = window.page.locator('[data-path="caseCode"]').getByText(`另一个案件（北风）也在用“${first}”`)
  await code.fill(first)
  await doubt.waitFor()
  await code.fill('NF-2')
  await doubt.waitFor({ state: 'detached' })
  await page.field('field.brand').fill('南风')
  await page.saved()

  // What a filter leaves out is not said to be nowhere.
  await frame.goTo('cases')
  await window.page.getByRole('button', { name: say('cases', 'filters'), exact: true }).click()
  const brand = window.page.getByRole('combobox', { name: say('cases', 'filterBy.brand') })
  await brand.click()
  await window.page.locator('.ant-select-item-option', { hasText: '南风' }).click()
  await brand.press('Escape')
  await row.waitFor({ state: 'hidden' })
  await window.page.getByLabel(say('cases', 'search')).first().fill('北风')
  await window.page.getByText(say('cases', 'hiddenTitle', { query: '北风', count: 1 })).waitFor()
  await window.page.getByRole('button', { name: say('cases', 'clearFilter'), exact: true }).click()
  await row.waitFor()
})

test.skipIf(!browser)(
  'saving asked for twice is one folder, told once, with the command to copy',
  async () => {
    const { window, say, frame, case: page } = await withOwnCase()
    await page.field('field.brand').fill('北风')
    await page.field('field.caseCode').fill('BF-1')
    await page.saved()
    await window.page.evaluate(() => {
      const press = () =>
        dispatchEvent(
          new KeyboardEvent('keydown', { key: 'S', ctrlKey: true, shiftKey: true, cancelable: true }),
        )
      press()
      press()
    })
    await frame.notice(say('cases', 'savedFolder', { name: 'BF-1_北风', count: 0 })).waitFor()
    expect(await savedPaths(window.page)).toEqual(['BF-1_北风/case.json'])
    const notice = frame.notices.locator('.notice')
    await eventually(() => notice.count()).toBe(1)
    await notice.getByRole('button', { name: say('cases', 'copyCommand') }).click()
    await frame.notice(say('cases', 'commandCopied')).waitFor()
    // The message with the command stays for as long as it is wanted.
    await eventually(() => notice.count()).toBe(2)
  },
)

test.skipIf(!browser)('in a row, the name opens the case and the next step leads to its field', async () => {
  const { window, say, frame, case: page } = await withOwnCase()
  await page.field('field.brand').fill('北风与一个长得在看板上放不下的品牌名称以及它的说明')
  await page.saved()
  await frame.goTo('cases')
  const row = window.page.locator('[data-row]').filter({ hasText: '北风' })
  // Beside the name a click selects, as before.
  await row.locator('[role="gridcell"]').first().click()
  expect(await row.getAttribute('aria-selected')).toBe('true')
  expect(window.page.url()).toMatch(/cases$/)
  // What is cut off is told whole.
  const cell = row.locator('[role="gridcell"]').filter({ hasText: '北风' }).first()
  await cell.hover()
  expect(await cell.getAttribute('title')).toContain('放不下的品牌名称以及它的说明')
  // The first thing that is missing: the office.
  await row.getByRole('button', { name: /^补全案件信息：北风/ }).click()
  await focusedPath(window.page, 'notice.office')
  await window.page.keyboard.type('示例市人民检察院')
  await page.saved()
  // One step back is the board it came from.
  await window.page.goBack()
  await row.getByRole('button', { name: /^签收并退回检察院的送达回执：北风/ }).click()
  await focusedPath(window.page, 'notice.receiptReturnedOn')
  await frame.goTo('cases')
  // Whoever clicks twice from habit does not press what stands there by then.
  const name = (await row.getByRole('button', { name: /^北风/ }).boundingBox())!
  await window.page.mouse.click(name.x + 20, name.y + name.height / 2)
  await window.page.waitForURL(/overview$/)
  const sections = window.page.getByRole('navigation', { name: say('case', 'sections') })
  await sections.waitFor()
  await window.page.mouse.down({ clickCount: 2 })
  await window.page.mouse.up({ clickCount: 2 })
  await page.field('field.brand').waitFor()
  expect(window.page.url()).toMatch(/overview$/)
  await frame.goTo('cases')
  // Of the row that Tab reaches the buttons are reached too; then the peek leads the same way.
  await row.focus()
  await window.page.keyboard.press('Tab')
  expect(await window.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^北风/)
  await row.focus()
  await window.page.keyboard.press('Space')
  await window.page
    .getByRole('complementary', { name: say('cases', 'peek') })
    .getByRole('button', { name: /^签收并退回/ })
    .click()
  await focusedPath(window.page, 'notice.receiptReturnedOn')
})

/** Waits until the field of a place has the focus. */
async function focusedPath(page: Page, path: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.activeElement?.closest('[data-path]')?.getAttribute('data-path') === wanted,
    path,
  )
}
