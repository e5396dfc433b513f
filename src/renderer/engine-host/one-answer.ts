import { workerError } from '../platform/served.ts'
import { fromWire, type WireError, type WorkerPort } from './wire.ts'

interface FailedReply {
  readonly kind: 'failed'
  readonly error: WireError
}

/**
 * Asks one thing of a worker, which ends with its answer, or when the signal says so: what it holds ends with it. Throws
 * what the worker says, AbortError; `name` says which worker did not load.
 */
export async function askOnce<Request, Reply extends { readonly kind: string }>(
  name: string,
  start: () => WorkerPort<Request, Reply>,
  request: Request,
  signal: AbortSignal,
): Promise<Exclude<Reply, FailedReply>> {
  signal.throwIfAborted()
  const port = start()
  let stop: (() => void) | undefined
  try {
    return await new Promise((resolve, reject) => {
      stop = () => reject(signal.reason as Error)
      signal.addEventListener('abort', stop, { once: true })
      port.onmessage = ({ data: reply }) => {
        if (isFailed(reply)) reject(fromWire(reply.error))
        else resolve(reply as Exclude<Reply, FailedReply>)
      }
      port.onerror = (event) => {
        event.preventDefault()
        reject(workerError(name, event))
      }
      port.postMessage(request)
    })
  } finally {
    if (stop) signal.removeEventListener('abort', stop)
    port.terminate()
  }
}

function isFailed(reply: { readonly kind: string }): reply is FailedReply {
  return reply.kind === 'failed'
}
