import type { Page } from 'playwright-core'
import type { Bridge } from '../../../src/shared/contract/bridge.ts'
import type { PlainPage } from './page/page.ts'

declare global {
  interface Window {
    /** Of the page the shell's tests run over. */
    readonly page: PlainPage
  }
}

/** One raw request over the bridge, as a window that lies could make it. */
export function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([requestName, value]) => {
      const { bridge } = window as unknown as { bridge: Bridge }
      return bridge.request(requestName as never, value as never)
    },
    [name, input] as const,
  )
}
