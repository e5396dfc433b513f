import type { ByteSink, Bytes } from '../ports.ts'
import { crc32, type Crc32 } from './crc32.ts'
import { deflateBytes } from './deflate.ts'
import {
  centralHeader,
  dataDescriptor,
  dosDateTime,
  endRecords,
  full32,
  localHeader,
  methods,
  type Method,
  type ZipRecord,
} from './zip-format.ts'

/** A larger file is stored: deflating is done in memory. Part of the format, for it decides bytes. */
export const largestDeflated = 16_777_216

/** What is known of a file before its bytes pass; what is known is checked and makes plainer headers. */
export interface KnownFile {
  readonly size?: number
  readonly crc32?: number
}

export interface ZipWriterOptions {
  /** The moment every entry carries, in UTC. */
  readonly modified: Date
  readonly crc32?: Crc32
  readonly signal?: AbortSignal
}

/**
 * Writes a ZIP file front to back: regular files only, UTF-8 names, no comments, ZIP64 only where a value
 * does not fit (PKWARE APPNOTE 6.3.10). The caller sorts and names the entries. Memory does not grow with
 * the size of a file. A file of unknown size gets 64-bit fields.
 */
export class ZipWriter {
  readonly #sink: ByteSink
  readonly #moment: ReturnType<typeof dosDateTime>
  readonly #crc32: Crc32
  readonly #signal: AbortSignal | undefined
  readonly #records: ZipRecord[] = []
  #offset = 0

  constructor(sink: ByteSink, options: ZipWriterOptions) {
    this.#sink = sink
    this.#moment = dosDateTime(options.modified)
    this.#crc32 = options.crc32 ?? crc32
    this.#signal = options.signal
  }

  /** Adds a file as it is. Throws RangeError when it differs from what was known of it. */
  async addStored(name: string, source: Bytes | AsyncIterable<Bytes>, known: KnownFile = {}): Promise<void> {
    if (source instanceof Uint8Array) return this.#addWhole(name, methods.stored, source, source)
    const record = this.#announce(name, known)
    await this.#write([localHeader(record, this.#moment)])
    const start = this.#offset
    let crc = 0
    for await (const chunk of source) {
      crc = this.#crc32(chunk, crc)
      await this.#write([chunk])
    }
    const size = this.#offset - start
    if (size !== (known.size ?? size) || crc !== (known.crc32 ?? crc)) throw differs(name)
    const written = { ...record, crc32: crc, size, compressedSize: size }
    if (record.descriptor) await this.#write([dataDescriptor(written)])
    this.#records.push(written)
  }

  /** Adds a file deflated; stored where that is no gain, and where its size is unknown or above 16 MiB. */
  async addDeflated(
    name: string,
    source: Bytes | AsyncIterable<Bytes>,
    known: KnownFile = {},
  ): Promise<void> {
    const size = source instanceof Uint8Array ? source.length : (known.size ?? Infinity)
    if (size > largestDeflated) return this.addStored(name, source, known)
    const whole = source instanceof Uint8Array ? source : await gather(name, source, size)
    if (known.crc32 !== undefined && this.#crc32(whole, 0) !== known.crc32) throw differs(name)
    const deflated = deflateBytes(whole)
    return deflated === undefined
      ? this.#addWhole(name, methods.stored, whole, whole)
      : this.#addWhole(name, methods.deflated, whole, deflated)
  }

  /** Writes the central directory and the end records; the size of the whole file and its entries. */
  async finish(): Promise<{ readonly bytes: number; readonly entries: number }> {
    const start = this.#offset
    for (let at = 0; at < this.#records.length; at += 256)
      await this.#write(
        this.#records.slice(at, at + 256).map((record) => centralHeader(record, this.#moment)),
      )
    await this.#write([endRecords(this.#records.length, start, this.#offset - start)])
    return { bytes: this.#offset, entries: this.#records.length }
  }

  async #addWhole(name: string, method: Method, bytes: Bytes, data: Bytes): Promise<void> {
    const record: ZipRecord = {
      name: encode(name),
      method,
      crc32: this.#crc32(bytes, 0),
      size: bytes.length,
      compressedSize: data.length,
      offset: this.#offset,
      descriptor: false,
      wide: bytes.length >= full32,
    }
    await this.#write([localHeader(record, this.#moment), data])
    this.#records.push(record)
  }

  /** The record of a stored stream before its bytes pass; what is not known follows them in a descriptor. */
  #announce(name: string, { size, crc32: crc }: KnownFile): ZipRecord {
    return {
      name: encode(name),
      method: methods.stored,
      crc32: crc ?? 0,
      size: size ?? 0,
      compressedSize: size ?? 0,
      offset: this.#offset,
      descriptor: size === undefined || crc === undefined,
      wide: (size ?? full32) >= full32,
    }
  }

  async #write(chunks: readonly Uint8Array[]): Promise<void> {
    this.#signal?.throwIfAborted()
    await this.#sink.write(chunks)
    for (const chunk of chunks) this.#offset += chunk.length
  }
}

async function gather(name: string, source: AsyncIterable<Bytes>, size: number): Promise<Bytes> {
  const whole = new Uint8Array(size)
  let filled = 0
  for await (const chunk of source) {
    if (filled + chunk.length > size) throw differs(name)
    whole.set(chunk, filled)
    filled += chunk.length
  }
  if (filled < size) throw differs(name)
  return whole
}

const differs = (name: string): RangeError => new RangeError(`${name} differs from its known size or CRC`)
const encode = (name: string): Bytes => new TextEncoder().encode(name)
