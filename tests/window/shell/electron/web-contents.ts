import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { decode, encode } from '../wire.ts'
import { ownAddress } from './addresses.ts'
import { isPrevented } from './emitter.ts'
import { ipcMain } from './ipc-main.ts'
import type { Session } from './session.ts'

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

/** The page of a window as the main process sees it. */
export class WebContents extends EventEmitter {
  readonly session: Session
  readonly mainFrame = { url: '' }
  /** The page that may speak; an older one may not. */
  pageId = ''
  peerPolicy = 'default'
  isLoading = true
  /** The address the application itself asked for, which is no navigation of the page. */
  expected = ''
  readonly #events: [string, unknown[]][] = []
  #devTools: CDPSession | undefined
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' })
  #wake: () => void = () => undefined
  #turn = 0
  #turns = new Map<number, () => void>()

  /** For tests: what was printed, and how. */
  readonly printed: object[] = []

  constructor(session: Session) {
    super()
    this.session = session
  }

  /** There is no printer: it is noted. */
  print(options: object, callback?: (success: boolean, failureReason: string) => void): void {
    this.printed.push(options)
    callback?.(true, '')
  }

  isLoadingMainFrame(): boolean {
    return this.isLoading
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.peerPolicy = policy
  }

  send(channel: string, ...args: unknown[]): void {
    this.#events.push([channel, structuredClone(args)])
    this.#wake()
  }

  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { result } = await this.#devTools!.send('Runtime.evaluate', { expression, userGesture })
    return result.value
  }

  /** A new page: whatever was meant for the old one is gone. */
  turnTo(pageId: string): void {
    this.pageId = pageId
    this.#turn = 0
    this.#turns = new Map()
    this.#events.length = 0
    this.#wake()
  }

  async nextEvents(pageId: string): Promise<Uint8Array | undefined> {
    while (pageId === this.pageId && this.#events.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return pageId === this.pageId ? encode(this.#events.splice(0)) : undefined
  }

  /** Messages are taken in the order they were sent, though their requests may overtake one another. */
  async message(number: number, kind: string, body: Uint8Array): Promise<Uint8Array> {
    if (number !== this.#turn) await new Promise<void>((resolve) => this.#turns.set(number, resolve))
    const answer = this.#answer(kind, decode(body) as unknown[])
    this.#turn += 1
    this.#turns.get(this.#turn)?.()
    return encode(await answer)
  }

  async #answer(kind: string, [first, ...args]: unknown[]): Promise<unknown> {
    if (kind === 'open') {
      const { action } = this.#openHandler({ url: ownAddress(String(first)) })
      if (action === 'allow') console.error('shell: child windows are not provided')
      return null
    }
    const handler = ipcMain._invokeHandlers.get(String(first))
    if (!handler) return ['failed', `Error: No handler registered for '${String(first)}'`]
    try {
      return ['done', await handler({ sender: this, senderFrame: this.mainFrame }, ...args)]
    } catch (error) {
      return ['failed', String(error)]
    }
  }

  /** Asks the application before a document is loaded or anything goes out by https. */
  async guard(page: Page): Promise<void> {
    const devTools = await page.context().newCDPSession(page)
    this.#devTools = devTools
    await devTools.send('Fetch.enable', {
      patterns: [{ urlPattern: '*', resourceType: 'Document' }, { urlPattern: 'https://*' }],
    })
    devTools.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
      void (async () => {
        const url = ownAddress(request.url)
        const isNavigation = resourceType === 'Document' && request.url !== this.expected
        const stays = isNavigation && isPrevented(this, 'will-navigate', { url }, url)
        if (!stays && (await this.session.lets(url, resourceType))) {
          await devTools.send('Fetch.continueRequest', { requestId })
        } else {
          await devTools.send('Fetch.failRequest', {
            requestId,
            errorReason: resourceType === 'Document' ? 'Aborted' : 'BlockedByClient',
          })
        }
      })().catch(() => undefined)
    })
    // The interception must stand before the first address is loaded.
    await wait(0)
  }
}
