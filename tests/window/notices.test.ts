import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { withOwnCase } from './steps.ts'
import { eventually } from './harness/eventually.ts'

test.skipIf(!browser)(
  'a message covers nothing one goes to or presses, and a success goes soon',
  async () => {
    const size = { width: 1280, height: 800 }
    const { window, say, frame, case: page } = await withOwnCase('zh', { size })
    await page.field('field.brand').fill('北风')
    await page.saved()
    const notice = frame.notices.locator('.notice')

    // In a case.
    await page.menu('trash')
    await notice.waitFor()
    await window.page.goBack()
    await page.heading.waitFor()
    const ofCase = [
      window.page.getByRole('navigation', { name: say('case', 'sections') }),
      page.header.locator('.ant-btn-primary'),
    ]
    for (const other of ofCase) expect(await overlap(notice, other)).toBe(false)
    await notice.getByRole('button', { name: say('case', 'undoRemove') }).click()
    await notice.waitFor({ state: 'hidden' })

    // On the board.
    await frame.goTo('cases')
    await window.page
      .locator('[data-row]')
      .filter({ hasText: '北风' })
      .locator('[role="gridcell"]')
      .first()
      .click()
    await window.page.getByRole('button', { name: say('cases', 'trash'), exact: true }).click()
    await notice.waitFor()
    const ofBoard = [
      window.page.getByRole('main').locator('.ant-btn-primary').first(),
      window.page.getByRole('navigation', { name: say('frame', 'mainNavigation') }),
      window.page.getByRole('grid'),
    ]
    for (const other of ofBoard) expect(await overlap(notice, other)).toBe(false)
    // It is heard too, and waits while it holds the focus.
    const sentence = say('cases', 'trashed', { count: 1 })
    await eventually(() => window.page.getByRole('status').filter({ hasText: sentence }).count()).toBe(1)
    const undo = notice.getByRole('button', { name: say('cases', 'undo') })
    await undo.focus()
    await window.page.waitForTimeout(9_000)
    await eventually(() => notice.count()).toBe(1)
    await undo.blur()
    await notice.waitFor({ state: 'hidden', timeout: 10_000 })
    await eventually(() => window.page.getByRole('status').filter({ hasText: sentence }).count()).toBe(1)
  },
)

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()]
  if (!a || !b) throw new Error('one of them is not on the screen')
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
