import { stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { digestsOf, providePdfium, surveySource, takeIn } from '../engine/jobs.ts'
import type { ByteSource } from '../engine/ports.ts'
import { fileSource } from './files/file-source.ts'
import { nodeHashing } from './files/node-hashing.ts'
import { readPdfium } from './files/pdfium-file.ts'
import { WholeFileReader } from './files/whole-file.ts'
import type { WorkerRequest } from './worker-request.ts'

providePdfium(readPdfium)
const reader = new WholeFileReader()
// A worker that shall stop is terminated, in the middle of whatever it does.
const { signal } = new AbortController()

/** Does in a worker what the main thread asks for. Rejects with what the engine and the file system throw. */
export async function answer(request: WorkerRequest): Promise<unknown> {
  switch (request.kind) {
    case 'take-in':
      return takeIn(request.name, await sourceAt(request.path), { hashing: nodeHashing, signal, crc32 })
    case 'survey':
      return surveySource({
        bytes: await reader.read(request.path),
        mediaType: request.mediaType,
        label: request.label,
        hashing: nodeHashing,
        at: new Date(),
      })
    case 'digest':
      return digestsOf((await sourceAt(request.path)).stream(), request.names, nodeHashing, signal)
  }
}

async function sourceAt(path: string): Promise<ByteSource> {
  return fileSource(path, (await stat(path)).size)
}
