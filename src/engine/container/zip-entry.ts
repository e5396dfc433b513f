import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { crc32, type Crc32 } from './crc32.ts'
import { methods } from './zip-format.ts'
import type { OpenedZip, ZipEntry } from './zip-reader.ts'

/** Thrown while an entry is read whose bytes are not what its headers say; carries the finding. */
export class DamagedEntry extends Error {
  readonly finding: Finding

  constructor(found: Finding) {
    super(`${found.code} ${found.subject}`)
    this.name = 'DamagedEntry'
    this.finding = found
  }
}

/**
 * The bytes of an entry, checked for length and CRC-32. Never gives more bytes than the entry declares.
 * Throws DamagedEntry; what the source throws passes through.
 */
export async function* readEntry(
  zip: OpenedZip,
  entry: ZipEntry,
  checksum: Crc32 = crc32,
): AsyncGenerator<Bytes> {
  const packed = zip.source.stream(entry.dataOffset, entry.dataOffset + entry.compressedSize)
  let size = 0
  let crc = 0
  for await (const chunk of entry.method === methods.stored ? packed : inflate(packed, entry.name)) {
    size += chunk.length
    if (size > entry.size) break
    crc = checksum(chunk, crc)
    yield chunk
  }
  if (size !== entry.size)
    throw new DamagedEntry(finding('zip.size-wrong', entry.name, { bytes: entry.size }))
  if (crc !== entry.crc32) throw new DamagedEntry(finding('zip.crc-wrong', entry.name))
}

/** Random access to a stored entry; undefined for a deflated one. Does not check the CRC. */
export function entrySource(zip: OpenedZip, entry: ZipEntry): ByteSource | undefined {
  if (entry.method !== methods.stored) return undefined
  const { source } = zip
  const { dataOffset: start, size } = entry
  const within = (at: number): number => Math.min(Math.max(at, 0), size)
  return {
    size,
    read: (offset, length) => source.read(start + within(offset), within(offset + length) - within(offset)),
    stream: (from = 0, to = size) => source.stream(start + within(from), start + within(to)),
  }
}

/** Inflates natively; the stream must end where the packed bytes end. */
async function* inflate(packed: AsyncIterable<Bytes>, name: string): AsyncGenerator<Bytes> {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const reader = readable.getReader()
  const feeding = feed(packed, writable.getWriter())
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield value
    }
    await feeding.then(rethrow)
  } catch (error) {
    const failure = await feeding
    if (failure !== undefined && !failure.fromStream) throw failure.error
    throw error instanceof TypeError || failure !== undefined
      ? new DamagedEntry(finding('zip.data-damaged', name))
      : error
  } finally {
    // Ends the feeding, too, when the caller stops early.
    await reader.cancel().catch(() => undefined)
  }
}

interface FeedFailure {
  readonly error: unknown
  /** Whether the decompressor refused the bytes; otherwise the source could not be read. */
  readonly fromStream: boolean
}

async function feed(
  packed: AsyncIterable<Bytes>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<FeedFailure | undefined> {
  let fromStream = false
  try {
    for await (const chunk of packed) {
      fromStream = true
      await writer.ready
      // The source may reuse its chunk before the decompressor has read it.
      await writer.write(chunk.slice())
      fromStream = false
    }
    fromStream = true
    await writer.close()
    return undefined
  } catch (error) {
    await writer.abort(error).catch(() => undefined)
    return { error, fromStream }
  }
}

function rethrow(failure: FeedFailure | undefined): void {
  if (failure !== undefined) throw failure.error
}
