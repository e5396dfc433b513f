import type { Locator, Page } from 'playwright-core'
import type { Say, WordKey } from '../harness/words.ts'

/** Of an identity alone; appears nowhere else. */
export const identityPassphrase = 'zebra harmonica 戊戌 Lantern gravel'
/** Making and opening an identity takes its time, on purpose. */
const patience = { timeout: 110_000 }

export interface IdentityFields {
  readonly name: string
  readonly organisation?: string
  readonly key?: 'RSA-3072' | 'EC-P256'
  readonly years?: string
  readonly passphrase?: string
  readonly again?: string
}

/** The signing identities among the settings, and their dialogs. */
export class IdentitiesPage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get makeDialog(): Locator {
    return this.dialog('makeTitle')
  }

  get importDialog(): Locator {
    return this.dialog('importTitle')
  }

  get cards(): Locator {
    return this.page.getByRole('list', { name: this.say('identity', 'list') }).getByRole('article')
  }

  get section(): Locator {
    return this.page.getByRole('region', { name: this.say('settings', 'section.identities') })
  }

  card(label: string): Locator {
    return this.page.getByRole('article', { name: label, exact: true })
  }

  dialog(title: WordKey<'identity'>, facts: Record<string, string> = {}): Locator {
    return this.page.getByRole('dialog', { name: this.say('identity', title, facts) })
  }

  button(inside: Locator, key: WordKey<'identity'>): Locator {
    return inside.getByRole('button', { name: this.say('identity', key) })
  }

  sentence(inside: Locator, key: WordKey<'identity'>, facts: Record<string, string> = {}): Locator {
    return inside.getByText(this.say('identity', key, facts))
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: this.say('frame', 'settings'), exact: true }).click()
    await this.page
      .getByRole('navigation', { name: this.say('settings', 'sections') })
      .getByRole('link', { name: this.say('settings', 'section.identities') })
      .click()
  }

  /** Begins to make one; a question for the passphrase of the register comes first where there is none. */
  async beginToMake(): Promise<void> {
    await this.button(this.section, 'make').click()
  }

  async beginToImport(): Promise<void> {
    await this.button(this.section, 'import').click()
  }

  /** Fills the form and asks for the identity. */
  async fill(fields: IdentityFields): Promise<void> {
    const {
      name,
      organisation = '',
      key,
      years,
      passphrase = identityPassphrase,
      again = passphrase,
    } = fields
    await this.#field(this.makeDialog, 'name').fill(name)
    await this.#field(this.makeDialog, 'organisation').fill(organisation)
    if (key) await this.makeDialog.getByRole('radio', { name: this.say('identity', `key.${key}`) }).check()
    if (years !== undefined) await this.#field(this.makeDialog, 'years').fill(years)
    await this.newPassphrase(this.makeDialog, passphrase, again)
    await this.button(this.makeDialog, 'makeDo').click()
  }

  /** Fills the form, and waits until the key is made and the backup asked for. */
  async make(fields: IdentityFields): Promise<void> {
    await this.fill(fields)
    await this.makeDialog
      .getByRole('heading', { name: this.say('identity', 'backupTitle') })
      .waitFor(patience)
  }

  /** Saves the backup that was asked for, and waits for the end. */
  async backUp(): Promise<void> {
    await this.button(this.makeDialog, 'backupDo').click()
    await this.makeDialog.getByRole('heading', { name: this.say('identity', 'madeTitle') }).waitFor(patience)
  }

  async finish(): Promise<void> {
    await this.button(this.makeDialog, 'done').click()
    await this.makeDialog.waitFor({ state: 'hidden' })
  }

  async newPassphrase(dialog: Locator, passphrase: string, again = passphrase): Promise<void> {
    await this.#field(dialog, 'ownPassphrase').fill(passphrase)
    await dialog.getByRole('textbox', { name: this.say('vault', 'passphraseAgain'), exact: true }).fill(again)
  }

  /** Chooses a file in the dialog of the system, and asks to open it. */
  async openFile(path: string, passphrase: string): Promise<void> {
    const chooser = this.importDialog.getByRole('button', { name: this.say('identity', 'file') })
    const [answer] = await Promise.all([this.page.waitForEvent('filechooser'), chooser.click()])
    await answer.setFiles(path)
    await this.#field(this.importDialog, 'filePassphrase').fill(passphrase)
    await this.button(this.importDialog, 'open').click()
  }

  /** The same, and waits until its certificate is shown. */
  async lookAt(path: string, passphrase: string): Promise<void> {
    await this.openFile(path, passphrase)
    await this.importDialog
      .getByRole('heading', { name: this.say('identity', 'lookTitle') })
      .waitFor(patience)
  }

  async keep(): Promise<void> {
    await this.button(this.importDialog, 'keep').click()
    await this.importDialog.waitFor({ state: 'hidden', ...patience })
  }

  #field(inside: Locator, key: WordKey<'identity'>): Locator {
    return inside.getByRole('textbox', { name: this.say('identity', key), exact: true })
  }
}
