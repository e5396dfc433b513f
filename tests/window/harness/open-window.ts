import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { browser, quietArguments, root, wholeBrowser } from './browser.ts'
import { watchProblems, type Problems } from './problems.ts'
import { answerPickers } from './pickers.ts'
import { serveBuiltWindow, type ServedWindow } from './served-window.ts'

export interface OpenWindow {
  /** The page of the window; another one after a restart. */
  page: Page
  context: BrowserContext
  readonly origin: string
  /** Folder of the browser's profile. */
  readonly profile: string
  problems: Problems
  /** A second window on the same register. */
  another(hash?: string): Promise<Page>
  /** Ends the browser in the ordinary way. */
  quit(): Promise<void>
  /** Ends the browser as a power cut would. */
  kill(): Promise<void>
  /** Ends the program that serves the window. */
  endServer(): Promise<void>
  /** Starts the browser again with the same profile, at the same place or at `hash`. */
  start(hash?: string): Promise<Page>
}

export interface OpenOptions {
  readonly hash?: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly scheme?: 'light' | 'dark'
  /** In a browser with everything a browser keeps, such as what was typed into fields. */
  readonly whole?: boolean
  /** Runs before the window's own scripts at every load. */
  readonly before?: (page: Page, origin: string) => Promise<unknown>
}

/** What a person would not wait for, but a machine with other work may need. */
const actionTimeout = 60_000

/**
 * Opens the built window in a browser with a profile of its own. When the test ends the browser is closed, and the test
 * fails if the window had problems: errors in the console, breaks of the policy, foreign or failed requests.
 */
export async function openWindow(options: OpenOptions = {}): Promise<OpenWindow> {
  if (!browser) throw new Error('no browser: skip this test')
  const served = await serveBuiltWindow()
  const profile = await mkdtemp(join(tmpdir(), 'dossier-window-'))
  const window = new BrowserWindow(served, profile, options)
  const name = expect.getState().currentTestName ?? 'window'
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await window.picture(name)
    await window.context.close()
    await served.stop()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    window.problems.assertNone()
  })
  await window.start(options.hash)
  return window
}

class BrowserWindow implements OpenWindow {
  page!: Page
  context!: BrowserContext
  problems!: Problems
  readonly profile: string
  readonly #served: ServedWindow
  readonly #options: OpenOptions

  constructor(served: ServedWindow, profile: string, options: OpenOptions) {
    this.#served = served
    this.profile = profile
    this.#options = options
  }

  get origin(): string {
    return this.#served.origin
  }

  async start(hash = ''): Promise<Page> {
    for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
      await rm(join(this.profile, lock), { force: true })
    }
    const { path, args } = (this.#options.whole ? wholeBrowser : browser)!
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: path,
      headless: true,
      chromiumSandbox: false,
      viewport: this.#options.size ?? { width: 1280, height: 720 },
      reducedMotion: 'reduce',
      colorScheme: this.#options.scheme ?? 'light',
      args: [...quietArguments, ...args],
    })
    // A browser grants it to whoever clicks.
    await this.context.grantPermissions(['clipboard-write'])
    this.context.setDefaultTimeout(actionTimeout)
    this.problems = await watchProblems(this.context, () => this.origin)
    await answerPickers(this.context)
    // Whoever reloads or closes the window means it, whatever it asks.
    const goOn = (page: Page) =>
      page.on(
        'dialog',
        (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()),
      )
    // Asked for from the start: a key pressed right after waiting for a chooser would otherwise open the real one.
    const expectChoosers = (page: Page) => page.on('filechooser', () => undefined)
    for (const watch of [goOn, expectChoosers]) {
      this.context.pages().forEach(watch)
      this.context.on('page', watch)
    }
    this.page = this.context.pages()[0] ?? (await this.context.newPage())
    await this.#options.before?.(this.page, this.origin)
    await this.page.goto(`${this.origin}/${hash}`)
    return this.page
  }

  async another(hash = ''): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(`${this.origin}/${hash}`)
    return page
  }

  async quit(): Promise<void> {
    await this.context.close()
    this.problems.assertNone()
  }

  endServer(): Promise<void> {
    return this.#served.stop()
  }

  async kill(): Promise<void> {
    const process_ = await this.#browserProcess()
    const gone = new Promise<void>((resolve) => this.context.once('close', () => resolve()))
    process.kill(process_, 'SIGKILL')
    await gone
    this.problems.assertNone()
  }

  async picture(name: string): Promise<void> {
    const folder = join(root, 'out', 'screens', 'failed')
    await mkdir(folder, { recursive: true })
    const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`
    await this.page.screenshot({ path: join(folder, file), timeout: 5000 }).catch(() => undefined)
    if (existsSync(join(folder, file))) console.error(`the window then: out/screens/failed/${file}`)
  }

  async #browserProcess(): Promise<number> {
    const session = await this.context.browser()!.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.find((each) => each.type === 'browser')!.id
  }
}
