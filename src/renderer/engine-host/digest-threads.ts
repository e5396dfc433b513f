import type { HashName, HashThread } from '../../engine/ports.ts'
import type { DigestReply, DigestRequest, WorkerPort } from './wire.ts'

export type DigestPort = WorkerPort<DigestRequest, DigestReply>

/** More digests than this at once are computed by whoever asks. */
const mostThreads = 4
/** Bytes a thread is given at once. */
const atOnce = 1024 * 1024
/** Such pieces a thread may have waiting: one is hashed while the next ones come. */
const mostWaiting = 3

/** Threads that compute digests, started when they are first needed and used again. */
export class DigestThreads {
  readonly #start: () => DigestPort
  readonly #idle: ThreadCalls[] = []
  #count = 0

  constructor(start: () => DigestPort) {
    this.#start = start
  }

  /** A digest on a thread of its own; undefined when all are busy, or a thread does not start. */
  async open(name: HashName): Promise<HashThread | undefined> {
    const calls = this.#idle.pop() ?? this.#another()
    if (!calls) return undefined
    try {
      await calls.post({ kind: 'begin', name })
    } catch {
      return undefined
    }
    let isOpen = true
    const close = () => {
      if (isOpen) this.#idle.push(calls)
      isOpen = false
    }
    return {
      async update(bytes) {
        // Given up, it belongs to another digest already.
        for (let at = 0; isOpen && at < bytes.length; at += atOnce) {
          const room = calls.postCopy(bytes.subarray(at, at + atOnce))
          if (room) await room
        }
      },
      async digest() {
        const reply = await calls.post({ kind: 'end' })
        close()
        return reply.kind === 'digest' ? reply.digest : new Uint8Array()
      },
      // What it was still told is answered before the next digest begins.
      drop: close,
    }
  }

  #another(): ThreadCalls | undefined {
    if (this.#count >= mostThreads) return undefined
    this.#count += 1
    return new ThreadCalls(this.#start())
  }
}

interface Waiting {
  readonly resolve: (reply: DigestReply) => void
  readonly reject: (error: Error) => void
}

/** One thread; it answers in the order in which it is asked. */
class ThreadCalls {
  readonly #port: DigestPort
  readonly #waiting: Waiting[] = []
  /** Buffers that came back: new memory costs more than the copy. */
  readonly #buffers: ArrayBuffer[] = []
  readonly #answers: Promise<DigestReply>[] = []

  constructor(port: DigestPort) {
    this.#port = port
    port.onmessage = ({ data }) => this.#waiting.shift()?.resolve(data)
    port.onerror = (event) => {
      event.preventDefault()
      for (const { reject } of this.#waiting.splice(0)) reject(new Error('a digest thread ended'))
    }
  }

  post(request: DigestRequest, transfer: Transferable[] = []): Promise<DigestReply> {
    const answer = new Promise<DigestReply>((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#port.postMessage(request, transfer)
    })
    this.#answers.push(answer)
    answer.finally(() => this.#answers.shift()).catch(() => undefined)
    return answer
  }

  #takeBuffer(length: number): ArrayBuffer {
    const known = this.#buffers.pop()
    return known && known.byteLength >= length ? known : new ArrayBuffer(length)
  }

  /** Posts a copy of the bytes; gives what to wait for before the next ones, where there is no room for them. */
  postCopy(bytes: Uint8Array): Promise<unknown> | undefined {
    const buffer = this.#takeBuffer(bytes.length)
    new Uint8Array(buffer).set(bytes)
    this.post({ kind: 'update', buffer, length: bytes.length }, [buffer]).then(
      (reply) => {
        if (reply.kind === 'ready' && reply.buffer) this.#buffers.push(reply.buffer)
      },
      // A thread that ends is heard of by whoever waits for room, or for the digest.
      () => undefined,
    )
    return this.#answers.length > mostWaiting ? this.#answers[0] : undefined
  }
}
