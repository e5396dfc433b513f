import type { Page } from 'playwright-core'

interface Answering {
  stall: number
  task: number
  last: number
}

/** Watches from now on how long the window keeps its person waiting. */
export async function watchAnswering(page: Page): Promise<void> {
  await page.evaluate(() => {
    const known = (globalThis as unknown as { answering?: Answering }).answering
    if (known) return void Object.assign(known, { stall: 0, task: 0, last: performance.now() })
    const answering = { stall: 0, task: 0, last: performance.now() }
    setInterval(() => {
      const now = performance.now()
      answering.stall = Math.max(answering.stall, now - answering.last)
      answering.last = now
    }, 10)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) answering.task = Math.max(answering.task, entry.duration)
    }).observe({ type: 'longtask' })
    Object.assign(globalThis, { answering })
  })
}

/** Milliseconds: the longest time between two ticks, and the longest task of the window itself (0: none above 50). */
export function longestWaits(page: Page): Promise<Pick<Answering, 'stall' | 'task'>> {
  return page.evaluate(() => (globalThis as unknown as { answering: Answering }).answering)
}
