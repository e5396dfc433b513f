import { open, readFile } from 'node:fs/promises'
import type { Bytes } from '../../engine/ports.ts'

/** What the buffer grows by; memory of it that no file has needed yet is not taken from the system. */
const growth = 1 << 24

/** Reads whole files, one after the other, into one buffer: the bytes last until the next reading. */
export class WholeFileReader {
  // Large garbage would wait long for its collection, for the collector does not feel its weight.
  private buffer = new Uint8Array(0)

  /** All bytes of a file. Rejects as `node:fs` does. */
  async read(path: string): Promise<Bytes> {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (this.buffer.length < size) this.buffer = new Uint8Array(Math.ceil(size / growth) * growth)
      let filled = 0
      while (filled < size) {
        const { bytesRead } = await file.read(this.buffer, filled, size - filled, filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return this.buffer.subarray(0, filled)
    } finally {
      await file.close()
    }
  }
}

/** All bytes of a file in memory of their own, as they were read and not copied once more. */
export async function readBytes(path: string): Promise<Bytes> {
  const { buffer, byteOffset, length } = await readFile(path)
  return new Uint8Array(buffer, byteOffset, length)
}
