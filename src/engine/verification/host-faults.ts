import type { ByteSource } from '../ports.ts'
import type { FileTree } from './folder.ts'

/**
 * What `work` gives; `otherwise`, told the name of the error, where bytes brought this program down. Throws AbortError,
 * and what the host's disk threw.
 */
export async function orElse<T>(
  faults: HostFaults,
  work: () => Promise<T>,
  otherwise: (reason: string) => T,
): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if ((cause instanceof Error && cause.name === 'AbortError') || faults.includes(cause)) throw cause
    return otherwise(cause instanceof Error ? cause.name : 'unknown')
  }
}

/** Remembers what the host's files threw, to be told from what bad bytes brought about. */
export class HostFaults {
  readonly #faults = new Set<unknown>()

  /** Whether the host's disk is to blame. Asked for an impossible range, a host complains with RangeError or TypeError. */
  includes(cause: unknown): boolean {
    return this.#faults.has(cause) && !(cause instanceof RangeError || cause instanceof TypeError)
  }

  /** The same source, listened to. */
  source(source: ByteSource): ByteSource {
    return {
      size: source.size,
      read: (offset, length) => this.#heard(() => source.read(offset, length)),
      stream: (start, end) => this.#heardStream(() => source.stream(start, end)),
    }
  }

  /** The same folder, listened to. */
  tree(tree: FileTree): FileTree {
    return {
      list: () => this.#heardStream(() => tree.list()),
      open: async (path) => this.source(await this.#heard(() => tree.open(path))),
    }
  }

  async #heard<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action()
    } catch (cause) {
      this.#faults.add(cause)
      throw cause
    }
  }

  async *#heardStream<T>(open: () => AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* open()
    } catch (cause) {
      this.#faults.add(cause)
      throw cause
    }
  }
}
