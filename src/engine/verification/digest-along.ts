import { hexOf } from '../../shared/domain/hex.ts'
import type { ByteSource, Bytes, Hasher, HashThread } from '../ports.ts'

/** A source whose own digest comes along while other things are read of it. */
export interface DigestAlong {
  readonly source: ByteSource
  /** Reads what was not streamed so far; gives the digest of all bytes in lower-case hex. */
  end(signal: AbortSignal): Promise<string>
}

/** What lies between two files of an archive, or two parts of a signed PDF, is read in between up to this size. */
const largestGap = 33_554_432

/**
 * Digests a source in the order of its bytes while it is streamed, so that a large file is read once. Whatever is
 * streamed elsewhere first is passed over and read again in the end.
 */
export function digestAlong(source: ByteSource, hash: Hasher | HashThread): DigestAlong {
  let position = 0
  const feed = async (bytes: Bytes): Promise<void> => {
    position += bytes.length
    await hash.update(bytes)
  }
  const heard = async (offset: number, bytes: Bytes): Promise<void> => {
    const gap = offset - position
    if (gap > 0 && gap <= largestGap) await feed(await source.read(position, gap))
    if (offset <= position && position < offset + bytes.length) await feed(bytes.subarray(position - offset))
  }
  return {
    source: {
      size: source.size,
      read: (offset, length) => source.read(offset, length),
      async *stream(start = 0, end = source.size) {
        let offset = start
        for await (const chunk of source.stream(start, end)) {
          const next = offset + chunk.length
          await heard(offset, chunk)
          yield chunk
          offset = next
        }
      },
    },
    async end(signal) {
      try {
        for await (const chunk of source.stream(position, source.size)) {
          signal.throwIfAborted()
          await feed(chunk)
        }
        return hexOf(await hash.digest())
      } finally {
        if ('drop' in hash) hash.drop()
      }
    },
  }
}
