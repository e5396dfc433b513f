import { finding } from '../../shared/contract/finding.ts'
import type { QuickLook, VerificationReport } from '../../engine/jobs.ts'
import { workerError } from '../platform/served.ts'
import type { VerifyControl, VerifySubject } from './engine.ts'
import { fromWire, type VerifyReply, type VerifyRequest, type WorkerPort } from './wire.ts'

export type VerifyPort = WorkerPort<VerifyRequest, VerifyReply>

/** A worker that gave no sign of life between two looks is ended; it gives one each second. */
const lookMs = 10_000

/** The bytes brought the worker down, or kept it busy for ever. */
class Overcome extends Error {
  readonly reason: 'timeout' | 'crash'

  constructor(reason: 'timeout' | 'crash') {
    super(`the verify worker ended: ${reason}`)
    this.reason = reason
  }
}

/** Verifies in a worker of its own. Throws as `Engine.verify`. */
export async function verifyIn(
  port: VerifyPort,
  subject: VerifySubject,
  trusted: readonly Uint8Array<ArrayBuffer>[],
  control: VerifyControl,
): Promise<VerificationReport> {
  try {
    const reply = await ask(port, { kind: 'verify', subject, trusted }, control)
    if (reply.kind === 'verified') return reply.report
    throw new Error(`unexpected reply ${reply.kind}`)
  } catch (error) {
    if (!(error instanceof Overcome)) throw error
    return {
      integrity: 'cannot-confirm',
      signer: 'none',
      time: 'none',
      findings: [finding('container.not-checked', '', { reason: error.reason })],
      details: { kind: 'unknown', files: 0, bytes: bytesOf(subject) },
    }
  }
}

/** Looks in a worker of its own. Throws as `Engine.lookAt`. */
export async function lookIn(
  port: VerifyPort,
  subject: VerifySubject,
  control: VerifyControl,
): Promise<QuickLook> {
  try {
    const reply = await ask(port, { kind: 'look', subject, trusted: [] }, control)
    if (reply.kind === 'looked') return reply.look
    throw new Error(`unexpected reply ${reply.kind}`)
  } catch (error) {
    if (!(error instanceof Overcome)) throw error
    return {
      kind: 'unknown',
      bytes: bytesOf(subject),
      files: [],
      missing: [],
      unlisted: [],
      list: 'none',
      changedLists: [],
      oddities: 1,
      draft: false,
    }
  }
}

/** Asks one thing and ends the worker: when it answered, hung or crashed, and at once when stopped. */
export function ask(port: VerifyPort, request: VerifyRequest, control: VerifyControl): Promise<VerifyReply> {
  const { signal } = control
  return new Promise<VerifyReply>((resolve, reject) => {
    let isAlive = true
    const watch = setInterval(() => {
      if (!isAlive) end(() => reject(new Overcome('timeout')))
      isAlive = false
    }, lookMs)
    const stop = () => end(() => reject(signal.reason as Error))
    const end = (settle: () => void) => {
      clearInterval(watch)
      signal.removeEventListener('abort', stop)
      port.onmessage = null
      port.terminate()
      settle()
    }
    port.onmessage = ({ data: reply }) => {
      isAlive = true
      if (reply.kind === 'progress') control.report(reply.bytesDone, reply.bytesTotal)
      else if (reply.kind === 'failed') end(() => reject(fromWire(reply.error)))
      else if (reply.kind !== 'alive') end(() => resolve(reply))
    }
    port.onerror = (event) => {
      event.preventDefault()
      // A bundle may end its worker; one that never began is not the bundle's.
      end(() => reject(event.message ? new Overcome('crash') : workerError('verify', event)))
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    port.postMessage(request)
  })
}

function bytesOf(subject: VerifySubject): number {
  if (subject.kind === 'file') return subject.file.size
  return [...subject.files.values()].reduce((sum, { size }) => sum + size, 0)
}
