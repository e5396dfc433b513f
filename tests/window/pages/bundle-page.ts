import type { Locator, Page } from 'playwright-core'
import type { Say, WordKey } from '../harness/words.ts'

/** The bundle of a case: options, preview, building, saving, printing, earlier ones. */
export class BundlePage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  region(key: WordKey<'bundle'>): Locator {
    return this.page.getByRole('region', { name: this.say('bundle', key), exact: true })
  }

  get preview(): Locator {
    return this.region('previewTitle')
  }

  get buildForm(): Locator {
    return this.region('buildTitle')
  }

  get result(): Locator {
    return this.region('resultTitle')
  }

  get earlier(): Locator {
    return this.region('earlierTitle').getByRole('listitem')
  }

  get passphrase(): Locator {
    return this.buildForm.getByRole('textbox', { name: this.say('identity', 'ownPassphrase'), exact: true })
  }

  get draft(): Locator {
    return this.buildForm.getByRole('checkbox', { name: this.say('bundle', 'draft') })
  }

  get printDialog(): Locator {
    return this.page.getByRole('dialog', { name: this.say('print', 'title') })
  }

  button(key: WordKey<'bundle'>, inside: Locator | Page = this.page): Locator {
    return inside.getByRole('button', { name: this.say('bundle', key), exact: true })
  }

  /** Opens the page through the sections of the case. */
  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: this.say('case', 'sections') })
      .getByRole('link', { name: new RegExp(`^${this.say('bundle', 'title')}`) })
      .click()
    await this.buildForm.waitFor()
  }

  /** Waits for the papers to be set. */
  async previewed(): Promise<void> {
    await this.preview.locator('canvas').first().waitFor({ timeout: 60_000 })
  }

  /** Presses the button that builds, whatever it is called now. */
  async build(): Promise<void> {
    const either = this.button('build', this.buildForm).or(this.button('buildDraft', this.buildForm))
    await either.click()
  }

  /** Saves from the result of a build, or from an entry of the list. */
  async save(form: 'zip' | 'pdf' | 'disc' | 'all', inside: Locator = this.result): Promise<void> {
    await inside.getByRole('button', { name: new RegExp(`^${this.say('bundle', 'save')}`) }).click()
    await this.page.getByRole('menuitem', { name: this.say('bundle', `save.${form}`) }).click()
  }

  /** The SHA-256 an entry of the list shows, without its gaps. */
  async digest(key: 'zipDigest' | 'pdfDigest', entry: Locator): Promise<string> {
    const label = this.say('bundle', key)
    const name = this.say('bundle', 'copyDigest', { label })
    return (await entry.getByRole('button', { name }).innerText()).replaceAll(/\s/g, '')
  }

  /** Chooses one of the papers in the dialog for printing, and presses a button of it. */
  async printPaper(paper: WordKey<'print'> & `paper.${string}`, press: 'show' | 'saveCopy'): Promise<void> {
    await this.printDialog.getByRole('radio', { name: this.say('print', paper) }).check()
    await this.printDialog.getByRole('button', { name: this.say('print', press) }).click()
  }
}
