import { appendFile, copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noticePages, textPdfOf } from '../builders/notice-pdf.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser, root } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { chooseByKey, press, reach } from './harness/keys.ts'
import { ownCase } from './own-case.ts'
import { HoldersPage } from './pages/holders-page.ts'
import { withOwnCase } from './steps.ts'

/** A scan and a notice, outside of the application. */
async function files() {
  const folder = await temporaryFolder()
  const sample = join(root, 'resources', 'sample')
  const papers = [join(folder, '01_营业执照.jpg'), join(folder, '02_授权委托书.pdf')]
  await copyFile(join(sample, '01_营业执照副本.jpg'), papers[0]!)
  await copyFile(join(sample, '03_授权委托书.pdf'), papers[1]!)
  for (const file of papers) await appendFile(file, '\n% another copy\n')
  const notice = join(folder, '告知书.pdf')
  await writeFile(notice, await textPdfOf(noticePages))
  return { papers, notice }
}

test.skipIf(!browser).each(['zh', 'en'] as const)(
  'from the notice to papers by keys alone: what is there is counted on the board (%s)',
  async (language) => {
    const scene = await withOwnCase(language)
    const { window, say, frame, case: page } = scene
    const { page: tab } = window
    const { keyboard } = tab
    const holders = new HoldersPage(tab, say)
    const { papers, notice } = await files()
    await reach(page.field('field.caseCode'))
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('FNP-1')
    const goTo = (section: Parameters<typeof page.section>[0]) => press(page.section(section))
    const row = tab.locator('[data-row]').filter({ hasText: 'FNP-1' })
    const openRow = async () => {
      await row.waitFor()
      await reach(tab.getByRole('grid').locator('[tabindex="0"]').first())
      const isThere = () => row.evaluate((element) => element === document.activeElement)
      for (let steps = 0; steps < 5 && !(await isThere()); steps += 1) await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
    }

    // The library has the holder and two papers before there is a notice.
    await press(tab.getByRole('link', { name: say('frame', 'holders'), exact: true }))
    await press(holders.button('newHolder'))
    await reach(holders.profileField('field.rightHolders.nameZh'))
    await keyboard.type(ownCase.holder)
    await chooseByKey(holders.button('addFiles'), papers)
    await frame.notice(say('library', 'takenIn', { count: 2 })).waitFor()
    await page.saved()

    // The notice says office, crime, suspects and days.
    await press(tab.getByRole('link', { name: say('frame', 'cases'), exact: true }))
    await openRow()
    await chooseByKey(tab.locator('[data-file-drop]').getByRole('button').first(), [notice])
    await tab.locator('[data-proposal="notice.office"]').waitFor()
    await press(tab.getByRole('button', { name: say('notice', 'takeBlank', { count: 10 }) }))
    await eventually(() => page.field('field.notice.replyDueOn').inputValue()).toBe('2026-11-30')
    await page.saved()

    // The checklist follows; nothing of it is there yet.
    const count = tab
      .locator('main')
      .getByRole('status')
      .filter({ hasText: /\d+\/\d+/ })
    const counted = async () => /(\d+)\/(\d+)/.exec((await count.first().textContent()) ?? '')?.slice(1) ?? []
    await goTo('checklist')
    await count.first().waitFor()
    expect((await counted())[0]).toBe('0')

    // The holder brings every fitting paper along.
    await goTo('overview')
    await press(holders.button('holderFromLibrary'))
    await holders.dialog('pickHolder').getByRole('radio').waitFor()
    await press(holders.button('pickHolderOk', holders.dialog('pickHolder')))
    await frame.notice(say('library', 'holderTaken', { name: ownCase.holder, count: 2 })).waitFor()
    await goTo('checklist')
    await count.first().waitFor()
    const licence = tab.locator('[data-code^="business-licence@"]')
    await licence.getByText(say('checklist', 'fulfilledBy', { name: '营业执照' })).waitFor()
    const [done, of] = await counted()
    expect(Number(done)).toBeGreaterThan(0)
    expect(Number(of)).toBeGreaterThan(Number(done))

    // By hand: an entry that does not apply counts as done, and needs a reason.
    const receipt = tab.locator('[data-code="notice-receipt"]')
    await press(receipt.getByRole('button', { name: say('checklist', 'fillDate') }))
    await eventually(() =>
      tab.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path')),
    ).toBe('notice.receiptReturnedOn')
    await keyboard.type('2026-11-20')
    await keyboard.press('Tab')
    await page.saved()
    await goTo('checklist')
    await eventually(async () => (await counted())[0]).toBe(String(Number(done) + 1))

    // The days say who entered them, and the board the same as the checklist.
    await keyboard.press('Escape')
    await row.getByText(`${Number(done) + 1}/${of}`).waitFor()
    await row.getByText('2026-11-30').waitFor()
    // By view: it waits for papers, and nothing was submitted.
    const views = tab.getByRole('radiogroup', { name: say('cases', 'views') }).getByRole('radio')
    await reach(views.first())
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await row.waitFor()
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await row.waitFor({ state: 'hidden' })
    await tab.getByText(say('cases', 'noneInView')).waitFor()
  },
)
