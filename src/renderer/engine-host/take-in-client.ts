import { workerError } from '../platform/served.ts'
import type { JobControl, TakeInResult, VaultAccess } from './engine.ts'
import { fromWire, type TakeInReply, type TakeInRequest, type WorkerPort } from './wire.ts'

/** A worker that has not stopped by then is ended. */
const patienceMs = 5000

export type TakeInPort = WorkerPort<TakeInRequest, TakeInReply>

interface Running {
  readonly id: number
  readonly control: JobControl
  readonly resolve: (result: TakeInResult) => void
  readonly reject: (error: Error) => void
}

/** Hands files to the take-in worker one after the other; a worker that crashes or hangs is replaced. */
export class TakeInClient {
  private readonly start: () => TakeInPort
  private readonly stopped = new AbortController()
  private port: TakeInPort | undefined
  private running: Running | undefined
  private tail: Promise<unknown> = Promise.resolve()
  private lastId = 0

  constructor(start: () => TakeInPort) {
    this.start = start
  }

  /** Rejects as `Engine.takeIn`. A file whose turn has not come is not waited for when it is stopped. */
  async takeIn(
    file: File,
    path: string,
    vault: VaultAccess | undefined,
    control: JobControl,
  ): Promise<TakeInResult> {
    const signal = AbortSignal.any([control.signal, this.stopped.signal])
    signal.throwIfAborted()
    const turn = this.tail
    let begun = false
    const result = turn.then(() => {
      signal.throwIfAborted()
      begun = true
      return this.ask(file, path, vault, { signal, report: (bytes) => control.report(bytes) })
    })
    this.tail = result.catch(() => undefined)
    return new Promise<TakeInResult>((resolve, reject) => {
      const leaveQueue = () => {
        if (!begun) reject(signal.reason as Error)
      }
      signal.addEventListener('abort', leaveQueue, { once: true })
      result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leaveQueue))
    })
  }

  /** Ends the worker and everything that waits for it, for good. */
  stop(): void {
    this.stopped.abort(new DOMException('stopped', 'AbortError'))
    this.end(new DOMException('stopped', 'AbortError'))
  }

  private ask(
    file: File,
    path: string,
    vault: VaultAccess | undefined,
    control: JobControl,
  ): Promise<TakeInResult> {
    const port = (this.port ??= this.open())
    const id = ++this.lastId
    return new Promise<TakeInResult>((resolve, reject) => {
      let patience: ReturnType<typeof setTimeout> | undefined
      const cancel = () => {
        port.postMessage({ kind: 'cancel', id })
        patience = setTimeout(() => this.end(new DOMException('stopped', 'AbortError')), patienceMs)
      }
      const settle = () => {
        clearTimeout(patience)
        control.signal.removeEventListener('abort', cancel)
        this.running = undefined
      }
      this.running = {
        id,
        control,
        resolve: (result) => {
          settle()
          resolve(result)
        },
        reject: (error) => {
          settle()
          reject(error)
        },
      }
      control.signal.addEventListener('abort', cancel)
      port.postMessage({ kind: 'take-in', id, file, path, vault })
    })
  }

  private open(): TakeInPort {
    const port = this.start()
    port.onmessage = ({ data: reply }) => {
      const job = this.running
      if (job?.id !== reply.id) return
      if (reply.kind === 'progress') job.control.report(reply.bytesDone)
      else if (reply.kind === 'done') job.resolve(reply.result)
      else job.reject(fromWire(reply.error))
    }
    port.onerror = (event) => {
      event.preventDefault()
      this.end(workerError('take-in', event))
    }
    return port
  }

  /** Throws the worker away; the next file starts another one. */
  private end(reason: Error): void {
    this.port?.terminate()
    this.port = undefined
    this.running?.reject(reason)
  }
}
