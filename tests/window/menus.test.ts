import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { twelveFiles } from './harness/evidence-files.ts'
import { withOwnEvidence } from './steps.ts'

const focused = (locator: Locator) =>
  locator.evaluate((element) => element.ownerDocument.activeElement === element)

test.skipIf(!browser)('menus work by keys, and give the focus back', async () => {
  const { window, say, evidence } = await withOwnEvidence()
  const { page } = window
  const { keyboard } = page
  const place = page.url()
  await evidence.choose((await twelveFiles()).slice(0, 2))
  await evidence.hasItems(2)
  await evidence.rows.first().click()

  const group = page.getByRole('treeitem', { level: 2 }).first()
  const ofGroup = group.getByRole('button')
  const buttons = [
    page.getByRole('button', { name: say('case', 'more'), exact: true }),
    evidence.tool('add.more'),
    evidence.tool('toGroup'),
    ofGroup,
  ]
  for (const button of buttons) {
    // It is seen beside the chosen group.
    if (button === ofGroup) await group.click()
    for (const key of ['Enter', 'Space', 'ArrowDown']) {
      await button.focus()
      expect(await button.getAttribute('aria-haspopup')).toBe('menu')
      expect(await button.getAttribute('aria-expanded')).toBe('false')
      await keyboard.press(key)
      const menu = page.getByRole('menu').filter({ visible: true })
      const entries = menu.locator('[role="menuitem"]:not([aria-disabled="true"])')
      await eventually(() => focused(entries.first())).toBe(true)
      expect(await button.getAttribute('aria-expanded')).toBe('true')
      if ((await entries.count()) > 1) {
        await keyboard.press('ArrowDown')
        await eventually(() => focused(entries.nth(1))).toBe(true)
        await keyboard.press('ArrowUp')
        await eventually(() => focused(entries.first())).toBe(true)
      }
      await keyboard.press('Escape')
      await menu.waitFor({ state: 'hidden' })
      await eventually(() => focused(button)).toBe(true)
    }
  }
  // Esc closed the menus, and nothing else.
  expect(page.url()).toBe(place)
})

test.skipIf(!browser)(
  'the list of cases: Space looks, Delete moves to the trash, and asks there',
  async () => {
    const { window, say, frame } = await withOwnEvidence()
    const { page } = window
    const { keyboard } = page
    await frame.goTo('cases')
    const table = page.getByRole('grid', { name: say('cases', 'table') })
    const rows = table.locator('[data-row]')
    await rows.first().waitFor()
    const count = await rows.count()

    // The list of shortcuts names what this table does, and nothing else.
    await keyboard.press('?')
    const list = page.getByRole('dialog', { name: say('frame', 'shortcuts') })
    await list.getByText(say('frame', 'table.peek')).waitFor()
    await list.getByText(say('frame', 'table.remove')).waitFor()
    expect(await list.getByText(say('frame', 'table.edit'), { exact: true }).count()).toBe(0)
    expect(await list.getByText(say('frame', 'table.reorder')).count()).toBe(0)
    await keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })

    await rows.first().focus()
    const peek = page.getByRole('complementary', { name: say('cases', 'peek') })
    await keyboard.press('Space')
    await peek.waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowUp')
    await keyboard.press('Delete')
    const moved = frame.notice(say('cases', 'trashed', { count: 1 }))
    await moved.waitFor()
    await eventually(() => rows.count()).toBe(count - 1)
    await page.getByText(say('cases', 'filter.trashed', { count: 1 })).click()
    await rows.first().focus()
    await keyboard.press('Home')
    await keyboard.press('Delete')
    await page.getByRole('dialog').getByRole('textbox').waitFor()
  },
)
