import limits from '../../../resources/limits.json'
import {
  describeCertificate,
  digestsOf,
  type FileTree,
  lookAtFile,
  lookAtFolder,
  parsePemCertificates,
  verificationJson,
  verificationPaper,
  verifyFile,
  verifyFolder,
  type VerifyOptions,
} from '../../engine/jobs.ts'
import type { Bytes, ByteSource } from '../../engine/ports.ts'
import { DigestThreads } from './digest-threads.ts'
import type { ReadCertificate, ReportRequest, VerifySubject } from './engine.ts'
import { verifiableSource } from './handed-source.ts'
import { paperFonts } from './paper-fonts.ts'
import { ProgressThrottle } from './progress-throttle.ts'
import { wasmHashing } from './wasm-hashing.ts'
import { toWire, type VerifyReply, type VerifyRequest } from './wire.ts'

/** The throw-away worker that reads one foreign bundle as a stranger; its client ends it when it hangs. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<VerifyRequest>) => void) | null
  postMessage(reply: VerifyReply, transfer?: Transferable[]): void
}
const scope = globalThis as unknown as WorkerScope

const lifeSignMs = 1000
/** The digest of a larger file is made when somebody asks for it: it would take a fifth of the time. */
const alongBytes = 268_435_456

const threads = new DigestThreads(
  () => new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module', name: 'digest' }),
)

scope.onmessage = ({ data: request }) => {
  setInterval(() => scope.postMessage({ kind: 'alive' }), lifeSignMs)
  answer(request).then(
    (reply) => scope.postMessage(reply),
    (error: unknown) => scope.postMessage({ kind: 'failed', error: toWire(error) }),
  )
}

async function answer(request: VerifyRequest): Promise<VerifyReply> {
  switch (request.kind) {
    case 'verify': {
      const { subject } = request
      const isSmall = subject.kind === 'file' && subject.file.size <= alongBytes
      const options = optionsOf(request.trusted, isSmall)
      const report =
        subject.kind === 'file'
          ? await verifyFile(verifiableSource(subject.file, subject.file.name), options)
          : await verifyFolder(treeOf(subject), options)
      return { kind: 'verified', report }
    }
    case 'look': {
      const { subject } = request
      const options = optionsOf([])
      const look =
        subject.kind === 'file'
          ? await lookAtFile(verifiableSource(subject.file, subject.file.name), options)
          : await lookAtFolder(treeOf(subject), options)
      return { kind: 'looked', look }
    }
    case 'digest': {
      const { file } = request
      const { signal, report } = optionsOf([])
      const source = verifiableSource(file, file.name)
      const heard = reporting(source, (done) => report('verify', done, file.size))
      return { kind: 'digested', sha256: (await digestsOf(heard, ['sha256'], wasmHashing, signal)).sha256 }
    }
    case 'report':
      return { kind: 'reported', bytes: await writeReport(request.made) }
    case 'certificates':
      return { kind: 'described', certificates: await readCertificates(request.bytes) }
  }
}

function optionsOf(trusted: readonly Bytes[], digestOfFile = false): VerifyOptions {
  let throttle: ProgressThrottle | undefined
  return {
    trusted,
    at: new Date(),
    hashing: { ...wasmHashing, thread: (name) => threads.open(name) },
    limits,
    digestOfFile,
    // The worker is ended when it is not wanted any more.
    signal: new AbortController().signal,
    report(_step, bytesDone, bytesTotal) {
      throttle ??= new ProgressThrottle(bytesTotal, () => performance.now())
      if (throttle.passes(bytesDone)) scope.postMessage({ kind: 'progress', bytesDone, bytesTotal })
    },
  }
}

async function* reporting(source: ByteSource, passed: (done: number) => void): AsyncGenerator<Bytes> {
  let done = 0
  for await (const chunk of source.stream()) {
    yield chunk
    done += chunk.length
    passed(done)
  }
}

/** A dropped folder; what could not be opened is listed all the same, so that it is missed by nobody. */
function treeOf({ files, unreadable = [] }: Extract<VerifySubject, { kind: 'folder' }>): FileTree {
  return {
    async *list() {
      for (const [path, file] of files) yield { path, size: file.size }
      for (const path of unreadable) yield { path, size: 0 }
    },
    open: async (path) => {
      const file = files.get(path)
      if (!file) throw new DOMException(path, 'NotReadableError')
      return verifiableSource(file, path)
    },
  }
}

async function writeReport({ report, circumstances, form }: ReportRequest): Promise<Bytes> {
  if (form === 'pdf') return verificationPaper(report, circumstances, await paperFonts())
  const data = await verificationJson(report, circumstances, 'window')
  return new TextEncoder().encode(`${JSON.stringify(data, undefined, 2)}\n`)
}

async function readCertificates(bytes: Bytes): Promise<ReadCertificate[]> {
  const text = new TextDecoder('latin1').decode(bytes)
  const found = text.includes('-----BEGIN') ? await parsePemCertificates(text) : [bytes]
  return Promise.all(found.map(async (der) => ({ der, described: await describeCertificate(der) })))
}
