import type { Locator, Page } from 'playwright-core'
import type { Say, WordKey } from '../harness/words.ts'

type CaseSection = 'overview' | 'evidence' | 'checklist' | 'dates' | 'log'

/** A case: its header and the forms of its overview. */
export class CasePage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get header(): Locator {
    return this.page
      .getByRole('banner', { name: this.say('case', 'header') })
      .or(this.page.locator('header').filter({ has: this.page.getByRole('heading', { level: 1 }) }))
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  /** The link to a page of the case. */
  section(section: CaseSection): Locator {
    const name = this.say('case', section === 'evidence' ? 'evidence' : `page.${section}`)
    return this.page
      .getByRole('navigation', { name: this.say('case', 'sections') })
      .getByRole('link', { name: new RegExp(`^${name}`) })
  }

  async goTo(section: CaseSection): Promise<void> {
    await this.section(section).click()
  }

  /** A field of the overview, of the whole case or of one entry of a list. */
  field(key: WordKey<'case'>, entry?: Locator): Locator {
    return (entry ?? this.page.getByRole('main')).getByRole('textbox', {
      name: this.say('case', key),
      exact: true,
    })
  }

  part(key: WordKey<'case'>): Locator {
    return this.page.getByRole('region', { name: this.say('case', key), exact: true })
  }

  /** Adds an entry to a list and gives its section. */
  async add(list: 'suspects' | 'rightHolders' | 'agents' | 'rights'): Promise<Locator> {
    const entries = this.part(`part.${list}`).locator('[data-entry]')
    const count = await entries.count()
    await this.part(`part.${list}`)
      .getByRole('button', { name: this.say('case', `add.${list}`) })
      .click()
    const entry = entries.nth(count)
    await entry.waitFor()
    return entry
  }

  async undo(): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${this.say('case', 'undo', { step: '' })}`) })
      .click()
  }

  async redo(): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${this.say('case', 'redo', { step: '' })}`) })
      .click()
  }

  /** Chooses from the menu of further actions. */
  async menu(key: WordKey<'case'>): Promise<void> {
    await this.page.getByRole('button', { name: this.say('case', 'more') }).click()
    await this.page.getByRole('menuitem', { name: this.say('case', key) }).click()
  }

  /** Waits until everything typed is stored: nothing says that it is saving, for a while. */
  async saved(): Promise<void> {
    const words = [this.say('frame', 'saving'), this.say('case', 'saving')]
    await this.page.waitForFunction((sentences) => {
      const state = globalThis as unknown as { quietSince?: number }
      const busy = [...document.querySelectorAll('header, main')].some((place) =>
        sentences.some((sentence) => place.textContent?.includes(sentence)),
      )
      if (busy) delete state.quietSince
      else state.quietSince ??= performance.now()
      const quiet = state.quietSince !== undefined && performance.now() - state.quietSince > 200
      if (quiet) delete state.quietSince
      return quiet
    }, words)
  }
}
