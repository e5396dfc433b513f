import type { ByteSink, ByteSource, Bytes, OutputFile, OutputFolder } from '../../src/engine/ports.ts'

export { nodeHashing } from '../../src/cli/files/node-hashing.ts'

/** A source over bytes in memory. It reuses its chunk, as the port allows, so that careless readers are caught. */
export function memorySource(bytes: Uint8Array, chunkBytes = 65_536): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => new Uint8Array(bytes.subarray(offset, offset + length)),
    async *stream(start = 0, end = bytes.length) {
      const chunk = new Uint8Array(chunkBytes)
      for (let at = start; at < end; at += chunkBytes) {
        const part = bytes.subarray(at, Math.min(at + chunkBytes, end))
        chunk.set(part)
        yield chunk.subarray(0, part.length)
        chunk.fill(0xee)
      }
    },
  }
}

/** A sink that keeps what it is given, copying as the port allows chunks to be reused. */
export class MemorySink implements ByteSink {
  readonly #parts: Bytes[] = []

  async write(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) this.#parts.push(new Uint8Array(chunk))
  }

  get bytes(): Bytes {
    return new Uint8Array(Buffer.concat(this.#parts))
  }
}

/** An output folder in memory. */
export class MemoryFolder implements OutputFolder {
  readonly files = new Map<string, Bytes>()

  async create(path: string): Promise<OutputFile> {
    const sink = new MemorySink()
    return {
      write: (chunks) => sink.write(chunks),
      close: async () => {
        this.files.set(path, sink.bytes)
        return memorySource(sink.bytes)
      },
    }
  }

  async claim(): Promise<void> {}

  async reserve(): Promise<void> {}
  async publish(): Promise<void> {}

  async discard(): Promise<void> {
    this.files.clear()
  }
}

/** All bytes of a stream. */
export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const sink = new MemorySink()
  for await (const chunk of stream) await sink.write([chunk])
  return sink.bytes
}
