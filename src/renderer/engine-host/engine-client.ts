import { Failure, type FailureCode } from '../../shared/contract/failure.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import { whyNotLoaded } from '../platform/served.ts'
import { sizeText } from '../../shared/messages/say.ts'
import type { Engine, VaultAccess, VerifyControl } from './engine.ts'
import { openPreviewIn, type PreviewPort } from './preview-client.ts'
import { SparePreview } from './spare-preview.ts'
import { ask, lookIn, verifyIn, type VerifyPort } from './verify-client.ts'
import { TakeInClient, type TakeInPort } from './take-in-client.ts'

/** A page that takes longer to draw is given up. */
const drawSeconds = 20

export interface EngineWorkers {
  readonly takeIn: () => TakeInPort
  readonly preview: () => PreviewPort
  readonly verify: () => VerifyPort
}

/** The engine behind its workers; they are started when they are first needed. */
export function createEngine(
  limits: Pick<BundleLimits, 'probeSeconds' | 'maxItemBytesForPages'>,
  workers: EngineWorkers = windowWorkers,
): Engine {
  let vault = { access: undefined as VaultAccess | undefined, gone: new AbortController() }
  /** Why there is no vault any more. */
  let lost: FailureCode = 'register.locked'
  const takeIns = new TakeInClient(workers.takeIn)
  const spare = new SparePreview(workers.preview)
  const previews = new Set<AbortController>()
  const verifying = new AbortController()
  /** Work of a verify worker; it ends with the engine. */
  const inVerifyWorker = async <T>(
    control: VerifyControl,
    work: (port: VerifyPort, control: VerifyControl) => Promise<T>,
  ): Promise<T> => {
    const signal = AbortSignal.any([control.signal, verifying.signal])
    try {
      signal.throwIfAborted()
      return await work(workers.verify(), { signal, report: (done, total) => control.report(done, total) })
    } catch (error) {
      throw await whyNotLoaded(error)
    }
  }
  return {
    useVault(access, why = 'register.locked') {
      lost = why
      if (access?.contentKey !== vault.access?.contentKey) {
        // Its keys must not be used any more, by the worker either.
        if (vault.access) vault.gone.abort(new DOMException('locked', 'AbortError'))
        vault = { access, gone: new AbortController() }
      }
      // Somebody who opens the vault soon looks at something.
      if (access) spare.warmSoon()
    },
    async takeIn(file, path, control) {
      const { access, gone } = vault
      const signal = AbortSignal.any([control.signal, gone.signal])
      const report = (bytes: number) => control.report(bytes)
      try {
        return await takeIns.takeIn(file, path, access, { signal, report })
      } catch (error) {
        if (gone.signal.aborted && !control.signal.aborted) throw new Failure(lost)
        throw await whyNotLoaded(error)
      }
    },
    async openPreview(bytes, mediaType, signal) {
      signal.throwIfAborted()
      if (bytes.length > limits.maxItemBytesForPages) {
        throw new Failure('preview.too-large', { limit: sizeText(limits.maxItemBytesForPages) })
      }
      const open = new AbortController()
      previews.add(open)
      const end = () => {
        previews.delete(open)
        open.abort(new DOMException('stopped', 'AbortError'))
      }
      signal.addEventListener('abort', end, { once: true })
      const times = { openSeconds: limits.probeSeconds, drawSeconds }
      try {
        const document = await openPreviewIn(spare.take(), bytes, mediaType, times, open.signal)
        return {
          ...document,
          close() {
            document.close()
            end()
          },
        }
      } catch (error) {
        end()
        throw await whyNotLoaded(error)
      } finally {
        // From here on the document ends by `close`.
        signal.removeEventListener('abort', end)
      }
    },
    verify: (subject, trusted, control) =>
      inVerifyWorker(control, (port, own) => verifyIn(port, subject, trusted, own)),
    lookAt: (subject, control) => inVerifyWorker(control, (port, own) => lookIn(port, subject, own)),
    digestOf: (file, control) =>
      inVerifyWorker(control, async (port, own) => {
        const reply = await ask(port, { kind: 'digest', file }, own)
        if (reply.kind !== 'digested') throw new Error(`unexpected reply ${reply.kind}`)
        return reply.sha256
      }),
    writeReport: (made) =>
      inVerifyWorker(unwatched, async (port, own) => {
        const reply = await ask(port, { kind: 'report', made }, own)
        if (reply.kind !== 'reported') throw new Error(`unexpected reply ${reply.kind}`)
        return reply.bytes
      }),
    readCertificates: (bytes) =>
      inVerifyWorker(unwatched, async (port, own) => {
        const reply = await ask(port, { kind: 'certificates', bytes }, own)
        if (reply.kind !== 'described') throw new Error(`unexpected reply ${reply.kind}`)
        return reply.certificates
      }),
    stop() {
      verifying.abort(new DOMException('stopped', 'AbortError'))
      takeIns.stop()
      spare.stop()
      for (const open of previews) open.abort(new DOMException('stopped', 'AbortError'))
      previews.clear()
    },
  }
}

const unwatched: VerifyControl = { signal: new AbortController().signal, report: () => undefined }

const windowWorkers: EngineWorkers = {
  takeIn: () =>
    new Worker(new URL('./take-in-worker.ts', import.meta.url), { type: 'module', name: 'take-in' }),
  preview: () =>
    new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module', name: 'preview' }),
  verify: () =>
    new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module', name: 'verify' }),
}
