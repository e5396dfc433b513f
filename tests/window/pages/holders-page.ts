import type { Locator, Page } from 'playwright-core'
import { dropPaths } from '../harness/drop.ts'
import type { Say, WordKey } from '../harness/words.ts'

/** The right holders of the library, one of them with its papers, and the dialogs that take from the library. */
export class HoldersPage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get papers(): Locator {
    return this.page.getByRole('region', { name: this.say('library', 'papers'), exact: true })
  }

  get profile(): Locator {
    return this.page.getByRole('region', { name: this.say('library', 'profile'), exact: true })
  }

  get holderRows(): Locator {
    return this.page.getByRole('grid', { name: this.say('library', 'table') }).locator('[data-row]')
  }

  get paperRows(): Locator {
    return this.papers.getByRole('grid').locator('[data-row]')
  }

  pane(name: string): Locator {
    return this.page.getByRole('region', { name: this.say('library', 'paper', { name }), exact: true })
  }

  field(key: WordKey<'library'>, inside: Locator): Locator {
    return inside.getByRole('textbox', { name: this.say('library', key), exact: true })
  }

  profileField(key: WordKey<'case'>): Locator {
    return this.profile.getByRole('textbox', { name: this.say('case', key), exact: true })
  }

  button(
    key: WordKey<'library'>,
    inside: Locator | Page = this.page,
    facts: Record<string, number> = {},
  ): Locator {
    return inside.getByRole('button', { name: this.say('library', key, facts) })
  }

  dialog(key: WordKey<'library'>): Locator {
    return this.page.getByRole('dialog', { name: this.say('library', key) })
  }

  async drop(paths: readonly string[]): Promise<void> {
    // Messages lie over the foot of the page.
    const heading = this.papers.getByRole('heading', { level: 2 })
    await heading.scrollIntoViewIfNeeded()
    await dropPaths(this.page, heading, paths)
  }

  /** Opens the details of a paper by the keys of the table; the focus is in its first field then. */
  async openPaper(name: string): Promise<Locator> {
    const row = this.paperRows.filter({ hasText: name })
    await row.click()
    await this.page.keyboard.press('Enter')
    const pane = this.pane(name)
    await pane.waitFor()
    return pane
  }
}
