import type { ProbeOutcome } from '../../../engine/jobs.ts'
import type { SurveyProbe, SurveyReply } from '../survey-worker.ts'
import type { WorkerPort } from '../wire.ts'

export type SurveyPort = WorkerPort<SurveyProbe, SurveyReply>

/**
 * Throw-away workers for foreign files, a few at a time: one that hangs or crashes is ended and takes only its file along;
 * one that behaves is used again.
 */
export class SurveyPool {
  private readonly start: () => SurveyPort
  private readonly size: number
  private readonly idle: SurveyPort[] = []
  private readonly busy = new Set<SurveyPort>()
  private readonly waiting: (() => void)[] = []

  constructor(start: () => SurveyPort, size: number) {
    this.start = start
    this.size = size
  }

  /** Opens one file. `load` gives its bytes when its turn comes; they are handed over. Rejects with what `load` throws, AbortError. */
  async probe(
    load: () => Promise<Uint8Array<ArrayBuffer>>,
    about: Omit<SurveyProbe, 'bytes'>,
    seconds: number,
    signal: AbortSignal,
  ): Promise<ProbeOutcome> {
    while (this.busy.size >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve))
    if (signal.aborted) {
      // Whoever waits behind must not wait for a job that is gone.
      this.waiting.shift()?.()
      throw signal.reason as Error
    }
    const port = this.idle.pop() ?? this.start()
    this.busy.add(port)
    let reusable = false
    try {
      const bytes = await load()
      const outcome = await ask(port, { ...about, bytes }, seconds, signal)
      reusable = outcome.state === 'done'
      return outcome
    } finally {
      this.busy.delete(port)
      if (reusable) this.idle.push(port)
      else port.terminate()
      this.waiting.shift()?.()
    }
  }

  /** Ends the workers that have nothing to do, and gives their memory back. */
  rest(): void {
    for (const port of this.idle.splice(0)) port.terminate()
  }
}

function ask(
  port: SurveyPort,
  probe: SurveyProbe,
  seconds: number,
  signal: AbortSignal,
): Promise<ProbeOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      port.onmessage = null
      port.onerror = null
      finish()
    }
    const stop = () => settle(() => reject(signal.reason as Error))
    const timer = setTimeout(() => settle(() => resolve({ state: 'timed-out' })), seconds * 1000)
    signal.addEventListener('abort', stop, { once: true })
    port.onmessage = ({ data }) =>
      settle(() =>
        resolve(
          'survey' in data
            ? { state: 'done', survey: data.survey }
            : { state: 'broken', reason: data.reason },
        ),
      )
    port.onerror = (event) => {
      event.preventDefault()
      settle(() => resolve({ state: 'broken', reason: event.message || 'worker' }))
    }
    port.postMessage(probe, [probe.bytes.buffer])
  })
}
