import type { ByteSink, Bytes } from '../ports.ts'
import { crc32, type Crc32 } from './crc32.ts'
import { deflateBytes, deflateStream } from './deflate.ts'
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

/** Up to this size a file is deflated in one piece, so that its header can say its sizes beforehand. */
const oneShotBytes = 1_048_576

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
    const { size, crc32: crc } = known
    if (size !== undefined && crc !== undefined) {
      const record = this.#record(name, methods.stored, { size, compressedSize: size, crc32: crc })
      return this.#addStream(record, source, known)
    }
    return this.#addStream(this.#openRecord(name, methods.stored, size), source, known)
  }

  /** Adds a file deflated, or stored where that is not larger. Throws RangeError like `addStored`. */
  async addDeflated(
    name: string,
    source: Bytes | AsyncIterable<Bytes>,
    known: KnownFile = {},
  ): Promise<void> {
    if (source instanceof Uint8Array) return this.#addDeflatedWhole(name, source)
    if (known.size === undefined || known.size > oneShotBytes)
      return this.#addStream(this.#openRecord(name, methods.deflated, known.size), source, known)
    const whole = await gather(source, known.size)
    if (known.crc32 !== undefined && this.#crc32(whole, 0) !== known.crc32) throw differs(name)
    return this.#addDeflatedWhole(name, whole)
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

  async #addDeflatedWhole(name: string, bytes: Bytes): Promise<void> {
    const deflated = deflateBytes(bytes)
    return deflated.length < bytes.length
      ? this.#addWhole(name, methods.deflated, bytes, deflated)
      : this.#addWhole(name, methods.stored, bytes, bytes)
  }

  async #addWhole(name: string, method: Method, bytes: Bytes, data: Bytes): Promise<void> {
    const crc = this.#crc32(bytes, 0)
    const record = this.#record(name, method, {
      size: bytes.length,
      compressedSize: data.length,
      crc32: crc,
    })
    await this.#write([localHeader(record, this.#moment), data])
    this.#records.push(record)
  }

  async #addStream(record: ZipRecord, source: AsyncIterable<Bytes>, known: KnownFile): Promise<void> {
    await this.#write([localHeader(record, this.#moment)])
    const start = this.#offset
    let crc = 0
    let size = 0
    const calculate = this.#crc32
    async function* counted(): AsyncGenerator<Bytes> {
      for await (const chunk of source) {
        crc = calculate(chunk, crc)
        size += chunk.length
        yield chunk
      }
    }
    const data = record.method === methods.stored ? counted() : deflateStream(counted())
    for await (const chunk of data) await this.#write([chunk])

    const written = { ...record, crc32: crc, size, compressedSize: this.#offset - start }
    if (known.size !== undefined && known.size !== size) throw differs(decode(record.name))
    if (known.crc32 !== undefined && known.crc32 !== crc) throw differs(decode(record.name))
    if (record.descriptor) await this.#write([dataDescriptor(written)])
    this.#records.push(written)
  }

  #record(
    name: string,
    method: Method,
    sizes: Pick<ZipRecord, 'size' | 'compressedSize' | 'crc32'>,
  ): ZipRecord {
    const wide = sizes.size >= full32 || sizes.compressedSize >= full32
    return { name: encode(name), method, offset: this.#offset, descriptor: false, wide, ...sizes }
  }

  /** A record whose CRC, or more, follows the data. */
  #openRecord(name: string, method: Method, size: number | undefined): ZipRecord {
    // Incompressible bytes grow when deflated: five for every stored block, and blocks hold 32 KiB or more.
    const most = size === undefined ? full32 : method === methods.stored ? size : size + size / 4096 + 64
    return {
      name: encode(name),
      method,
      offset: this.#offset,
      descriptor: true,
      wide: most >= full32,
      crc32: 0,
      size: 0,
      compressedSize: 0,
    }
  }

  async #write(chunks: readonly Uint8Array[]): Promise<void> {
    this.#signal?.throwIfAborted()
    await this.#sink.write(chunks)
    for (const chunk of chunks) this.#offset += chunk.length
  }
}

async function gather(source: AsyncIterable<Bytes>, size: number): Promise<Bytes> {
  const whole = new Uint8Array(size)
  let filled = 0
  for await (const chunk of source) {
    if (filled + chunk.length > size) throw new RangeError('source is longer than its known size')
    whole.set(chunk, filled)
    filled += chunk.length
  }
  if (filled < size) throw new RangeError('source is shorter than its known size')
  return whole
}

const differs = (name: string): RangeError => new RangeError(`${name} differs from its known size or CRC`)
const encode = (name: string): Bytes => new TextEncoder().encode(name)
const decode = (name: Bytes): string => new TextDecoder().decode(name)
