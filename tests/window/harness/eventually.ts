import { expect } from 'vitest'

/** Waits until what is asked for is as expected; looks again and again, at most for `timeout` milliseconds. */
export function eventually<T>(ask: () => T | Promise<T>, timeout = 60_000) {
  return expect.poll(ask, { timeout })
}
