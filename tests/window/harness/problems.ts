import type { BrowserContext, Page } from 'playwright-core'

/** What a window must never do: errors in its console, breaks of its policy, requests that fail or lead elsewhere. */
export interface Problems {
  /** Problems so far, oldest first, one line each. */
  readonly list: readonly string[]
  /** Problems that match are expected from now on. */
  expect(pattern: RegExp): void
  /** Throws when there was a problem nobody expected. */
  assertNone(): void
}

/** Watches every page of a context from its first moment. `origin` is the only place requests may go. */
export async function watchProblems(context: BrowserContext, origin: () => string): Promise<Problems> {
  const list: string[] = []
  const expected: RegExp[] = []
  const add = (line: string) => {
    if (!expected.some((pattern) => pattern.test(line))) list.push(line)
  }
  const watchPage = (page: Page) => {
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) {
        add(`console ${message.type()}: ${message.text()}`)
      }
    })
    page.on('pageerror', (error) => add(`page error: ${error.stack ?? error.message}`))
    page.on('crash', () => add('page crashed'))
  }
  context.pages().forEach(watchPage)
  context.on('page', watchPage)
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin()}/`) && !/^(blob:|about:)/.test(url)) add(`foreign request: ${url}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown'
    // Leaving a page ends what it still loads.
    if (reason !== 'net::ERR_ABORTED') add(`failed request: ${request.url()}: ${reason}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) add(`response ${response.status()}: ${response.url()}`)
  })
  await context.exposeBinding('reportViolation', (_source, line: string) => add(line))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (line: string) => void }
      reportViolation(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  return {
    list,
    expect: (pattern) => {
      expected.push(pattern)
      const kept = list.filter((line) => !pattern.test(line))
      list.splice(0, list.length, ...kept)
    },
    assertNone: () => {
      if (list.length > 0) throw new Error(`the window had problems:\n${[...new Set(list)].join('\n')}`)
    },
  }
}
