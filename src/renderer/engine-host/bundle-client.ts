import type { BundlePreview } from '../../engine/jobs.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import { workerError } from '../platform/served.ts'
import type {
  BundleControl,
  BundleRequest,
  BundleWorkerReply,
  BundleWorkerRequest,
  KeptBundle,
  MadeInVault,
  NamedSigner,
  SigningKey,
  WriteRequest,
  Written,
} from './bundle-wire.ts'
import type { LearntZip } from '../register/bundle-records.ts'
import type { VaultAccess } from './vault-access.ts'
import type { OutputTarget } from './output-target.ts'
import { fromWire, toWire, type WorkerPort } from './wire.ts'

/** A worker that has not stopped by then is ended. */
const patienceMs = 5000
/** One that has nothing to do for so long is ended: fonts and layout take memory. */
const restMs = 60_000

export type BundlePort = WorkerPort<BundleWorkerRequest, BundleWorkerReply>

type Asked =
  | { readonly kind: 'unprintable'; readonly record: CaseRecord }
  | { readonly kind: 'preview'; readonly request: BundleRequest; readonly signer: NamedSigner }
  | { readonly kind: 'build'; readonly request: BundleRequest; readonly key: SigningKey | undefined }
  | { readonly kind: 'write'; readonly request: WriteRequest }
  | { readonly kind: 'work-out'; readonly request: KeptBundle }

interface Running {
  readonly id: number
  readonly control: BundleControl
  readonly output: OutputTarget | undefined
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Sends jobs to the bundle worker one after the other; a worker that crashes or hangs is replaced. */
export class BundleClient {
  private readonly start: () => BundlePort
  private readonly limits: BundleLimits
  private readonly stopped = new AbortController()
  private port: BundlePort | undefined
  private running: Running | undefined
  private tail: Promise<unknown> = Promise.resolve()
  private outputs: Promise<unknown> = Promise.resolve()
  private resting: ReturnType<typeof setTimeout> | undefined
  private lastId = 0

  constructor(start: () => BundlePort, limits: BundleLimits) {
    this.start = start
    this.limits = limits
  }

  unprintableIn(
    record: CaseRecord,
    vault: VaultAccess | undefined,
    control: BundleControl,
  ): Promise<readonly Finding[]> {
    return this.inTurn({ kind: 'unprintable', record }, vault, control) as Promise<readonly Finding[]>
  }

  preview(
    request: BundleRequest,
    signer: NamedSigner,
    vault: VaultAccess | undefined,
    control: BundleControl,
  ): Promise<BundlePreview> {
    return this.inTurn({ kind: 'preview', request, signer }, vault, control) as Promise<BundlePreview>
  }

  build(
    request: BundleRequest,
    key: SigningKey | undefined,
    vault: VaultAccess | undefined,
    control: BundleControl,
  ): Promise<MadeInVault> {
    return this.inTurn({ kind: 'build', request, key }, vault, control) as Promise<MadeInVault>
  }

  workOut(request: KeptBundle, vault: VaultAccess | undefined, control: BundleControl): Promise<LearntZip> {
    return this.inTurn({ kind: 'work-out', request }, vault, control) as Promise<LearntZip>
  }

  /** Writes into `output`, which is published or left without anything. */
  async write(
    request: WriteRequest,
    vault: VaultAccess | undefined,
    output: OutputTarget,
    control: BundleControl,
  ): Promise<Written> {
    try {
      return (await this.inTurn({ kind: 'write', request }, vault, control, output)) as Written
    } catch (error) {
      // A worker that was ended could not take back what it wrote.
      await this.outputs
      await output.abort()
      throw error
    }
  }

  /** Ends the worker once it has nothing to do: the keys it was given must go. */
  forget(): void {
    void this.tail.then(() => {
      if (this.running) return
      clearTimeout(this.resting)
      this.port?.terminate()
      this.port = undefined
    })
  }

  /** Ends the worker and everything that waits for it, for good. */
  stop(): void {
    this.stopped.abort(new DOMException('stopped', 'AbortError'))
    this.end(new DOMException('stopped', 'AbortError'))
  }

  private async inTurn(
    asked: Asked,
    vault: VaultAccess | undefined,
    control: BundleControl,
    output?: OutputTarget,
  ): Promise<unknown> {
    const signal = AbortSignal.any([control.signal, this.stopped.signal])
    signal.throwIfAborted()
    const turn = this.tail
    let begun = false
    const result = turn.then(() => {
      signal.throwIfAborted()
      begun = true
      return this.ask(asked, vault, { signal, report: (progress) => control.report(progress) }, output)
    })
    // What came of it is the caller's; nothing of it stays here.
    this.tail = result.then(
      () => undefined,
      () => undefined,
    )
    return new Promise((resolve, reject) => {
      const leaveQueue = () => {
        if (!begun) reject(signal.reason as Error)
      }
      signal.addEventListener('abort', leaveQueue, { once: true })
      result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leaveQueue))
    })
  }

  private ask(
    asked: Asked,
    vault: VaultAccess | undefined,
    control: BundleControl,
    output: OutputTarget | undefined,
  ): Promise<unknown> {
    clearTimeout(this.resting)
    const port = (this.port ??= this.open())
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      let patience: ReturnType<typeof setTimeout> | undefined
      const cancel = () => {
        port.postMessage({ kind: 'cancel', id })
        patience = setTimeout(() => this.end(new DOMException('stopped', 'AbortError')), patienceMs)
      }
      const settled = <T>(finish: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(patience)
          control.signal.removeEventListener('abort', cancel)
          this.running = undefined
          this.rest()
          finish(value)
        }
      }
      this.running = { id, control, output, resolve: settled(resolve), reject: settled(reject) }
      control.signal.addEventListener('abort', cancel)
      port.postMessage({ ...asked, id, vault, limits: this.limits })
    })
  }

  private open(): BundlePort {
    const port = this.start()
    port.onmessage = ({ data: reply }) => {
      const job = this.running
      if (reply.kind === 'output') {
        // One after the other: the place takes its bytes in order.
        this.outputs = this.outputs.then(() => this.perform(port, job?.output, reply))
        return
      }
      if (job?.id !== reply.id) return
      if (reply.kind === 'progress') job.control.report(reply.progress)
      else if (reply.kind === 'done') job.resolve(reply.value)
      else job.reject(fromWire(reply.error))
    }
    port.onerror = (event) => {
      event.preventDefault()
      this.end(workerError('bundle', event))
    }
    return port
  }

  private async perform(
    port: BundlePort,
    output: OutputTarget | undefined,
    { call, what }: Extract<BundleWorkerReply, { readonly kind: 'output' }>,
  ): Promise<void> {
    try {
      if (!output) throw new DOMException('nobody waits for it', 'AbortError')
      const value = await output.perform(what)
      const transfer = value instanceof Uint8Array ? [value.buffer] : []
      if (this.port === port)
        port.postMessage({ kind: 'output-done', call, value }, transfer as Transferable[])
    } catch (error) {
      if (this.port === port) port.postMessage({ kind: 'output-failed', call, error: toWire(error) })
    }
  }

  private rest(): void {
    clearTimeout(this.resting)
    this.resting = setTimeout(() => {
      if (this.running) return
      this.port?.terminate()
      this.port = undefined
    }, restMs)
  }

  /** Throws the worker away; the next job starts another one. */
  private end(reason: Error): void {
    this.port?.terminate()
    this.port = undefined
    this.running?.reject(reason)
  }
}
