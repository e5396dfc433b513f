import { Failure } from '../../shared/contract/failure.ts'
import type { ByteSink } from '../ports.ts'
import { latin1Bytes } from './byte-stream.ts'
import type { ObjectWriter } from './object-writer.ts'

const chunkSize = 1 << 20
/** Below this a stream's bytes are copied into the text buffer, which is cheaper than one more chunk to write. */
const copiedBelow = 16384
/** Ten digits are all a cross-reference entry and our /ByteRange have room for. */
const lastOffset = 9_999_999_999

interface Mark {
  readonly position: number
  readonly next: number
  readonly buffer: Uint8Array<ArrayBuffer>
  readonly sealed: number
  readonly filled: number
  readonly queued: number
}

/**
 * Writes a PDF forward only: no seek, no second look. Between `begin` and `commit` nothing reaches the sink, so a
 * source that breaks half-way is rolled back; large streams wait as views of the source, not as copies.
 */
export class PdfWriter implements ObjectWriter {
  readonly #sink: ByteSink
  readonly #observe: (bytes: Uint8Array) => void
  readonly #offsets: number[] = [0]
  #queue: Uint8Array[] = []
  #buffer = new Uint8Array(chunkSize)
  #sealed = 0
  #filled = 0
  #next = 1
  #position = 0
  #mark: Mark | undefined

  /** `observe` sees every byte on its way to the sink, in order. */
  constructor(sink: ByteSink, observe: (bytes: Uint8Array) => void) {
    this.#sink = sink
    this.#observe = observe
    this.#text('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n')
  }

  /** Bytes written so far, waiting ones included. */
  get position(): number {
    return this.#position
  }

  allocate(count = 1): number {
    const first = this.#next
    this.#next += count
    return first
  }

  object(number: number, body: string): void {
    this.#start(number)
    this.#text(`${number} 0 obj\n${body}\nendobj\n`)
  }

  stream(number: number, entries: string, data: Uint8Array): void {
    this.#start(number)
    this.#text(`${number} 0 obj\n<<${entries}/Length ${data.length}>>\nstream\n`)
    this.#bytes(data)
    this.#text('\nendstream\nendobj\n')
  }

  /** Starts a transaction. */
  begin(): void {
    this.#mark = {
      position: this.#position,
      next: this.#next,
      buffer: this.#buffer,
      sealed: this.#sealed,
      filled: this.#filled,
      queued: this.#queue.length,
    }
  }

  /** Forgets everything since `begin`, object numbers included. */
  rollback(): void {
    const mark = this.#mark
    if (mark === undefined) throw new Error('no transaction to roll back')
    this.#queue.length = mark.queued
    this.#position = mark.position
    this.#next = mark.next
    this.#buffer = mark.buffer
    this.#sealed = mark.sealed
    this.#filled = mark.filled
    this.#offsets.length = Math.min(this.#offsets.length, mark.next)
    this.#mark = undefined
  }

  /** Hands what waits to the sink; afterwards the sources' bytes are no longer needed. */
  async commit(): Promise<void> {
    this.#mark = undefined
    this.#seal()
    const chunks = this.#queue
    if (chunks.length === 0) return
    this.#queue = []
    for (const chunk of chunks) this.#observe(chunk)
    await this.#sink.write(chunks)
    this.#sealed = 0
    this.#filled = 0
  }

  /** Writes the cross-reference table and trailer of an unsigned file. */
  async finish(trailer: string): Promise<void> {
    this.#text(this.crossReference(this.#position, trailer))
    await this.commit()
  }

  /** Notes where an object starts that the caller writes himself. */
  placeLast(number: number): number {
    this.#start(number)
    return this.#position
  }

  /** Counts bytes that went to the sink past this writer. */
  advance(bytes: number): void {
    this.#position += bytes
  }

  /** The table and trailer as they read when the table starts at `offset`. */
  crossReference(offset: number, trailer: string): string {
    if (offset > lastOffset) throw tooLarge()
    const lines = [`xref\n0 ${this.#next}\n0000000000 65535 f \n`]
    for (let number = 1; number < this.#next; number++) {
      const start = this.#offsets[number]
      lines.push(start ? `${String(start).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n')
    }
    lines.push(`trailer\n<</Size ${this.#next}${trailer}>>\nstartxref\n${offset}\n%%EOF\n`)
    return lines.join('')
  }

  #start(number: number): void {
    if (this.#position > lastOffset) throw tooLarge()
    // Filled up to here, because an array with holes turns into a slow dictionary.
    while (this.#offsets.length < number) this.#offsets.push(0)
    this.#offsets[number] = this.#position
  }

  #text(text: string): void {
    const length = text.length
    if (this.#filled + length > this.#buffer.length) {
      this.#renew()
      if (length > chunkSize) {
        this.#push(latin1Bytes(text))
        return
      }
    }
    const buffer = this.#buffer
    let at = this.#filled
    for (let index = 0; index < length; index++) buffer[at++] = text.charCodeAt(index)
    this.#filled = at
    this.#position += length
  }

  #bytes(data: Uint8Array): void {
    if (data.length >= copiedBelow) {
      this.#seal()
      this.#push(data)
      return
    }
    if (this.#filled + data.length > this.#buffer.length) this.#renew()
    this.#buffer.set(data, this.#filled)
    this.#filled += data.length
    this.#position += data.length
  }

  #push(data: Uint8Array): void {
    this.#queue.push(data)
    this.#position += data.length
  }

  #seal(): void {
    if (this.#filled > this.#sealed) this.#queue.push(this.#buffer.subarray(this.#sealed, this.#filled))
    this.#sealed = this.#filled
  }

  #renew(): void {
    this.#seal()
    this.#buffer = new Uint8Array(chunkSize)
    this.#sealed = 0
    this.#filled = 0
  }
}

function tooLarge(): Failure {
  return new Failure('bundle.too-large', { limit: '10 GB' })
}
