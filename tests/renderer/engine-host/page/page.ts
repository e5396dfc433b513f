import limits from '../../../../resources/limits.json'
import { memoryVault } from '../../../../src/renderer/register/memory-vault.ts'
import { openSample } from '../../../../src/renderer/sample/open-sample.ts'
import type { VerificationReport } from '../../../../src/engine/jobs.ts'
import type {
  Engine,
  PreviewDocument,
  VaultAccess,
  VerifySubject,
} from '../../../../src/renderer/engine-host/engine.ts'
import { createEngine } from '../../../../src/renderer/engine-host/engine-client.ts'
import type { WholeEngineRequest } from './whole-engine-worker.ts'

/** What the tests reach from outside; nothing here is asserted on. */
export interface EnginePage {
  engine: Engine
  openRegister(name: string): Promise<VaultAccess>
  /** Opens the sample in a memory register. */
  sample(): Promise<Outcome>
  /** Runs a piece of every part of the engine in a worker. */
  wholeEngine(request: WholeEngineRequest): Promise<unknown>
  /** The file last chosen in the page. */
  file(): File
  takeIn(path: string): Promise<Outcome>
  cancelAfter(bytes: number): Promise<Outcome & { readonly reached: number }>
  open(bytesUrl: string, mediaType: string): Promise<Outcome>
  size(index: number): Promise<{ width: number; height: number }>
  draw(index: number, scale: number): Promise<{ width: number; height: number; pixels: number[] }>
  close(): void
  longestStall(): number
  /** Verifies the files chosen: one as a file, several as a folder by their paths. `stopAfter`: milliseconds. */
  verify(how?: { folder?: boolean; trusted?: string[]; stopAfter?: number }): Promise<Outcome>
  lookAt(): Promise<Outcome>
  /** A report of the last verification; base64. */
  writeReport(form: 'pdf' | 'json', language: 'zh' | 'en'): Promise<string>
}

export interface Outcome {
  readonly value?: unknown
  readonly code?: string
  readonly name?: string
  readonly reports?: number
  readonly ms?: number
}

let document_: PreviewDocument | undefined
let longest = 0
let last = performance.now()
setInterval(() => {
  const now = performance.now()
  longest = Math.max(longest, now - last)
  last = now
}, 10)

const engine = createEngine(limits)
const outcomeOf = async (work: Promise<unknown>): Promise<Outcome> => {
  const start = performance.now()
  try {
    const value = await work
    return { value, ms: performance.now() - start }
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string }
    return { name, code: code ?? message }
  }
}
const file = () => {
  const chosen = (document.querySelector('#files') as HTMLInputElement).files?.[0]
  if (!chosen) throw new Error('no file')
  return chosen
}

let verified: VerificationReport | undefined
const subject = (folder: boolean): VerifySubject =>
  folder
    ? {
        kind: 'folder',
        files: new Map(
          [...(document.querySelector('#folder') as HTMLInputElement).files!].map((each) => [
            each.webkitRelativePath.replace(/^[^/]+\//, ''),
            each,
          ]),
        ),
      }
    : { kind: 'file', file: file() }

const page: EnginePage = {
  engine,
  async openRegister(databaseName) {
    const raw = crypto.getRandomValues(new Uint8Array(32))
    const contentKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
    const hmac = { name: 'HMAC', hash: 'SHA-256' }
    const tagKey = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign'])
    const vault = { databaseName, contentKey, tagKey }
    engine.useVault(vault)
    return vault
  },
  async sample() {
    const vault = await memoryVault({ now: () => new Date(), newId: () => crypto.randomUUID() })
    const fresh = createEngine(limits)
    const ports = { engine: fresh, newId: () => crypto.randomUUID(), maxItems: limits.maxItems }
    const outcome = await outcomeOf(openSample(vault, ports))
    const [summary] = await vault.register.cases.summaries()
    const items = await vault.register.items.ofCase(summary?.id ?? '')
    const opened = await vault.register.contents.open(items[0]?.contentId ?? '')
    fresh.stop()
    return { ...outcome, value: { summary, items, firstBytes: opened.bytes } }
  },
  wholeEngine(request) {
    const worker = new Worker(new URL('./whole-engine-worker.ts', import.meta.url), { type: 'module' })
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = ({ message }) => reject(new Error(message))
      worker.postMessage(request)
    })
  },
  file,
  async takeIn(path) {
    let reports = 0
    const signal = new AbortController().signal
    const outcome = await outcomeOf(engine.takeIn(file(), path, { signal, report: () => (reports += 1) }))
    return { ...outcome, reports }
  },
  async cancelAfter(bytes) {
    const controller = new AbortController()
    let reached = 0
    const report = (done: number) => {
      reached = done
      if (done >= bytes) controller.abort(new DOMException('stopped', 'AbortError'))
    }
    const outcome = await outcomeOf(engine.takeIn(file(), 'x', { signal: controller.signal, report }))
    return { ...outcome, reached }
  },
  async open(bytesUrl, mediaType) {
    const bytes = new Uint8Array(await (await fetch(bytesUrl)).arrayBuffer())
    return outcomeOf(
      engine.openPreview(bytes, mediaType, new AbortController().signal).then((opened) => {
        document_ = opened
        return opened.pageCount
      }),
    )
  },
  size: (index) => document_!.pageSize(index),
  async draw(index, scale) {
    const bitmap = await document_!.draw(index, scale, new AbortController().signal)
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { width, height } = canvas
    const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data]
    return {
      width,
      height,
      pixels: [...at(1, 1), ...at(width - 2, 1), ...at(1, height - 2), ...at(width - 2, height - 2)],
    }
  },
  async verify({ folder = false, trusted = [], stopAfter } = {}) {
    const controller = new AbortController()
    let reports = 0
    if (stopAfter !== undefined)
      setTimeout(() => controller.abort(new DOMException('stopped', 'AbortError')), stopAfter)
    const certificates = trusted.map((text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)))
    const outcome = await outcomeOf(
      engine.verify(subject(folder), certificates, {
        signal: controller.signal,
        report: () => (reports += 1),
      }),
    )
    verified = outcome.value as VerificationReport | undefined
    return { ...outcome, reports }
  },
  lookAt: () =>
    outcomeOf(
      engine.lookAt(subject(false), { signal: new AbortController().signal, report: () => undefined }),
    ),
  async writeReport(form, language) {
    const bytes = await engine.writeReport({
      report: verified!,
      circumstances: {
        subject: { name: '卷.zip', kind: 'file' },
        verifiedAt: new Date('2026-12-01T02:03:04Z'),
        program: { name: 'Rights Dossier', version: '0.0.0' },
        language,
        ownIdentity: false,
      },
      form,
    })
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  },
  close: () => document_?.close(),
  longestStall: () => {
    const found = longest
    longest = 0
    return found
  },
}
Object.assign(globalThis, { page })
