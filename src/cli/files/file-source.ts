import { open } from 'node:fs/promises'
import type { Bytes, ByteSource } from '../../engine/ports.ts'

const chunkBytes = 1 << 20

/** Buffers of streams that were read to their end: large garbage would wait long for its collection. */
const spare: Bytes[] = []

const paths = new WeakMap<ByteSource, string>()

/** Where a source made here lies on the disk, for another thread to open it. */
export function pathOfSource(source: ByteSource): string | undefined {
  return paths.get(source)
}

/** A file as a source of bytes. Opened for each reading, so that a changed file is noticed by its hash. */
export function fileSource(path: string, size: number): ByteSource {
  const source: ByteSource = {
    size,
    async read(offset, length) {
      const file = await open(path, 'r')
      try {
        return await readFully(file, offset, Math.max(0, Math.min(length, size - offset)))
      } finally {
        await file.close()
      }
    },
    async *stream(start = 0, end = size) {
      const file = await open(path, 'r')
      try {
        // Two buffers in turn: the caller works on one while it asks for the other.
        let [buffer, other] = [takeBuffer(), takeBuffer()]
        for (let position = start; position < end;) {
          const { bytesRead } = await file.read(buffer, 0, Math.min(chunkBytes, end - position), position)
          if (bytesRead === 0) break
          position += bytesRead
          yield buffer.subarray(0, bytesRead)
          ;[buffer, other] = [other, buffer]
        }
        // Not after a break in the caller's loop: he may still look at his last chunk.
        spare.push(buffer, other)
      } finally {
        await file.close()
      }
    },
  }
  paths.set(source, path)
  return source
}

function takeBuffer(): Bytes {
  return spare.pop() ?? new Uint8Array(chunkBytes)
}

async function readFully(
  file: { read: (b: Uint8Array, o: number, l: number, p: number) => Promise<{ bytesRead: number }> },
  offset: number,
  length: number,
): Promise<Bytes> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled === length ? bytes : bytes.slice(0, filled)
}
