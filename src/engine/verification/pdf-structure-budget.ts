import { refuse } from '../pdf/pdf-syntax-error.ts'

/** Bytes of unpacked structure that may be held at a time; eight million cross-reference rows take less. */
const MOST_HELD = 64 * 1024 * 1024
/** Bytes unpacked in all, so that streams dropped and read again come to an end. */
const MOST_UNPACKED = 512 * 1024 * 1024
/** Bytes of syntax parsed in all. */
const MOST_PARSED = 128 * 1024 * 1024

/** What reading the structure of one file may cost, whatever the file says. Refuses with PdfSyntaxError. */
export class StructureBudget {
  #held = 0
  #unpacked = 0
  #parsed = 0

  /** Bytes that may still be unpacked now. */
  get left(): number {
    return Math.min(MOST_HELD - this.#held, MOST_UNPACKED - this.#unpacked)
  }

  /** Counts bytes that were unpacked and stay in memory. */
  hold(bytes: number): void {
    this.#held += bytes
    this.#unpacked += bytes
    if (this.#held > MOST_HELD || this.#unpacked > MOST_UNPACKED) refuse('too much structure')
  }

  /** Bytes held before are not held any more. */
  drop(bytes: number): void {
    this.#held -= bytes
  }

  parsed(bytes: number): void {
    this.#parsed += bytes
    if (this.#parsed > MOST_PARSED) refuse('too much structure')
  }
}
