import { appendFile, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { root } from './harness/browser.ts'
import { HoldersPage } from './pages/holders-page.ts'
import type { Scene } from './steps.ts'
import type { Look } from './tour.ts'

/** The right holders of the library and their papers, and the dialogs of a case that take from it. */
export async function theLibrary(scene: Scene, caseHash: string, look: Look): Promise<void> {
  const { window, say, frame } = scene
  const { page } = window
  const holders = new HoldersPage(page, say)
  await frame.goTo('holders')
  await page.getByRole('heading', { name: say('library', 'emptyTitle') }).waitFor()
  await look('50-holders-empty')
  await holders.button('newHolder').first().click()
  await holders.papers.getByRole('heading', { name: say('library', 'papersEmptyTitle') }).waitFor()
  await look('51-holder-new')
  await holders
    .profileField('field.rightHolders.nameZh')
    .fill('示例环球饮品（江城高新技术产业开发区）有限公司')
  await holders.button('addRight').click()
  await look('52-holder-profile')
  const folder = await temporaryFolder()
  const sample = join(root, 'resources', 'sample')
  const files = ['01_营业执照副本.jpg', '03_授权委托书.pdf'].map((name) => join(folder, name))
  for (const file of files) {
    await copyFile(join(sample, file.slice(folder.length + 1)), file)
    await appendFile(file, '\n% another copy\n')
  }
  await holders.drop(files)
  await frame.notice(say('library', 'takenIn', { count: 2 })).waitFor()
  const pane = await holders.openPaper('授权委托书')
  await holders.field('field.validTo', pane).fill('2026-12-01')
  await holders.field('field.lentTo', pane).fill('李律师')
  await pane.locator('canvas').first().waitFor()
  await look('53-holder-papers')
  await holders.field('field.scope', pane).scrollIntoViewIfNeeded()
  await look('54-holder-paper')
  await scene.frame.goTo('holders')
  await holders.holderRows.first().waitFor()
  await look('55-holders')
  await page.evaluate((hash) => (location.hash = hash), caseHash)
  await holders.button('papersFromLibrary').click()
  await holders.dialog('pickPapers').getByRole('checkbox').first().waitFor()
  await look('56-pick-papers')
  await page.keyboard.press('Escape')
  await holders.dialog('pickPapers').waitFor({ state: 'hidden' })
  await holders.button('holderFromLibrary').click()
  await holders.dialog('pickHolder').getByRole('radio').first().waitFor()
  await look('57-pick-holder')
  await page.keyboard.press('Escape')
  await holders.dialog('pickHolder').waitFor({ state: 'hidden' })
}
