import type { Locator, Page } from 'playwright-core'
import { verdictsOf, type VerdictFacts } from '../../../src/shared/messages/verdicts.ts'
import { dropPaths } from '../harness/drop.ts'
import type { Say, WordKey } from '../harness/words.ts'

/** Where received material is verified, and the signers that are trusted. */
export class VerifyPage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get area(): Locator {
    return this.page.getByRole('region', { name: this.say('verify', 'drop.area') })
  }

  get results(): Locator {
    return this.page.getByRole('region', { name: this.say('verify', 'results') }).getByRole('article')
  }

  /** The card of one thing, by the name it has in full. */
  result(name: string): Locator {
    return this.results.filter({ has: this.page.getByTitle(name, { exact: true }) })
  }

  /** The card once its verification has ended. */
  async verified(name: string, timeout = 60_000): Promise<Locator> {
    const card = this.result(name)
    await card.and(this.page.locator('[data-state="verified"]')).waitFor({ timeout })
    return card
  }

  async drop(paths: readonly string[]): Promise<void> {
    await dropPaths(this.page, this.area, paths)
  }

  async choose(key: 'drop.files' | 'drop.folder', paths: string | string[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.area.getByRole('button', { name: this.say('verify', key), exact: true }).click(),
    ])
    await chooser.setFiles(paths)
  }

  async quickLook(paths: string[]): Promise<void> {
    await this.area.getByRole('button', { name: this.say('verify', 'drop.quick') }).click()
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('menuitem', { name: this.say('verify', 'drop.quickFiles') }).click(),
    ])
    await chooser.setFiles(paths)
  }

  /** The sentences of the three verdicts, from the top. */
  sentences(card: Locator): Promise<string[]> {
    return card
      .getByRole('list', { name: this.say('verify', 'result.verdicts') })
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.querySelector('div > div + div')?.textContent ?? ''))
  }

  /** The sentences that certain verdicts must have. */
  expected(report: VerdictFacts, own = false): string[] {
    const verdicts = verdictsOf(report, own)
    return [verdicts.integrity, verdicts.signer, verdicts.time].map(({ word, facts }) =>
      this.say('verify', word as WordKey<'verify'>, facts as Record<string, string>),
    )
  }

  /** Pictures of the verdicts, as they are drawn. */
  pictures(card: Locator): Promise<string[]> {
    return card.locator('[data-verdict] svg').evaluateAll((all) => all.map((svg) => svg.innerHTML))
  }

  get compareDialog(): Locator {
    return this.page.getByRole('dialog', { name: this.say('verify', 'compare.title') })
  }

  async compare(card: Locator, first: string, last: string): Promise<void> {
    if (!(await this.compareDialog.isVisible()))
      await card.getByRole('button', { name: this.say('verify', 'compare.open') }).click()
    const field = (key: 'compare.first' | 'compare.last') =>
      this.compareDialog.getByRole('textbox', { name: this.say('verify', key) })
    await field('compare.first').fill(first)
    await field('compare.last').fill(last)
    await this.compareDialog
      .getByRole('button', { name: this.say('verify', 'compare.check'), exact: true })
      .click()
  }

  async saveReport(card: Locator, form: 'report.asPdf' | 'report.asJson'): Promise<void> {
    await card.getByRole('button', { name: this.say('verify', 'report.save') }).click()
    await this.page.getByRole('menuitem', { name: this.say('verify', form) }).click()
  }

  async goToPart(part: 'part.results' | 'part.signers'): Promise<void> {
    await this.page.getByRole('link', { name: this.say('verify', part), exact: true }).click()
  }

  get signers(): Locator {
    return this.page.getByRole('list', { name: this.say('verify', 'signers.list') }).locator('> li')
  }
}
