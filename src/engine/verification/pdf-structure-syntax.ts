import { refuse } from '../pdf/pdf-syntax-error.ts'
import type { Bytes } from '../ports.ts'

/** One PDF object (ISO 32000-2 7.3). Strings know where they stand, for a byte range is about places. */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly number: number }
  | {
      readonly kind: 'string'
      readonly bytes: Bytes
      /** Written as `<…>` with an even number of digits and nothing else. */
      readonly isPlainHex: boolean
      /** Offsets of the token in the file, delimiters included; NaN inside an object stream. */
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'keyword'; readonly word: string }
  /** A key given twice: readers disagree about which value counts, and a signature must not depend on that. */
  | { readonly kind: 'ambiguous'; readonly key: string }

export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
}

/** The window ended inside a token: read more and parse again. */
export class WindowTooSmall extends Error {}

const DEEPEST = 64
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Reads PDF syntax out of a window of a file. Throws PdfSyntaxError, or WindowTooSmall at the window's end. */
export class PdfSyntaxReader {
  readonly #bytes: Bytes
  readonly #base: number
  #at = 0

  /** `base`: offset of the window in the file. */
  constructor(bytes: Bytes, base: number) {
    this.#bytes = bytes
    this.#base = base
  }

  /** Offset in the file of the next byte. */
  get offset(): number {
    return this.#base + this.#at
  }

  /** Bytes read so far. */
  get consumed(): number {
    return this.#at
  }

  /** Moves to an offset of the file inside the window. */
  moveTo(offset: number): void {
    this.#at = offset - this.#base
  }

  /** Skips white space and comments. */
  skipSpace(): void {
    for (;;) {
      const byte = this.#peek()
      if (byte === 0x25) while (!isLineEnd(this.#peek())) this.#at++
      else if (isSpace(byte)) this.#at++
      else return
    }
  }

  /** Takes a keyword if it is next. */
  takesKeyword(word: string): boolean {
    this.skipSpace()
    for (let index = 0; index < word.length; index++) {
      if (this.#peek(index) !== word.charCodeAt(index)) return false
    }
    this.#at += word.length
    return true
  }

  /** A non-negative integer. */
  integer(): number {
    this.skipSpace()
    let number = 0
    const start = this.#at
    for (let byte = this.#peek(); isDigit(byte); byte = this.#peek()) {
      number = number * 10 + byte - 0x30
      this.#at++
    }
    if (this.#at === start || this.#at - start > 15) refuse('an integer is missing')
    return number
  }

  /** After `stream`: moves past its line end (ISO 32000-2 7.3.8.1). */
  skipStreamLineEnd(): void {
    if (this.#peek() === CARRIAGE_RETURN) this.#at++
    if (this.#peek() === LINE_FEED) this.#at++
  }

  /** Any object. */
  value(depth = 0): PdfValue {
    if (depth > DEEPEST) refuse('objects nested too deep')
    this.skipSpace()
    const byte = this.#peek()
    if (byte === 0x2f) return { kind: 'name', name: this.#name() }
    if (byte === 0x28) return this.#literalString()
    if (byte === 0x3c) return this.#peek(1) === 0x3c ? this.#dictionary(depth) : this.#hexString()
    if (byte === 0x5b) return this.#array(depth)
    if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return this.#numberOrReference()
    const word = this.#regular()
    return word === '' ? refuse('an object is missing') : { kind: 'keyword', word }
  }

  #name(): string {
    this.#at++
    return this.#regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }

  #regular(): string {
    const start = this.#at
    while (isRegular(this.#peek())) this.#at++
    return String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.#at, start + 256)))
  }

  #numberOrReference(): PdfValue {
    const text = this.#regular()
    const number = Number(text)
    if (Number.isNaN(number)) refuse('bad number')
    const back = this.#at
    if (/^\d+$/.test(text)) {
      this.skipSpace()
      if (isDigit(this.#peek())) {
        this.integer()
        this.skipSpace()
        if (this.#peek() === 0x52 && !isRegular(this.#peek(1))) {
          this.#at++
          return { kind: 'reference', number }
        }
      }
    }
    this.#at = back
    return { kind: 'number', number }
  }

  #array(depth: number): PdfValue {
    this.#at++
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.#peek() === 0x5d) break
      items.push(this.value(depth + 1))
    }
    this.#at++
    return { kind: 'array', items }
  }

  #dictionary(depth: number): PdfDictionary {
    this.#at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipSpace()
      if (this.#peek() === 0x3e && this.#peek(1) === 0x3e) break
      if (this.#peek() !== 0x2f) refuse('a key is missing')
      const name = this.#name()
      const value = this.value(depth + 1)
      entries.set(name, entries.has(name) ? { kind: 'ambiguous', key: name } : value)
    }
    this.#at += 2
    return { kind: 'dictionary', entries }
  }

  #hexString(): PdfValue {
    const start = this.offset
    this.#at++
    const from = this.#at
    while (this.#peek() !== 0x3e) this.#at++
    const digits = this.#bytes.subarray(from, this.#at++)
    const bytes = new Uint8Array(Math.ceil(digits.length / 2))
    let count = 0
    for (const byte of digits) {
      const digit = hexDigit(byte)
      if (digit < 0 && !isSpace(byte)) refuse('bad hexadecimal string')
      if (digit < 0) continue
      const place = count++ >> 1
      bytes[place] = (bytes[place] ?? 0) | (count % 2 === 1 ? digit << 4 : digit)
    }
    const end = this.offset
    const isPlainHex = count === digits.length && count % 2 === 0 && !Number.isNaN(start)
    return { kind: 'string', bytes: bytes.subarray(0, (count + 1) >> 1), isPlainHex, start, end }
  }

  #literalString(): PdfValue {
    const start = this.offset
    this.#at++
    const codes: number[] = []
    for (let open = 1; open > 0;) {
      const byte = this.#take()
      if (byte === 0x5c) {
        codes.push(...this.#escape())
        continue
      }
      if (byte === 0x28) open++
      if (byte === 0x29) open--
      if (open > 0) codes.push(byte)
    }
    return { kind: 'string', bytes: Uint8Array.from(codes), isPlainHex: false, start, end: this.offset }
  }

  #escape(): number[] {
    const byte = this.#take()
    const named = { 0x6e: 0x0a, 0x72: 0x0d, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0c }[byte]
    if (named !== undefined) return [named]
    if (byte === LINE_FEED) return []
    if (byte === CARRIAGE_RETURN) {
      if (this.#peek() === LINE_FEED) this.#at++
      return []
    }
    if (!isOctal(byte)) return [byte]
    let code = byte - 0x30
    for (let more = 0; more < 2 && isOctal(this.#peek()); more++) code = code * 8 + this.#take() - 0x30
    return [code & 0xff]
  }

  #take(): number {
    const byte = this.#peek()
    this.#at++
    return byte
  }

  #peek(ahead = 0): number {
    const byte = this.#bytes[this.#at + ahead]
    if (byte === undefined) throw new WindowTooSmall()
    return byte
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00
}

function isLineEnd(byte: number): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isOctal(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x37
}

/** Neither white space nor a delimiter (ISO 32000-2 7.2.3). */
function isRegular(byte: number): boolean {
  return !isSpace(byte) && !'()<>[]{}/%'.includes(String.fromCharCode(byte))
}

function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30
  const letter = (byte | 0x20) - 0x61
  return letter >= 0 && letter < 6 ? letter + 10 : -1
}
