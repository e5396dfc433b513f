import type { Page } from 'playwright-core'
import type { Say, TestLanguage } from '../harness/words.ts'

/** The first screen of a new profile. */
export class WelcomePage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  async choose(language: TestLanguage): Promise<void> {
    const name = language === 'zh' ? '中文' : 'English'
    // The radio itself is invisible; a person presses the word.
    await this.page.getByRole('radiogroup').getByText(name, { exact: true }).click()
    await this.page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language)
  }

  /** Begins with a blank case, which has keys but no button here. */
  async blankCase(): Promise<void> {
    await this.way('recordNotice').waitFor()
    await this.page.keyboard.press('Alt+n')
  }

  way(key: 'lookAtSample' | 'recordNotice' | 'openFolder' | 'verifyReceived') {
    return this.page.getByRole('button', { name: this.say('vault', key) })
  }
}
