import type { ByteSource, Bytes } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'

/** Read, hashed and stored in pieces of this size. */
export const chunkBytes = 4 * 1024 * 1024

/**
 * A picked file as the engine reads it; while one chunk is worked on, the next one is read. `name` is for failures.
 * Throws Failure intake.changed, intake.vanished, intake.unreadable.
 */
export function pickedFileSource(file: File, name: string): ByteSource {
  const read = async (start: number, end: number): Promise<Bytes> => {
    const expected = Math.max(0, Math.min(end, file.size) - start)
    let bytes: Bytes
    try {
      bytes = new Uint8Array(await file.slice(start, end).arrayBuffer())
    } catch (error) {
      throw readFailure(error, name)
    }
    if (bytes.length !== expected) throw await whatHappened(file, name)
    return bytes
  }
  return sourceOf(file.size, read)
}

/** A source of `size` bytes that `read` gives from start to end; one chunk is read ahead. */
export function sourceOf(size: number, read: (start: number, end: number) => Promise<Bytes>): ByteSource {
  return {
    size,
    read: (offset, length) => read(offset, offset + length),
    async *stream(start = 0, end = size) {
      let next = start < end ? read(start, Math.min(start + chunkBytes, end)) : undefined
      for (let offset = start; next !== undefined; offset += chunkBytes) {
        const chunk: Bytes = await next
        const following = offset + chunkBytes
        next = following < end ? read(following, Math.min(following + chunkBytes, end)) : undefined
        // Nobody may be waiting for it when the reader stops early.
        next?.catch(() => undefined)
        yield chunk
      }
    },
  }
}

/**
 * Makes sure the file is still what was picked: the browser refuses to read one whose time of change is another.
 * Throws as `pickedFileSource`.
 */
export async function assertUnchanged(file: File, name: string, before: FileMark): Promise<void> {
  if (file.size !== before.size || file.lastModified !== before.lastModified) {
    throw await whatHappened(file, name)
  }
  try {
    // A slice of nothing is not looked up on the disk, and a file that is gone may have the size 0.
    await (file.size === 0 ? file : file.slice(file.size - 1)).arrayBuffer()
  } catch (error) {
    throw readFailure(error, name)
  }
}

/** What a changed file changes. */
export type FileMark = Pick<File, 'size' | 'lastModified'>

async function whatHappened(file: File, name: string): Promise<unknown> {
  try {
    await (file.size > chunkBytes ? file.slice(0, 1) : file).arrayBuffer()
  } catch (error) {
    return readFailure(error, name)
  }
  return new Failure('intake.changed', { name })
}

function readFailure(error: unknown, name: string): unknown {
  const reason = error instanceof Error ? error.name : ''
  if (reason === 'NotFoundError') return new Failure('intake.vanished', { name }, error)
  // Written to since it was chosen, or held by another program: browsers say no more than that.
  if (reason === 'NotReadableError') return new Failure('intake.changed', { name }, error)
  if (error instanceof DOMException) return new Failure('intake.unreadable', { name, reason }, error)
  return error
}
