import type { Locator, Page } from 'playwright-core'
import { dropPaths } from '../harness/drop.ts'
import type { Say, WordKey } from '../harness/words.ts'

/** The evidence of a case: groups, table of items, the chosen item. */
export class EvidencePage {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.say('evidence', 'items') })
  }

  get trash(): Locator {
    return this.page.getByRole('grid', { name: this.say('evidence', 'scope.trash') })
  }

  get rows(): Locator {
    return this.grid.locator('[data-row]')
  }

  get pane(): Locator {
    return this.page.getByRole('region', { name: this.say('evidence', 'pane') })
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: this.say('evidence', 'toolbar') })
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByTitle(name, { exact: true }) })
  }

  /** Labels and names of the items as they stand on the page, from the top. */
  async order(): Promise<{ label: string; name: string }[]> {
    const found = await this.rows.evaluateAll((rows) =>
      rows
        .map((row) => ({
          at: Number(row.getAttribute('aria-rowindex')),
          cells: [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent ?? ''),
        }))
        .sort((a, b) => a.at - b.at),
    )
    return found.map(({ cells: [label = '', name = ''] }) => ({ label, name }))
  }

  async names(): Promise<string[]> {
    return (await this.order()).map(({ name }) => name)
  }

  /** Chooses files in the dialog of the system, as the button asks for. */
  async choose(paths: readonly string[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.toolbar.getByRole('button', { name: this.say('evidence', 'add.files') }).click(),
    ])
    await chooser.setFiles([...paths])
  }

  async drop(paths: readonly string[]): Promise<void> {
    await dropPaths(this.page, this.grid, paths)
  }

  /** Waits until the table says that the case has `count` items. */
  async hasItems(count: number, timeout = 30_000): Promise<void> {
    const all = this.page.getByRole('treeitem', { name: new RegExp(`^${this.say('evidence', 'scope.all')}`) })
    await all.filter({ hasText: new RegExp(`\\D${count}$`) }).waitFor({ timeout })
  }

  async scope(key: WordKey<'evidence'> & `scope.${string}`): Promise<void> {
    await this.page.getByRole('treeitem', { name: new RegExp(`^${this.say('evidence', key)}`) }).click()
  }

  tool(key: WordKey<'evidence'>): Locator {
    return this.toolbar.getByRole('button', { name: this.say('evidence', key), exact: true })
  }

  async tab(key: 'preview' | 'details' | 'original'): Promise<void> {
    const tab = this.pane.getByRole('tab', { name: this.say('evidence', `tab.${key}`) })
    // Its middle may lie under the handle that widens the pane, where words are very long.
    if (await tab.count()) await tab.evaluate((each) => (each as HTMLElement).click())
  }

  field(key: WordKey<'evidence'> & `field.${string}`): Locator {
    return this.pane.getByRole('textbox', { name: this.say('evidence', key), exact: true })
  }

  /** Picks an entry of a list of the details. */
  async pick(key: WordKey<'evidence'> & `field.${string}`, entry: string): Promise<void> {
    await this.pane.getByRole('combobox', { name: this.say('evidence', key), exact: true }).click()
    await this.page.locator('.ant-select-item-option').getByText(entry, { exact: true }).click()
  }
}
