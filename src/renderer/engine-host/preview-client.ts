import { Failure } from '../../shared/contract/failure.ts'
import { workerError } from '../platform/served.ts'
import type { PreviewDocument } from './engine.ts'
import { fromWire, type PreviewReply, type PreviewRequest, type WorkerPort } from './wire.ts'

export type PreviewPort = WorkerPort<PreviewRequest, PreviewReply>

export interface PreviewTimes {
  readonly openSeconds: number
  readonly drawSeconds: number
}

/**
 * Opens a document in a worker of its own, which ends with it. The bytes are handed over and cannot be used afterwards.
 * Throws Failure preview.*, AbortError.
 */
export async function openPreviewIn(
  port: PreviewPort,
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  times: PreviewTimes,
  signal: AbortSignal,
): Promise<PreviewDocument> {
  const caller = new PreviewCaller(port, signal)
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
  const reply = await caller.ask({ kind: 'open', bytes: whole, mediaType }, times.openSeconds, signal, [
    whole.buffer,
  ])
  if (reply.kind !== 'opened') throw caller.end(new Error(`unexpected reply ${reply.kind}`))
  return {
    pageCount: reply.pageCount,
    async pageSize(index) {
      const sized = await caller.ask({ kind: 'size', index }, times.drawSeconds)
      if (sized.kind !== 'sized') throw new Error(`unexpected reply ${sized.kind}`)
      return { width: sized.width, height: sized.height }
    },
    async draw(index, scale, drawSignal) {
      const drawn = await caller.ask({ kind: 'draw', index, scale }, times.drawSeconds, drawSignal)
      if (drawn.kind !== 'drawn') throw new Error(`unexpected reply ${drawn.kind}`)
      return drawn.bitmap
    },
    async text(index) {
      const read = await caller.ask({ kind: 'text', index }, times.drawSeconds)
      if (read.kind !== 'read') throw new Error(`unexpected reply ${read.kind}`)
      return read.text
    },
    close: () => void caller.end(new DOMException('closed', 'AbortError')),
  }
}

/** One request after the other; what waits can be taken back, what hangs costs the worker. */
class PreviewCaller {
  private readonly port: PreviewPort
  private tail: Promise<unknown> = Promise.resolve()
  private ended: Error | undefined
  private settle: ((outcome: PreviewReply | Error) => void) | undefined

  constructor(port: PreviewPort, signal: AbortSignal) {
    this.port = port
    port.onmessage = ({ data }) => this.settle?.(data)
    port.onerror = (event) => {
      event.preventDefault()
      // A document may end its worker; one that never began is not the document's.
      this.end(event.message ? new Failure('preview.unreadable') : workerError('preview', event))
    }
    signal.addEventListener('abort', () => this.end(signal.reason as Error), { once: true })
  }

  async ask(
    request: PreviewRequest,
    seconds: number,
    signal?: AbortSignal,
    transfer: Transferable[] = [],
  ): Promise<PreviewReply> {
    const answer = this.tail.then(() => {
      if (this.ended) throw this.ended
      signal?.throwIfAborted()
      return this.post(request, seconds, transfer)
    })
    this.tail = answer.catch(() => undefined)
    const reply = await answer
    if (signal?.aborted === true) {
      if (reply.kind === 'drawn') reply.bitmap.close()
      signal.throwIfAborted()
    }
    return reply
  }

  /** Ends the worker; everything asked of it from now on fails with this error, which is returned. */
  end(error: Error): Error {
    this.ended ??= error
    this.port.terminate()
    this.settle?.(this.ended)
    return this.ended
  }

  private post(request: PreviewRequest, seconds: number, transfer: Transferable[]): Promise<PreviewReply> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(new Failure('preview.timed-out', { seconds })), seconds * 1000)
      this.settle = (outcome) => {
        clearTimeout(timer)
        this.settle = undefined
        if (outcome instanceof Error) reject(outcome)
        else if (outcome.kind === 'failed') reject(fromWire(outcome.error))
        else resolve(outcome)
      }
      this.port.postMessage(request, transfer)
    })
  }
}
