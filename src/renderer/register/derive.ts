import { whyNotLoaded, workerError } from '../platform/served.ts'

/** How costly it is to try one passphrase; stored with what it opens. */
export interface Argon2Parameters {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** RFC 9106, second recommended choice: 64 MiB, three passes; one lane, for the window has one thread for it. */
export const argon2Parameters: Argon2Parameters = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }

export interface DeriveRequest extends Argon2Parameters {
  /** Normalised. */
  readonly passphrase: string
  readonly salt: Uint8Array<ArrayBuffer>
}

export type Derive = (request: DeriveRequest) => Promise<Uint8Array<ArrayBuffer>>

/** Argon2id, 256 bits, in this thread: takes about half a second. */
export async function deriveHere(request: DeriveRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { argon2id } = await import('hash-wasm')
  const derived = await argon2id({
    password: request.passphrase,
    salt: request.salt,
    memorySize: request.memoryKiB,
    iterations: request.passes,
    parallelism: request.lanes,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(derived)
}

/**
 * The same in a worker of its own, so that the window goes on; the worker and its memory go when it is done. Throws Failure
 * window.not-served.
 */
export function deriveInWorker(request: DeriveRequest): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./derive-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<DeriveAnswer>) => {
      if ('derived' in event.data) resolve(event.data.derived)
      else reject(new Error(event.data.error))
    }
    worker.onerror = (event) => reject(workerError('derive', event))
    worker.postMessage(request)
  })
    .catch(async (error: unknown) => {
      throw await whyNotLoaded(error)
    })
    .finally(() => worker.terminate())
}

export type DeriveAnswer = { readonly derived: Uint8Array<ArrayBuffer> } | { readonly error: string }
