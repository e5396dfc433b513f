import { Failure } from '../../shared/contract/failure.ts'
import { sizeText } from '../../shared/messages/say.ts'
import type { PrintDocument } from './platform.ts'

/** So much is held in memory for a tab; more is printed from the saved file. */
const mostBytes = 64 * 1024 * 1024

interface Tab {
  readonly window: Window
  readonly address: string | undefined
}

/** Documents in tabs of the browser, whose own viewer prints them. */
export interface BrowserPrint {
  print(document: PrintDocument): Promise<void>
  closePrints(): void
}

export function browserPrint(): BrowserPrint {
  const tabs = new Map<string, Tab>()
  const forget = (name: string) => {
    const address = tabs.get(name)?.address
    if (address !== undefined) URL.revokeObjectURL(address)
    tabs.delete(name)
  }
  return {
    async print(document) {
      const { name, bytes } = document
      if (bytes > mostBytes) {
        throw new Failure('print.too-large', { name, bytes: sizeText(bytes), limit: sizeText(mostBytes) })
      }
      for (const [each, { window }] of [...tabs]) if (window.closed) forget(each)
      // At once: a browser opens no tab a while after the click.
      const tab = tabs.get(name)?.window ?? window.open('about:blank')
      if (!tab) throw new Failure('print.blocked')
      forget(name)
      const mine: Tab = { window: tab, address: undefined }
      tabs.set(name, mine)
      tab.focus()
      try {
        const parts: Uint8Array<ArrayBuffer>[] = []
        for await (const part of document.stream()) {
          // Closed, locked or printed anew: nobody waits for it any more.
          if (tab.closed || tabs.get(name) !== mine) return
          parts.push(part.slice())
        }
        if (tabs.get(name) !== mine) return
        const address = URL.createObjectURL(new File(parts, name, { type: 'application/pdf' }))
        tabs.set(name, { window: tab, address })
        tab.location.replace(address)
      } catch (error) {
        if (tabs.get(name) === mine) {
          tab.close()
          forget(name)
        }
        throw error
      }
    },
    closePrints() {
      for (const [name, { window }] of [...tabs]) {
        window.close()
        forget(name)
      }
    },
  }
}
