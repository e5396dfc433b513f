import { open } from 'node:fs/promises'
import type { Bytes, ByteSource } from '../../engine/ports.ts'

const chunkBytes = 1 << 20

/** A file as a source of bytes. Opened for each reading, so that a changed file is noticed by its hash. */
export function fileSource(path: string, size: number): ByteSource {
  return {
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
        const buffers = [new Uint8Array(chunkBytes), new Uint8Array(chunkBytes)]
        let position = start
        for (let turn = 0; position < end; turn++) {
          const buffer = buffers[turn % 2] ?? new Uint8Array(chunkBytes)
          const { bytesRead } = await file.read(buffer, 0, Math.min(chunkBytes, end - position), position)
          if (bytesRead === 0) return
          position += bytesRead
          yield buffer.subarray(0, bytesRead)
        }
      } finally {
        await file.close()
      }
    },
  }
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
