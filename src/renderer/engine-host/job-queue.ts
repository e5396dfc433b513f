import { isAbort } from './wire.ts'
import type { JobHandle, JobKind, JobQueue, JobView } from './jobs.ts'
import { Speedometer } from './speedometer.ts'

/** Listeners hear of progress at most this often. */
const quietMs = 100

export interface JobQueueOptions {
  readonly newId: () => string
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number
  /** As `setTimeout`. */
  readonly later?: (work: () => void, ms: number) => unknown
}

interface Entry {
  view: JobView
  readonly controller: AbortController
  readonly speed: Speedometer
}

/** Makes the job queue of the window. */
export function createJobQueue(options: JobQueueOptions): JobQueue {
  const { newId, clock = () => performance.now(), later = (work, ms) => setTimeout(work, ms) } = options
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  let shown: readonly JobView[] = []
  let lastEmit = -Infinity
  let planned = false
  let tail: Promise<unknown> = Promise.resolve()

  const emit = () => {
    lastEmit = clock()
    shown = [...entries.values()].map(({ view }) => view)
    for (const listener of [...listeners]) listener()
  }
  const emitSoon = () => {
    if (planned) return
    const wait = lastEmit + quietMs - clock()
    if (wait <= 0) return emit()
    planned = true
    later(() => {
      planned = false
      emit()
    }, wait)
  }
  const change = (entry: Entry, part: Partial<JobView>) => {
    entry.view = { ...entry.view, ...part }
    emitSoon()
  }

  const perform = async <T>(entry: Entry, work: (job: JobHandle) => Promise<T>): Promise<T> => {
    const { signal } = entry.controller
    const handle: JobHandle = {
      signal,
      report(progress) {
        if (entry.view.state !== 'running') return
        const bytesDone = progress.bytesDone ?? entry.view.bytesDone
        const bytesTotal = progress.bytesTotal ?? entry.view.bytesTotal
        change(entry, { ...progress, ...entry.speed.after(bytesDone, bytesTotal, clock()) })
      },
    }
    try {
      signal.throwIfAborted()
      entry.speed.start(clock())
      change(entry, { state: 'running' })
      const result = await work(handle)
      // Work that was done before it heard of the cancelling is done.
      change(entry, { state: 'done', speed: 0, secondsLeft: 0 })
      return result
    } catch (error) {
      const stopped = signal.aborted || isAbort(error)
      change(entry, {
        state: stopped ? 'cancelled' : 'failed',
        speed: 0,
        secondsLeft: undefined,
        ...(stopped ? {} : { error }),
      })
      throw stopped && !isAbort(error) ? new DOMException('stopped', 'AbortError') : error
    }
  }

  const cancel = (entry: Entry) => {
    if (entry.view.state !== 'waiting' && entry.view.state !== 'running') return
    // The reason is what work rejects with that only passes the signal on.
    entry.controller.abort(new DOMException('stopped', 'AbortError'))
    if (entry.view.state === 'waiting') change(entry, { state: 'cancelled' })
  }

  return {
    run(kind: JobKind, subject, work) {
      const id = newId()
      const entry: Entry = {
        view: {
          id,
          kind,
          subject,
          state: 'waiting',
          step: undefined,
          done: 0,
          total: 0,
          bytesDone: 0,
          bytesTotal: 0,
          speed: 0,
          secondsLeft: undefined,
        },
        controller: new AbortController(),
        speed: new Speedometer(),
      }
      entries.set(id, entry)
      emitSoon()
      const result = tail.then(() => perform(entry, work))
      tail = result.catch(() => undefined)
      const { signal } = entry.controller
      // Who is cancelled while waiting does not wait for the turn that is not taken.
      const left = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          if (entry.view.state !== 'running') reject(signal.reason as Error)
        })
      })
      return Promise.race([result, left])
    },
    jobs: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    cancel(id) {
      const entry = entries.get(id)
      if (entry) cancel(entry)
    },
    cancelAll() {
      for (const entry of entries.values()) cancel(entry)
    },
    dismiss(id) {
      const state = entries.get(id)?.view.state
      if (state === undefined || state === 'waiting' || state === 'running') return
      entries.delete(id)
      emitSoon()
    },
  }
}
