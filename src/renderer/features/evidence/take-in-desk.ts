import type { JobQueue } from '../../engine-host/jobs.ts'
import type { TakeInReport } from './take-in-run.ts'

/** Reports that wait to be read, kept while the window is open: taking in goes on when the page is left. */
export class TakeInDesk {
  #reports: readonly TakeInReport[] = []
  readonly #listeners = new Set<() => void>()

  readonly reports = (): readonly TakeInReport[] => this.#reports

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(report: TakeInReport): void {
    this.#change([...this.#reports, report])
  }

  /** Puts what is left to decide in the place of a report, or takes it away. */
  replace(id: string, report: TakeInReport | undefined): void {
    this.#change(this.#reports.flatMap((each) => (each.id === id ? (report ?? []) : each)))
  }

  #change(reports: readonly TakeInReport[]): void {
    this.#reports = reports
    for (const listener of this.#listeners) listener()
  }
}

const desks = new WeakMap<JobQueue, TakeInDesk>()

/** The desk of a window. */
export function takeInDesk(jobs: JobQueue): TakeInDesk {
  const desk = desks.get(jobs) ?? new TakeInDesk()
  desks.set(jobs, desk)
  return desk
}

/** True when a person must read a report: something is not in, or waits for a decision. */
export function mustBeRead(report: TakeInReport): boolean {
  return (
    report.failed.length > 0 ||
    report.doubles.length > 0 ||
    report.leftOut.some(({ why }) => why === 'unreadable')
  )
}
