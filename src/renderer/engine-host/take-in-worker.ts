import { takeIn } from '../../engine/jobs.ts'
import { contentWriter } from '../register/content-writer.ts'
import { ProgressThrottle } from './progress-throttle.ts'
import { takeInFile } from './take-in-file.ts'
import { wasmHashing } from './wasm-hashing.ts'
import { type TakeInReply, type TakeInRequest, toWire } from './wire.ts'

/** The worker that takes originals in, one at a time; its client waits for one to end before it sends the next. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<TakeInRequest>) => void) | null
  postMessage(reply: TakeInReply): void
}
const scope = globalThis as unknown as WorkerScope

const running = new Map<number, AbortController>()

scope.onmessage = ({ data: request }) => {
  if (request.kind === 'cancel') running.get(request.id)?.abort()
  else void perform(request)
}

async function perform(request: Extract<TakeInRequest, { kind: 'take-in' }>): Promise<void> {
  const { id, file, path, vault } = request
  const controller = new AbortController()
  running.set(id, controller)
  const throttle = new ProgressThrottle(file.size, () => performance.now())
  try {
    const result = await takeInFile(file, path, {
      takeIn,
      hashing: wasmHashing,
      openSink: vault && ((bytes) => contentWriter(vault, bytes)),
      signal: controller.signal,
      report: (bytesDone) => {
        if (throttle.passes(bytesDone)) scope.postMessage({ kind: 'progress', id, bytesDone })
      },
    })
    scope.postMessage({ kind: 'done', id, result })
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, error: toWire(error) })
  } finally {
    running.delete(id)
  }
}
