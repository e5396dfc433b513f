import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
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
    expect(await notice.count()).toBe(1)
    await notice.getByRole('button', { name: say('cases', 'copyCommand') }).click()
    await frame.notice(say('cases', 'commandCopied')).waitFor()
    // The message with the command stays for as long as it is wanted.
    expect(await notice.count()).toBe(2)
  },
)
