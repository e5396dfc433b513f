import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindowConstructorOptions } from 'electron'
import type { Page } from 'playwright-core'
import { startPageSide } from '../page-side.ts'
import { decode, encode } from '../wire.ts'
import { ownAddress, shownAddress } from './addresses.ts'
import { app } from './app.ts'
import { shellBrowser, startBrowser } from './browser.ts'
import { isPrevented, Preventable } from './emitter.ts'
import { type Session, session } from './session.ts'
import { Menu } from './small-modules.ts'
import { WebContents } from './web-contents.ts'

const windows = new Set<BrowserWindow>()
let lastId = 0

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export class BrowserWindow extends EventEmitter {
  readonly id = (lastId += 1)
  readonly webContents: WebContents
  readonly options: BrowserWindowConstructorOptions
  /** For tests. */
  menu: Menu | null = null
  isShown = false
  focused = 0
  #title: string
  #bounds: Bounds
  #isMaximised = false
  #page: Promise<Page> | undefined

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {}
    if (sandbox === false || contextIsolation === false || nodeIntegration === true) {
      throw new Error('the shell only runs sandboxed, isolated windows')
    }
    shellBrowser()
    this.options = options
    const own = options.webPreferences?.session as unknown as Session | undefined
    this.webContents = new WebContents(own ?? session.defaultSession)
    this.menu = Menu.getApplicationMenu()
    this.#title = options.title ?? ''
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    windows.add(this)
    app.emit('web-contents-created', new Preventable(), this.webContents)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  async loadURL(address: string): Promise<void> {
    this.#page ??= this.#openPage()
    const page = await this.#page
    this.webContents.expected = shownAddress(address, this.webContents.session.partition)
    this.webContents.isLoading = true
    await page.goto(this.webContents.expected)
  }

  close(): void {
    if (!isPrevented(this, 'close', {})) void this.#closeNow()
  }

  destroy(): void {
    void this.#closeNow()
  }

  setMenu(menu: Menu | null): void {
    this.menu = menu
  }

  getTitle(): string {
    return this.#title
  }

  isFocused(): boolean {
    return this.focused > 0
  }

  isDestroyed(): boolean {
    return !windows.has(this)
  }

  show(): void {
    this.isShown = true
  }

  focus(): void {
    this.focused += 1
  }

  restore(): void {
    this.isShown = true
  }

  isMinimized(): boolean {
    return false
  }

  maximize(): void {
    this.#isMaximised = true
  }

  isMaximized(): boolean {
    return this.#isMaximised
  }

  setBounds(bounds: Bounds): void {
    this.#bounds = bounds
  }

  getNormalBounds(): Bounds {
    return this.#bounds
  }

  async #openPage(): Promise<Page> {
    const { context } = shellBrowser()
    const isFirst = windows.size === 1
    const blank = context.pages().find((each) => each.url() === 'about:blank')
    const page = isFirst && blank ? blank : await context.newPage()
    await this.webContents.guard(page)
    await page.addInitScript(this.#pageSideSource())
    // Every document of the page says first who it is: that is when the page before it has ended.
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return
      this.webContents.mainFrame.url = ownAddress(frame.url())
    })
    page.on('domcontentloaded', () => {
      this.emit('ready-to-show')
      void this.#takeTitle(page)
    })
    page.on('load', () => {
      this.webContents.isLoading = false
      this.webContents.emit('did-finish-load')
    })
    let hasCrashed = false
    page.on('crash', () => {
      // A crashed page of Playwright stays dead; the next address opens another one.
      hasCrashed = true
      this.#page = undefined
      this.webContents.emit('render-process-gone', new Preventable(), { reason: 'crashed', exitCode: 5 })
      void page.close().catch(() => undefined)
    })
    page.on('close', () => {
      if (!hasCrashed) this.#gone()
    })
    return page
  }

  /** The window takes the title of its document, unless the application keeps it from doing so. */
  async #takeTitle(page: Page): Promise<void> {
    const title = await page.title().catch(() => undefined)
    if (title !== undefined && !isPrevented(this, 'page-title-updated', {}, title, true)) this.#title = title
  }

  #pageSideSource(): string {
    const { base } = shellBrowser().loopback
    const preload = this.options.webPreferences?.preload
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8')
    return `{
      const page = '${this.id}.' + crypto.randomUUID()
      const preload = ${preload === undefined ? 'undefined' : `function (require, module, exports) {${source}\n}`}
      const wire = { encode: ${encode.toString()}, decode: ${decode.toString()} }
      ;(${startPageSide.toString()})({ base: ${JSON.stringify(base)}, page, preload }, wire)
    }`
  }

  async #closeNow(): Promise<void> {
    const page = await this.#page
    // A page that is still loading may take its time; the window is gone all the same.
    const patience = new Promise((resolve) => setTimeout(resolve, 3000).unref())
    await Promise.race([page?.close({ runBeforeUnload: false }).catch(() => undefined), patience])
    this.#gone()
  }

  #gone(): void {
    if (!windows.delete(this)) return
    this.webContents.turnTo(randomBytes(4).toString('hex'))
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }
}

app.closeWindows = async () => {
  for (const window of [...windows]) window.close()
  await new Promise((resolve) => setTimeout(resolve, 200))
  return windows.size === 0
}

app.boot = () =>
  startBrowser({
    message: (page, number, kind, body) => contentsOf(page).message(number, kind, body),
    events: (page) => contentsOf(page).nextEvents(page),
    secondInstance: (argv, folder) => app.emit('second-instance', new Preventable(), argv, folder),
  })

// As on Windows and Linux, where the menu of the application becomes that of every window.
Menu.onApplicationMenu = (menu) => {
  for (const window of windows) window.setMenu(menu)
}

/** A page that speaks for the first time has taken the place of the page of its window before it. */
function contentsOf(page: string): WebContents {
  const window = [...windows].find(({ id }) => page.startsWith(`${id}.`))
  if (!window) throw new Error('no window')
  const { webContents } = window
  if (webContents.pageId !== page) {
    if (seen.has(page)) throw new Error('a page that is gone')
    seen.add(page)
    webContents.turnTo(page)
    webContents.emit('did-navigate', new Preventable(), webContents.mainFrame.url)
  }
  return webContents
}

const seen = new Set<string>()
