import type { Locator, Page } from 'playwright-core'
import type { Say, WordKey } from '../harness/words.ts'

/** The figures: how notices were answered, and the report on obstacles; with the dialog of a paper. */
export class FiguresPage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: this.say('figures', 'table') })
  }

  get rows(): Locator {
    return this.table.locator('[data-row]')
  }

  get chart(): Locator {
    return this.page.getByRole('img', { name: new RegExp(this.say('figures', 'chart')) })
  }

  button(key: WordKey<'figures'>): Locator {
    return this.page.getByRole('button', { name: this.say('figures', key), exact: true })
  }

  async groupBy(by: 'month' | 'brand' | 'office' | 'crime'): Promise<void> {
    await this.page.getByRole('radio', { name: this.say('figures', `by.${by}`), exact: true }).press('Space')
  }

  async choose(end: 'from' | 'to', month: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.say('figures', end), exact: true }).click()
    await this.page.locator('.ant-select-item-option').filter({ hasText: month }).last().click()
  }

  dialog(
    title: 'title.response' | 'title.obstacles' | 'title.deadlines' | 'title.questions',
  ): PaperDialogPage {
    return new PaperDialogPage(
      this.page,
      this.page.getByRole('dialog', { name: this.say('workPapers', title), exact: true }),
      this.say,
    )
  }
}

/** The dialog that shows a paper about the work. */
export class PaperDialogPage {
  readonly page: Page
  readonly root: Locator
  readonly say: Say

  constructor(page: Page, root: Locator, say: Say) {
    this.page = page
    this.root = root
    this.say = say
  }

  /** Waits until the paper is set and its first page drawn. */
  async shown(): Promise<void> {
    await this.root.locator('canvas').first().waitFor({ timeout: 60_000 })
  }

  async press(key: 'save' | 'print' | 'close'): Promise<void> {
    // The cross of the dialog has the name of the button that closes it.
    await this.root
      .getByRole('button', { name: this.say('workPapers', key), exact: true })
      .last()
      .click()
  }

  async chooseLanguage(language: 'zh' | 'en'): Promise<void> {
    await this.root.getByRole('radio', { name: this.say('workPapers', `language.${language}`) }).check()
  }
}
