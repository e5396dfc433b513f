import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { WorkerReply, WorkerRequest } from './worker-request.ts'

const engineWorker = new URL('./engine-worker.ts', import.meta.url)

/** As many workers as help: more would only fight for the disk. */
export const workerCount = Math.max(1, Math.min(4, availableParallelism()))

/** How a worker's answer came out; `timed-out` and `crashed` workers were thrown away. */
export type WorkerOutcome =
  | { readonly state: 'done'; readonly value: unknown }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'timed-out' }
  | { readonly state: 'crashed'; readonly reason: string }

/**
 * Throw-away workers for foreign files: a parser that hangs, or fills its JavaScript heap, takes its worker with it,
 * never the job. The heap limit does not count the bytes of buffers, and all threads share one process: those are
 * bounded by the decoders (`engine/pdf/stream-decoding.ts`). At most `size` workers run at once; each is used again
 * as long as it behaves.
 */
export class WorkerPool {
  private readonly idle = new Set<Worker>()
  private readonly waiting: (() => void)[] = []
  private readonly size: number
  private readonly script: URL
  private readonly closing = new AbortController()
  private running = 0

  constructor(size: number, script: URL = engineWorker) {
    this.size = size
    this.script = script
  }

  /**
   * Runs one request. `timeoutMs` of 0 means no limit. Rejects only with the signal's reason, or with AbortError
   * once the pool is closed.
   */
  async run(request: WorkerRequest, timeoutMs: number, caller: AbortSignal): Promise<WorkerOutcome> {
    const signal = AbortSignal.any([caller, this.closing.signal])
    await this.turn()
    try {
      signal.throwIfAborted()
      const worker = this.takeIdle() ?? this.start()
      const outcome = await ask(worker, request, timeoutMs, signal)
      if (outcome.state === 'done' || outcome.state === 'failed') this.idle.add(worker)
      else await worker.terminate()
      signal.throwIfAborted()
      return outcome
    } finally {
      this.running -= 1
      this.waiting.shift()?.()
    }
  }

  /** Ends the workers that have nothing to do, and gives their memory back; new ones start when they are needed. */
  async rest(): Promise<void> {
    const resting = [...this.idle]
    this.idle.clear()
    await Promise.all(resting.map((worker) => worker.terminate()))
  }

  /** Ends all workers, busy ones too: after one failure nothing goes on in the background. The pool stays closed. */
  async close(): Promise<void> {
    this.closing.abort()
    await this.rest()
  }

  private takeIdle(): Worker | undefined {
    const [worker] = this.idle
    if (worker) this.idle.delete(worker)
    return worker
  }

  private start(): Worker {
    const worker = new Worker(this.script, {
      // A small nursery costs a parser no time; the usual one takes some 40 MB in each worker.
      resourceLimits: { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 8 },
      stdout: true,
      stderr: true,
    })
    // A parser's stray rejection may end a worker after it has answered: it must not be asked again, nor end us.
    worker.on('error', () => this.idle.delete(worker)).on('exit', () => this.idle.delete(worker))
    // What libraries print is nobody's business, and unread it would pile up.
    worker.stdout.resume()
    worker.stderr.resume()
    worker.unref()
    return worker
  }

  private async turn(): Promise<void> {
    while (this.running >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.running += 1
  }
}

function ask(
  worker: Worker,
  request: WorkerRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<WorkerOutcome> {
  return new Promise((resolve) => {
    const finish = (outcome: WorkerOutcome) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      resolve(outcome)
    }
    const onMessage = (reply: WorkerReply) => {
      finish(reply.ok ? { state: 'done', value: reply.value } : { state: 'failed', reason: reply.reason })
    }
    const onError = (error: Error) => finish({ state: 'crashed', reason: error.message })
    const onExit = (code: number) => finish({ state: 'crashed', reason: `exit ${code}` })
    const onAbort = () => finish({ state: 'timed-out' })
    const timer = timeoutMs > 0 ? setTimeout(() => finish({ state: 'timed-out' }), timeoutMs) : undefined
    signal.addEventListener('abort', onAbort)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    worker.postMessage(request)
  })
}
