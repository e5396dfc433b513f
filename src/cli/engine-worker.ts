import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import './one-file-libraries.ts'
import { Failure } from '../shared/contract/failure.ts'
import { reasonOf } from './files/reason.ts'
import type { WorkerReply, WorkerRequest } from './worker-request.ts'

// Every thread has to enable it for itself, and before it loads what is large: it halves the time to the first answer.
enableCompileCache()
const { answer } = await import('./engine-requests.ts')

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
