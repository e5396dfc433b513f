import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { savedFile, savedPaths } from './harness/pickers.ts'
import { withOwnCase } from './steps.ts'

const office = '江城市滨湖区人民检察院'

test.skipIf(!browser)(
  'what an office asks is remembered, offered to its next case, passed on as a file and forgotten',
  async () => {
    const { window, say, frame, case: own } = await withOwnCase('zh')
    const { page } = window
    const menu = async (name: string) => {
      await page.getByRole('button', { name: say('checklist', 'variant'), exact: true }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    const rows = page.locator('[data-code^="own-"]')
    const title = rows.locator('[data-path$=".title"] input').first()

    await own.goTo('checklist')
    await menu(say('checklist', 'variantKeep'))
    await frame.notice(say('checklist', 'variantNeedsOffice')).waitFor()
    await own.goTo('overview')
    await own.field('field.notice.office', own.part('part.notice')).pressSequentially(office)
    await own.goTo('checklist')
    await menu(say('checklist', 'variantKeep'))
    await frame.notice(say('checklist', 'variantNothing')).waitFor()
    await page.getByRole('button', { name: say('checklist', 'addOwn') }).click()
    await title.fill('全套材料另备一份')
    await menu(say('checklist', 'variantKeep'))
    await frame.notice(say('checklist', 'variantKept', { office })).waitFor()
    await menu(say('checklist', 'variantSave'))
    await eventually(() => savedPaths(page)).toEqual([`${office}.json`])
    const file = JSON.parse((await savedFile(page, `${office}.json`)).toString('utf8')) as object
    expect(file).toMatchObject({ office, entries: [{ title: '全套材料另备一份' }] })

    // The case has all of it; without the entry it is offered, and one click brings it back.
    const offer = page.getByRole('alert').filter({ hasText: say('checklist', 'offerApply') })
    expect(await offer.count()).toBe(0)
    await rows.getByRole('button', { name: say('checklist', 'removeOwn') }).click()
    await offer.waitFor()
    await offer.getByRole('button', { name: say('checklist', 'offerApply') }).click()
    await eventually(() => title.inputValue()).toBe('全套材料另备一份')
    await offer.waitFor({ state: 'detached' })

    // A damaged file is refused in words and changes nothing.
    const bad = join(await temporaryFolder(), 'bad.json')
    await writeFile(bad, '{')
    const choosing = page.waitForEvent('filechooser')
    await menu(say('checklist', 'variantFromFile'))
    await (await choosing).setFiles(bad)
    await frame.notices.getByText('不是有效的 JSON').waitFor()
    await eventually(() => rows.count()).toBe(1)

    await page.getByRole('button', { name: say('checklist', 'variant'), exact: true }).click()
    await page.getByRole('menuitem', { name: say('checklist', 'variantForget') }).hover()
    const kept = page.getByRole('menuitem', { name: office, exact: true })
    await eventually(() => kept.count()).toBe(2)
    await kept.last().click()
    await frame.notice(say('checklist', 'variantForgotten', { office })).waitFor()
    await rows.getByRole('button', { name: say('checklist', 'removeOwn') }).click()
    await eventually(() => rows.count()).toBe(0)
    expect(await offer.count()).toBe(0)
  },
  120_000,
)
