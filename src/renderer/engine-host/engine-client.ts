import { Failure, type FailureCode } from '../../shared/contract/failure.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import { whyNotLoaded } from '../platform/served.ts'
import { sizeText } from '../../shared/messages/say.ts'
import { BundleClient, type BundlePort } from './bundle-client.ts'
import { normalisePassphrase } from '../register/passphrase.ts'
import { bytesOfBase64 } from './base64.ts'
import type { Engine, VaultAccess, VerifyControl, WrappedIdentity } from './engine.ts'
import { askOnce } from './one-answer.ts'
import { openPreviewIn, type PreviewPort } from './preview-client.ts'
import { SparePreview } from './spare-preview.ts'
import { ask, lookIn, verifyIn, type VerifyPort } from './verify-client.ts'
import { TakeInClient, type TakeInPort } from './take-in-client.ts'
import type { IdentityReply, IdentityRequest, PaperReply, PaperRequest, WorkerPort } from './wire.ts'

/** A page that takes longer to draw is given up. */
const drawSeconds = 20

export interface EngineWorkers {
  readonly takeIn: () => TakeInPort
  readonly preview: () => PreviewPort
  readonly bundle: () => BundlePort
  readonly identity: () => WorkerPort<IdentityRequest, IdentityReply>
  readonly verify: () => VerifyPort
  readonly paper: () => WorkerPort<PaperRequest, PaperReply>
}

/** The engine behind its workers; they are started when they are first needed. */
export function createEngine(limits: BundleLimits, workers: EngineWorkers = windowWorkers): Engine {
  let vault = { access: undefined as VaultAccess | undefined, gone: new AbortController() }
  /** Why there is no vault any more. */
  let lost: FailureCode = 'register.locked'
  const takeIns = new TakeInClient(workers.takeIn)
  const bundles = new BundleClient(workers.bundle, limits)
  const spare = new SparePreview(workers.preview)
  const previews = new Set<AbortController>()
  /** Work on the vault as it is now: it ends, and says why, when the vault is taken away. */
  const inVault = async <T, P>(
    control: ControlOf<P>,
    work: (access: VaultAccess | undefined, control: ControlOf<P>) => Promise<T>,
  ): Promise<T> => {
    const { access, gone } = vault
    const signal = AbortSignal.any([control.signal, gone.signal])
    try {
      return await work(access, { signal, report: (progress) => control.report(progress) })
    } catch (error) {
      if (gone.signal.aborted && !control.signal.aborted) throw new Failure(lost)
      // A window that only reads is given no keys for its workers.
      if (!access && error instanceof Failure && error.code === 'register.locked') throw new Failure(lost)
      throw await whyNotLoaded(error)
    }
  }
  const stopped = new AbortController()
  const untilStopped = (signal: AbortSignal) => AbortSignal.any([signal, stopped.signal])
  const askIdentity = async (request: IdentityRequest, signal: AbortSignal) => {
    try {
      return await askOnce('identity', workers.identity, request, untilStopped(signal))
    } catch (error) {
      throw await whyNotLoaded(error)
    }
  }
  /** Work of a verify worker; it ends with the engine. */
  const inVerifyWorker = async <T>(
    control: VerifyControl,
    work: (port: VerifyPort, control: VerifyControl) => Promise<T>,
  ): Promise<T> => {
    const signal = untilStopped(control.signal)
    try {
      signal.throwIfAborted()
      return await work(workers.verify(), { signal, report: (done, total) => control.report(done, total) })
    } catch (error) {
      throw await whyNotLoaded(error)
    }
  }
  const wrapped = async (request: IdentityRequest, signal: AbortSignal): Promise<WrappedIdentity> => {
    const reply = await askIdentity(request, signal)
    if (reply.kind !== 'wrapped') throw new Error(`unexpected reply ${reply.kind}`)
    return reply.identity
  }
  return {
    useVault(access, why = 'register.locked') {
      lost = why
      if (access?.contentKey !== vault.access?.contentKey) {
        // Its keys must not be used any more, by the worker either.
        if (vault.access) {
          vault.gone.abort(new DOMException('locked', 'AbortError'))
          bundles.forget()
        }
        vault = { access, gone: new AbortController() }
      }
      // Somebody who opens the vault soon looks at something.
      if (access) spare.warmSoon()
    },
    takeIn: (file, path, control) =>
      inVault(control, (access, within) => takeIns.takeIn(file, path, access, within)),
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
    unprintableIn: (record, control) =>
      inVault(control, (access, within) => bundles.unprintableIn(record, access, within)),
    previewBundle: (request, signer, control) =>
      inVault(control, (access, within) => bundles.preview(request, signer, access, within)),
    buildBundle: (request, key, control) =>
      inVault(control, (access, within) => bundles.build(request, key, access, within)),
    writeBundle: (request, output, control) =>
      inVault(control, (access, within) => bundles.write(request, access, output, within)),
    workOutZip: (request, control) =>
      inVault(control, (access, within) => bundles.workOut(request, access, within)),
    makeIdentity: ({ passphrase, ...request }, signal) =>
      wrapped({ kind: 'make', request: { ...request, passphrase: normalisePassphrase(passphrase) } }, signal),
    async readIdentity(pkcs12, passphrase, signal) {
      const reply = await askIdentity({ kind: 'read', pkcs12, passphrase }, signal)
      if (reply.kind !== 'described') throw new Error(`unexpected reply ${reply.kind}`)
      return reply.facts
    },
    importIdentity(pkcs12, passphrase, signal, next) {
      const newPassphrase = next === undefined ? undefined : normalisePassphrase(next)
      return wrapped({ kind: 'import', pkcs12, passphrase, newPassphrase }, signal)
    },
    async checkIdentity(pkcs12, passphrase, signal) {
      await askIdentity({ kind: 'read', pkcs12: bytesOfBase64(pkcs12), passphrase }, signal)
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
    async writePaper(request, signal) {
      try {
        return (await askOnce('paper', workers.paper, request, untilStopped(signal))).bytes
      } catch (error) {
        throw await whyNotLoaded(error)
      }
    },
    readCertificates: (bytes) =>
      inVerifyWorker(unwatched, async (port, own) => {
        const reply = await ask(port, { kind: 'certificates', bytes }, own)
        if (reply.kind !== 'described') throw new Error(`unexpected reply ${reply.kind}`)
        return reply.certificates
      }),
    stop() {
      stopped.abort(new DOMException('stopped', 'AbortError'))
      takeIns.stop()
      bundles.stop()
      spare.stop()
      for (const open of previews) open.abort(new DOMException('stopped', 'AbortError'))
      previews.clear()
    },
  }
}

interface ControlOf<P> {
  readonly signal: AbortSignal
  report(progress: P): void
}
const unwatched: VerifyControl = { signal: new AbortController().signal, report: () => undefined }

const windowWorkers: EngineWorkers = {
  takeIn: () =>
    new Worker(new URL('./take-in-worker.ts', import.meta.url), { type: 'module', name: 'take-in' }),
  bundle: () =>
    new Worker(new URL('./bundle-worker.ts', import.meta.url), { type: 'module', name: 'bundle' }),
  preview: () =>
    new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module', name: 'preview' }),
  identity: () =>
    new Worker(new URL('./identity-worker.ts', import.meta.url), { type: 'module', name: 'identity' }),
  verify: () =>
    new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module', name: 'verify' }),
  paper: () => new Worker(new URL('./paper-worker.ts', import.meta.url), { type: 'module', name: 'paper' }),
}
