import { stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { readFile } from 'node:fs/promises'
import { providePdfium, surveySource, takeIn } from '../engine/jobs.ts'
import { Failure } from '../shared/contract/failure.ts'
import { fileSource } from './files/file-source.ts'
import { nodeHashing } from './files/node-hashing.ts'
import { readPdfium } from './files/packaged-files.ts'
import { reasonOf } from './files/reason.ts'

/** What a throw-away worker is asked: to hash one original, or to open it and count its pages. */
export type WorkerRequest =
  | { readonly kind: 'take-in'; readonly name: string; readonly path: string }
  | { readonly kind: 'survey'; readonly label: string; readonly path: string; readonly mediaType: string }

export type WorkerReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code?: string; readonly reason: string }

async function answer(request: WorkerRequest): Promise<unknown> {
  if (request.kind === 'survey') {
    return surveySource({
      bytes: new Uint8Array(await readFile(request.path)),
      mediaType: request.mediaType,
      label: request.label,
      hashing: nodeHashing,
      at: new Date(),
    })
  }
  const { size } = await stat(request.path)
  return takeIn(request.name, fileSource(request.path, size), nodeHashing, new AbortController().signal)
}

providePdfium(readPdfium)
const port = parentPort
port?.on('message', (request: WorkerRequest) => {
  answer(request).then(
    (value) => port.postMessage({ ok: true, value } satisfies WorkerReply),
    (error: unknown) =>
      port.postMessage({
        ok: false,
        ...(error instanceof Failure ? { code: error.code } : {}),
        reason: reasonOf(error),
      } satisfies WorkerReply),
  )
})
