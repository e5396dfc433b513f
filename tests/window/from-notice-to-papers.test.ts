import { appendFile, copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noticePages, textPdfOf } from '../builders/notice-pdf.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser, root } from './harness/browser.ts'
import { dropPaths } from './harness/drop.ts'
import { eventually } from './harness/eventually.ts'
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
  'from the notice to papers: what is there is counted on the board (%s)',
  async (language) => {
    const scene = await withOwnCase(language)
    const { window, say, frame, case: page } = scene
    const { page: tab } = window
    const { keyboard } = tab
    const holders = new HoldersPage(tab, say)
    const { papers, notice } = await files()
    const caseUrl = new URL(tab.url()).hash
    await page.field('field.caseCode').fill('FNP-1')

    // The library has the holder and two papers before there is a notice.
    await tab.getByRole('link', { name: say('frame', 'holders'), exact: true }).press('Enter')
    await holders.button('newHolder').press('Enter')
    await holders.profileField('field.rightHolders.nameZh').focus()
    await keyboard.type(ownCase.holder)
    await holders.drop(papers)
    await frame.notice(say('library', 'takenIn', { count: 2 })).waitFor()
    await page.saved()

    // The notice says office, crime, suspects and days.
    await tab.evaluate((hash) => (location.hash = hash), caseUrl)
    const drop = tab.locator('[data-file-drop]')
    await drop.scrollIntoViewIfNeeded()
    await dropPaths(tab, drop, [notice])
    await tab.locator('[data-proposal="notice.office"]').waitFor()
    await tab.getByRole('button', { name: say('notice', 'takeBlank', { count: 10 }) }).press('Enter')
    await eventually(() => page.field('field.notice.replyDueOn').inputValue()).toBe('2026-11-30')
    await page.saved()

    // The checklist follows; nothing of it is there yet.
    const count = tab
      .locator('main')
      .getByRole('status')
      .filter({ hasText: /\d+\/\d+/ })
    const counted = async () => /(\d+)\/(\d+)/.exec((await count.first().textContent()) ?? '')?.slice(1) ?? []
    await page.goTo('checklist')
    await count.first().waitFor()
    expect((await counted())[0]).toBe('0')

    // The holder brings every fitting paper along.
    await page.goTo('overview')
    await holders.button('holderFromLibrary').press('Enter')
    await holders.dialog('pickHolder').getByRole('radio').waitFor()
    await holders.button('pickHolderOk', holders.dialog('pickHolder')).press('Enter')
    await frame.notice(say('library', 'holderTaken', { name: ownCase.holder, count: 2 })).waitFor()
    await page.goTo('checklist')
    await count.first().waitFor()
    const licence = tab.locator('[data-code^="business-licence@"]')
    await licence.getByText(say('checklist', 'fulfilledBy', { name: '营业执照' })).waitFor()
    const [done, of] = await counted()
    expect(Number(done)).toBeGreaterThan(0)
    expect(Number(of)).toBeGreaterThan(Number(done))

    // By hand: an entry that does not apply counts as done, and needs a reason.
    const receipt = tab.locator('[data-code="notice-receipt"]')
    await receipt.getByRole('button', { name: say('checklist', 'fillDate') }).press('Enter')
    await eventually(() =>
      tab.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path')),
    ).toBe('notice.receiptReturnedOn')
    await keyboard.type('2026-11-20')
    await keyboard.press('Tab')
    await page.saved()
    await page.goTo('checklist')
    await eventually(async () => (await counted())[0]).toBe(String(Number(done) + 1))

    // The days say who entered them, and the board the same as the checklist.
    await keyboard.press('Escape')
    const row = tab.locator('[data-row]').filter({ hasText: 'FNP-1' })
    await row.getByText(`${Number(done) + 1}/${of}`).waitFor()
    await row.getByText('2026-11-30').waitFor()
    // By view: it waits for papers, and nothing was submitted.
    const views = tab.getByRole('radiogroup', { name: say('cases', 'views') }).getByRole('radio')
    await views.nth(2).focus()
    await keyboard.press('Space')
    await row.waitFor()
    await views.nth(4).focus()
    await keyboard.press('Space')
    await row.waitFor({ state: 'hidden' })
    await tab.getByText(say('cases', 'noneInView')).waitFor()
  },
)
