import type { JobContext } from '../engine/ports.ts'

/** How long the steps of a job took. */
export interface StepTimings {
  report: JobContext['report']
  /** One line per step, `timing <step> <seconds>`, in the order the steps began; the rest is `start` and `end`. */
  lines(): string[]
}

/**
 * Measures steps by their reports: the time between two reports belongs to the step of the later one, for a step
 * reports what it has done. `clock` gives milliseconds since the process began.
 */
export function stepTimings(clock: () => number): StepTimings {
  const spent = new Map<string, number>([['start', clock()]])
  let last = clock()
  const book = (step: string): void => {
    const now = clock()
    spent.set(step, (spent.get(step) ?? 0) + now - last)
    last = now
  }
  return {
    report: book,
    lines() {
      book('end')
      return [...spent].map(([step, ms]) => `timing ${step} ${(ms / 1000).toFixed(3)}`)
    },
  }
}
