import { refuse } from '../pdf/pdf-syntax-error.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { StructureBudget } from './pdf-structure-budget.ts'
import { PdfSyntaxReader, WindowTooSmall } from './pdf-structure-syntax.ts'

const BLOCK = 65_536
const MOST_BLOCKS = 64
const FIRST_WINDOW = 4096
/** No single object that matters to a signature is larger, its /Contents included. */
const LARGEST_WINDOW = 16 * 1024 * 1024

/** Reads pieces of a large file through a small cache, so that a file of any size costs a few MiB. */
export class FileWindow {
  readonly size: number
  readonly budget = new StructureBudget()
  readonly #source: ByteSource
  readonly #blocks = new Map<number, Bytes>()

  constructor(source: ByteSource) {
    this.#source = source
    this.size = source.size
  }

  /** The bytes [offset, offset + length), fewer at the end. */
  async read(offset: number, length: number): Promise<Bytes> {
    if (length > BLOCK) return this.#source.read(offset, length)
    const start = Math.floor(offset / BLOCK)
    const first = await this.#block(start)
    const within = offset - start * BLOCK
    if (within + length <= first.length || first.length < BLOCK) return first.slice(within, within + length)
    const both = new Uint8Array(2 * BLOCK)
    both.set(first)
    const second = await this.#block(start + 1)
    both.set(second, BLOCK)
    return both.slice(within, Math.min(within + length, BLOCK + second.length))
  }

  /**
   * Parses at an offset of the file: with a small window first, a larger one where that was too small.
   * Throws PdfSyntaxError.
   */
  async parse<T>(offset: number, parser: (reader: PdfSyntaxReader) => T): Promise<T> {
    if (!(offset >= 0 && offset < this.size)) refuse('an offset lies outside the file')
    for (let length = FIRST_WINDOW; ; length *= 4) {
      try {
        const reader = new PdfSyntaxReader(await this.read(offset, length), offset)
        const parsed = parser(reader)
        this.budget.parsed(reader.consumed)
        return parsed
      } catch (cause) {
        if (!(cause instanceof WindowTooSmall)) throw cause
        this.budget.parsed(length)
        if (offset + length >= this.size) refuse('the file ends inside an object')
        if (length >= LARGEST_WINDOW) refuse('an object is too large')
      }
    }
  }

  async #block(index: number): Promise<Bytes> {
    const known = this.#blocks.get(index)
    if (known !== undefined) return known
    const block = index * BLOCK < this.size ? await this.#source.read(index * BLOCK, BLOCK) : new Uint8Array()
    const [oldest] = this.#blocks.keys()
    if (this.#blocks.size >= MOST_BLOCKS && oldest !== undefined) this.#blocks.delete(oldest)
    this.#blocks.set(index, block)
    return block
  }
}
