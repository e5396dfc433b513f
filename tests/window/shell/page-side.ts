import type { decode, encode } from './wire.ts'

export interface PageSide {
  /** Path of the shell's own requests. */
  readonly base: string
  /** Numbers start anew with every page. */
  readonly page: string
  /** Absent in a window without one: then nothing of the shell is in its page but the way new windows are asked for. */
  readonly preload:
    ((require: (name: string) => unknown, module: { exports: object }, exports: object) => void) | undefined
}

/** Runs in the page before its own scripts; its source is injected, so it uses nothing from outside. */
export function startPageSide(
  { base, page, preload }: PageSide,
  wire: { readonly encode: typeof encode; readonly decode: typeof decode },
): void {
  if (window !== window.top || !location.hostname.endsWith('.localhost')) return
  type Listener = (event: object, ...args: unknown[]) => void
  const fetchNow = fetch.bind(window)
  const openNow = `${base}/${page}`
  const listeners = new Map<string, Set<Listener>>()
  let sent = 0

  const post = async (kind: string, args: readonly unknown[]): Promise<unknown> => {
    const message = wire.encode(args)
    const number = sent++
    // DevTools reads along every body but that of a Blob, which would cost most of the speed.
    const answer = await fetchNow(`${openNow}/${number}/${kind}`, {
      method: 'POST',
      body: new Blob([message]),
    })
    if (!answer.ok) throw new Error(`the shell failed: ${await answer.text()}`)
    return wire.decode(new Uint8Array(await answer.arrayBuffer()))
  }
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const [state, value] = (await post('invoke', [channel, ...args])) as ['done' | 'failed', unknown]
      if (state === 'failed') throw new Error(`Error invoking remote method '${channel}': ${String(value)}`)
      return value
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const listen = async (): Promise<void> => {
    for (;;) {
      const answer = await fetchNow(`${openNow}/events`).catch(() => undefined)
      if (answer?.status !== 200) return
      const events = wire.decode(new Uint8Array(await answer.arrayBuffer())) as [string, unknown[]][]
      for (const [channel, args] of events) {
        for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, ...args)
      }
    }
  }
  if (preload) void listen()

  // As contextBridge does: functions become proxies, values are copied, objects are frozen.
  const across = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, undefined, args.map(across))
        return result instanceof Promise ? result.then(across) : across(result)
      }
    }
    if (value === null || typeof value !== 'object') return value
    if (value instanceof Uint8Array) return structuredClone(value)
    if (Array.isArray(value)) return Object.freeze(value.map(across))
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, across(each)])))
  }
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      Object.defineProperty(window, key, { value: across(api), enumerable: true })
    },
  }

  const askToOpen = (address: string) => void post('open', [address])
  window.open = (address = 'about:blank') => {
    askToOpen(new URL(String(address), location.href).href)
    return null
  }
  addEventListener('click', (event) => {
    const link = event
      .composedPath()
      .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.href !== '')
    if (!link?.target || link.target === '_self') return
    event.preventDefault()
    askToOpen(link.href)
  })
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { contextBridge, ipcRenderer }
  }
  preload?.(require, { exports: {} }, {})
}
