import type { Hasher } from '../../engine/ports.ts'
import { wasmHashing } from './wasm-hashing.ts'
import type { DigestReply, DigestRequest } from './wire.ts'

/** A thread that computes one digest at a time; `begin` forgets what was not ended. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<DigestRequest>) => void) | null
  postMessage(reply: DigestReply, transfer?: Transferable[]): void
}
const scope = globalThis as unknown as WorkerScope

let begun: Promise<Hasher> | undefined

scope.onmessage = ({ data: request }) => {
  if (request.kind === 'begin') begun = wasmHashing.create(request.name)
  void answer(request, begun)
}

async function answer(request: DigestRequest, begin: Promise<Hasher> | undefined): Promise<void> {
  const hash = await begin
  if (request.kind === 'begin') return scope.postMessage({ kind: 'ready' })
  if (request.kind === 'update') {
    const { buffer, length } = request
    hash?.update(new Uint8Array(buffer, 0, length))
    return scope.postMessage({ kind: 'ready', buffer }, [buffer])
  }
  const digest = hash?.digest() ?? new Uint8Array()
  scope.postMessage({ kind: 'digest', digest }, [digest.buffer])
}
