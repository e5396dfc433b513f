import { workerError } from '../platform/served.ts'
import { fromWire, type IdentityReply, type IdentityRequest, type WorkerPort } from './wire.ts'

export type IdentityPort = WorkerPort<IdentityRequest, IdentityReply>

/**
 * Asks one thing of a worker, which ends with its answer, or when the signal says so: a key in it ends with it. Throws
 * Failure identity.*, certificate.unreadable, AbortError.
 */
export async function askIdentityWorker(
  start: () => IdentityPort,
  request: IdentityRequest,
  signal: AbortSignal,
): Promise<Exclude<IdentityReply, { kind: 'failed' }>> {
  signal.throwIfAborted()
  const port = start()
  let stop: (() => void) | undefined
  try {
    return await new Promise((resolve, reject) => {
      stop = () => reject(signal.reason as Error)
      signal.addEventListener('abort', stop, { once: true })
      port.onmessage = ({ data: reply }) => {
        if (reply.kind === 'failed') reject(fromWire(reply.error))
        else resolve(reply)
      }
      port.onerror = (event) => {
        event.preventDefault()
        reject(workerError('identity', event))
      }
      port.postMessage(request)
    })
  } finally {
    if (stop) signal.removeEventListener('abort', stop)
    port.terminate()
  }
}
