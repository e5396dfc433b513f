import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { ownCase } from './own-case.ts'
import { withOwnEvidence } from './steps.ts'

const folder = await temporaryFolder()
const files = ['甲.txt', '乙.txt', '丙.txt'].map((name) => join(folder, name))
await Promise.all(files.map((path, index) => writeFile(path, `内容 ${index}\n`)))

test.skipIf(!browser)('items go to the trash, come back, and are erased with a typed word', async () => {
  const { window, say, evidence, frame, rows } = await withOwnEvidence()
  await evidence.choose(files)
  await evidence.hasItems(3)
  const names = await evidence.names()

  await evidence.rows.first().click()
  await window.page.keyboard.press('Delete')
  await frame.notice(say('evidence', 'trash.moved', { count: 1 })).waitFor()
  await evidence.hasItems(2)
  await window.page.keyboard.press('Control+z')
  await evidence.hasItems(3)
  expect(await evidence.names()).toEqual(names)

  await evidence.rows.first().click()
  await evidence.tool('trash.move').click()
  await evidence.hasItems(2)
  await evidence.scope('scope.trash')
  await evidence.trash.locator('[data-row]').first().click()
  const tools = window.page.getByRole('toolbar', { name: say('evidence', 'scope.trash') })
  await tools.getByRole('button', { name: say('evidence', 'trash.erase') }).click()
  const dialog = window.page.getByRole('dialog')
  const now = dialog.getByRole('button', { name: say('frame', 'erase.now') })
  expect(await now.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill(say('frame', 'erase.word'))
  await now.click()
  await dialog.waitFor({ state: 'hidden' })
  await evidence.trash.getByText(say('evidence', 'trash.none')).waitFor()
  await eventually(rows).toMatchObject({ items: 2, contents: 2, strayChunks: 0 })
})

test.skipIf(!browser)('contents that are there already are told, with a choice', async () => {
  const { window, say, evidence, rows } = await withOwnEvidence()
  await evidence.choose(files)
  await evidence.hasItems(3)
  const copy = join(folder, '甲的副本.txt')
  await writeFile(copy, '内容 0\n')
  await evidence.choose([copy])
  const dialog = window.page.getByRole('dialog')
  await dialog.getByText(say('evidence', 'report.doubles', { count: 1 })).waitFor()
  await dialog.getByRole('button', { name: say('evidence', 'report.skip'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await evidence.hasItems(3)

  await evidence.choose([copy])
  await dialog.getByRole('button', { name: say('evidence', 'report.add'), exact: true }).click()
  await evidence.hasItems(4)
  // Stored once.
  expect(await rows()).toMatchObject({ items: 4, contents: 3 })
})

test.skipIf(!browser)(
  'a case goes to the trash, comes back, and is erased with everything in it',
  async () => {
    const { window, say, evidence, frame, rows, case: page } = await withOwnEvidence()
    await page.goTo('overview')
    await page.field('field.brand').fill(ownCase.brand)
    await page.saved()
    await page.goTo('evidence')
    await evidence.choose(files)
    await evidence.hasItems(3)

    await frame.goTo('cases')
    const table = window.page.getByRole('grid', { name: say('cases', 'table') })
    const row = table.locator('[data-row]').filter({ hasText: ownCase.brand })
    await row.click()
    await window.page.keyboard.press('Delete')
    await frame.notice(say('cases', 'trashed', { count: 1 })).waitFor()
    await row.waitFor({ state: 'hidden' })
    await frame.notices
      .locator('.notice')
      .filter({ hasText: say('cases', 'trashed', { count: 1 }) })
      .getByRole('button', { name: say('cases', 'undo') })
      .click()
    await row.click()
    await window.page.keyboard.press('Delete')
    await row.waitFor({ state: 'hidden' })

    await window.page.getByText(say('cases', 'filter.trashed', { count: 1 })).click()
    await row.click()
    await window.page.getByRole('button', { name: say('cases', 'erase') }).click()
    const dialog = window.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(say('frame', 'erase.word'))
    await dialog.getByRole('button', { name: say('frame', 'erase.now') }).click()
    await row.waitFor({ state: 'hidden' })
    await eventually(rows).toMatchObject({ items: 0, contents: 0, strayChunks: 0 })
  },
)
