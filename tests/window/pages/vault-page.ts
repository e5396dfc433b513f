import type { Locator, Page } from 'playwright-core'
import type { Say } from '../harness/words.ts'

/** Long, of words that have nothing to do with one another; appears nowhere else. */
export const goodPassphrase = 'quartz penguin bicycle Velvet 壬寅 orchard'

/** The dialogs and the screen around the passphrase. */
export class VaultPage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get createDialog(): Locator {
    return this.page.getByRole('dialog', { name: this.say('vault', 'createTitle') })
  }

  get sheetDialog(): Locator {
    return this.page.getByRole('dialog', { name: this.say('vault', 'sheetTitle') })
  }

  get lockedHeading(): Locator {
    return this.page.getByRole('heading', { name: this.say('vault', 'lockedTitle') })
  }

  get unlockButton(): Locator {
    return this.page.getByRole('button', { name: this.say('vault', 'unlock'), exact: true })
  }

  passphraseField(inside: Locator | Page = this.page): Locator {
    return inside.getByRole('textbox', { name: this.say('vault', 'passphrase'), exact: true })
  }

  /** Types a passphrase into the open dialog, twice, and asks for it. */
  async ask(first: string, second = first): Promise<void> {
    await this.passphraseField(this.createDialog).fill(first)
    await this.createDialog
      .getByRole('textbox', { name: this.say('vault', 'passphraseAgain'), exact: true })
      .fill(second)
    await this.createDialog.getByRole('button', { name: this.say('vault', 'createDo') }).click()
  }

  /** Copies the code from the sheet and proves it; gives the code. */
  async keepSheet(): Promise<string> {
    const group = this.sheetDialog.getByRole('group', { name: this.say('vault', 'sheetCode') })
    await group.waitFor()
    const code = (await group.locator('.recovery-group').allTextContents())
      .map((text) => text.slice(1))
      .join('-')
    const last = code.split('-').at(-1)!
    await this.sheetDialog
      .getByRole('textbox', { name: this.say('vault', 'sheetConfirm', { length: last.length }) })
      .fill(last)
    await this.sheetDialog.getByRole('button', { name: this.say('vault', 'sheetDone') }).click()
    await this.sheetDialog.waitFor({ state: 'hidden' })
    return code
  }

  /** Goes through the whole first question. */
  async create(passphrase = goodPassphrase): Promise<string> {
    await this.ask(passphrase)
    return this.keepSheet()
  }

  async unlock(passphrase = goodPassphrase): Promise<void> {
    await this.passphraseField().fill(passphrase)
    await this.unlockButton.click()
    await this.lockedHeading.waitFor({ state: 'hidden' })
  }

  async lock(): Promise<void> {
    const bar = this.page.getByRole('banner', { name: this.say('frame', 'topBar') })
    await bar.getByRole('button', { name: new RegExp(`${this.say('frame', 'lock')}$`) }).click()
    await this.lockedHeading.waitFor()
  }
}
