import type { Locator, Page } from 'playwright-core'
import type { Say, WordKey } from '../harness/words.ts'

/** What stands around every page: places, notices, palette. */
export class FramePage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get notices(): Locator {
    return this.page.getByRole('region', { name: this.say('frame', 'notifications') })
  }

  notice(sentence: string): Locator {
    return this.notices.getByText(sentence)
  }

  get banner(): Locator {
    return this.page.getByRole('region', { name: this.say('frame', 'memoryBanner') })
  }

  async goTo(place: 'cases' | 'holders' | 'verify' | 'figures' | 'settings'): Promise<void> {
    // The name of the cases ends with how many of them are urgent.
    await this.page
      .getByRole('navigation', { name: this.say('frame', 'mainNavigation') })
      .getByRole('link', { name: new RegExp(`^${this.say('frame', place)}`) })
      .click()
  }

  /** Begins a blank case from the menu of the board. */
  async blankCase(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('cases', 'waysToBegin') }).click()
    await this.page.getByRole('menuitem', { name: this.say('cases', 'newCase') }).click()
  }

  /** Runs a command by typing its words into the palette. */
  async command(key: WordKey<'frame'> & `command.${string}`): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const field = this.page.getByRole('combobox', { name: this.say('frame', 'paletteLabel') })
    await field.fill(this.say('frame', key))
    await field.press('Enter')
    await field.waitFor({ state: 'hidden' })
  }

  /** Opens a case folder of the disk whose case was saved from here; goes to the new case. */
  async openFolder(path: string): Promise<void> {
    await this.goTo('cases')
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page
        .getByRole('button', { name: this.say('cases', 'openFolder') })
        .first()
        .click(),
    ])
    await chooser.setFiles(path)
    // Its case is in the register already: another one is made.
    await this.page.getByRole('button', { name: this.say('cases', 'knownAnother') }).click()
    await this.page.waitForURL((url) => url.hash.endsWith('/overview'))
  }
}
