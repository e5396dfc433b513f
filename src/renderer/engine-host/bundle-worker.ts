import pdfiumUrl from '@embedpdf/pdfium/pdfium.wasm?url'
import { loadBuild, providePdfium, unprintableIn } from '../../engine/jobs.ts'
import type { Hashing, JobContext, StepName } from '../../engine/ports.ts'
import { collectEarly } from '../platform/collect-early.ts'
import { openRegisterDb } from '../register/register-db.ts'
import { buildInVault, previewOf } from './in-worker/bundle-jobs.ts'
import { workOutInVault, writeFromVault } from './in-worker/kept-bundle.ts'
import type { BundleWorkerReply, BundleWorkerRequest, OutputCall } from './bundle-wire.ts'
import { DigestThreads } from './digest-threads.ts'
import type { VaultAccess } from './vault-access.ts'
import { wasmHashing } from './wasm-hashing.ts'
import type { JobStep } from './jobs.ts'
import type { OpenVault } from './in-worker/original-content.ts'
import { paperFonts } from './paper-fonts.ts'
import { ProgressThrottle } from './progress-throttle.ts'
import { remoteOutput } from './in-worker/remote-output.ts'
import { SurveyPool } from './in-worker/survey-pool.ts'
import { fromWire, toWire } from './wire.ts'

/** The worker that sets, builds and writes bundles, one at a time; its client waits for one to end before the next. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<BundleWorkerRequest>) => void) | null
  postMessage(reply: BundleWorkerReply, transfer?: Transferable[]): void
}
const scope = globalThis as unknown as WorkerScope
type Job = Extract<BundleWorkerRequest, { readonly limits: unknown }>

const surveyors = 2
const surveys = new SurveyPool(
  () => new Worker(new URL('./survey-worker.ts', import.meta.url), { type: 'module', name: 'survey' }),
  surveyors,
)
const threads = new DigestThreads(
  () => new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module', name: 'digest' }),
)
const hashing: Hashing = { ...wasmHashing, thread: (name) => threads.open(name) }
const running = new Map<number, AbortController>()
const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
let lastCall = 0
let vault: OpenVault | undefined

providePdfium(async () => {
  const response = await fetch(pdfiumUrl)
  if (!response.ok) throw new Error(`pdfium.wasm: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
})

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'cancel':
      running.get(data.id)?.abort(new DOMException('stopped', 'AbortError'))
      break
    case 'output-done':
      calls.get(data.call)?.resolve(data.value)
      calls.delete(data.call)
      break
    case 'output-failed':
      calls.get(data.call)?.reject(fromWire(data.error))
      calls.delete(data.call)
      break
    default:
      void perform(data)
  }
}

async function perform(job: Job): Promise<void> {
  const { id, limits } = job
  const controller = new AbortController()
  running.set(id, controller)
  try {
    const open = await vaultFor(job.vault)
    const tools = { vault: open, limits, surveys, hashing, job: contextOf(id, controller.signal) }
    const value = await answer(job, tools)
    scope.postMessage({ kind: 'done', id, value })
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, error: toWire(error) })
  } finally {
    running.delete(id)
  }
}

async function answer(job: Job, tools: Parameters<typeof previewOf>[2]) {
  switch (job.kind) {
    case 'unprintable':
      return unprintableIn(job.record, await paperFonts())
    case 'preview':
      return previewOf(job.request, job.signer, tools)
    case 'build':
      await loadBuild()
      return buildInVault(job.request, job.key, tools)
    case 'write':
      return writeFromVault(job.request, remoteOutput(callWindow), tools)
    case 'work-out':
      return workOutInVault(job.request, tools)
  }
}

/** One connection for as long as the worker lives and the vault is the same. */
async function vaultFor(access: VaultAccess | undefined): Promise<OpenVault | undefined> {
  if (!access) return undefined
  if (vault?.access.databaseName === access.databaseName && vault.database.isOpen()) {
    vault = { database: vault.database, access }
  } else {
    vault = { database: await openRegisterDb(access.databaseName), access }
  }
  return vault
}

function callWindow(what: OutputCall, transfer: Transferable[] = []): Promise<unknown> {
  const call = ++lastCall
  return new Promise((resolve, reject) => {
    calls.set(call, { resolve, reject })
    scope.postMessage({ kind: 'output', call, what }, transfer)
  })
}

const stepNames: Readonly<Partial<Record<StepName, JobStep>>> = { hash: 'survey', disc: 'write' }

function contextOf(id: number, signal: AbortSignal): JobContext {
  let throttle: { readonly step: StepName; readonly of: ProgressThrottle } | undefined
  return {
    signal,
    now: new Date(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    report(step, done, total) {
      // Setting the papers leaves much behind, and what follows keeps nothing of it.
      if (step === 'compose' && done === total) collectEarly()
      if (throttle?.step !== step)
        throttle = { step, of: new ProgressThrottle(total, () => performance.now()) }
      if (!throttle.of.passes(done) && done < total) return
      const name = stepNames[step] ?? (step as JobStep)
      scope.postMessage({ kind: 'progress', id, progress: { step: name, done, total } })
    },
  }
}
