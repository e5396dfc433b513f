import type { Scene } from './steps.ts'
import type { Look } from './tour.ts'

/** The pages of the sample about the work on it: checklist, days and log, with something written on each. */
export async function theWork(scene: Scene, sample: string, look: Look): Promise<void> {
  const { window, say } = scene
  const { page } = window
  const caseId = /cases\/([^/]+)/.exec(sample)?.[1] ?? ''
  const open = async (name: string) => {
    await page.evaluate((to) => (location.hash = to), `#/cases/${caseId}/${name}`)
  }
  await open('checklist')
  const entries = page.locator('[data-code]')
  await entries.first().waitFor()
  await look('64-checklist')
  await entries.first().getByTitle(say('checklist', 'why')).click()
  const status = async (nth: number, word: 'status.requested' | 'status.not-applicable') => {
    const choice = entries.nth(nth).getByRole('combobox')
    await choice.scrollIntoViewIfNeeded()
    await choice.click()
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: say('checklist', word) })
      .last()
      .click()
  }
  await status(1, 'status.requested')
  await status(2, 'status.not-applicable')
  await page.getByRole('button', { name: say('checklist', 'addOwn') }).click()
  await scene.case.saved()
  await entries.nth(1).scrollIntoViewIfNeeded()
  await look('65-checklist-written')
  await entries.last().scrollIntoViewIfNeeded()
  await look('66-checklist-own')
  await open('dates')
  await page.getByRole('button', { name: say('case', 'add.milestones') }).click()
  await page.getByRole('button', { name: say('case', 'add.userDates') }).click()
  await scene.case.saved()
  await look('67-dates')
  await open('log')
  await page.getByRole('button', { name: say('case', 'add.samples') }).click()
  await page.getByRole('button', { name: say('case', 'add.submissions') }).click()
  await scene.case.saved()
  await look('68-log')
  await page.getByText(say('case', 'closingMore')).scrollIntoViewIfNeeded()
  await look('69-log-closing')
  await open('overview')
  await page.getByRole('button', { name: say('case', 'add.authority') }).click()
  await scene.case.saved()
  await page.getByRole('button', { name: say('case', 'add.authority') }).scrollIntoViewIfNeeded()
  await look('69-overview-authority')
}
