import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import type { PDFContext, PDFObject } from 'pdf-lib'
import { latin1Text } from './byte-stream.ts'
import type { ByteWindow } from './byte-stream.ts'
import { elementsOf } from './pdf-lib-internals.ts'
import { refuse } from './pdf-syntax-error.ts'

/** Deeper nesting of direct objects serves no document, only attacks on the stack. */
export const deepestNesting = 200

const whitespace = 1
const delimiter = 2
const digit = 4
const numeric = 8
const characterClass = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) characterClass[code] = whitespace
for (const character of '()<>[]{}/%') characterClass[character.charCodeAt(0)] = delimiter
for (const character of '+-.') characterClass[character.charCodeAt(0)] = numeric
for (const character of '0123456789') characterClass[character.charCodeAt(0)] = digit | numeric

const smallNumbers = Array.from({ length: 2048 }, (_, value) => PDFNumber.of(value))
const lengthName = PDFName.of('Length')

/**
 * Reads PDF objects (ISO 32000-1, 7.3) into pdf-lib's classes. Streams are views of the input, never copied.
 * Throws PdfSyntaxError.
 */
export class ObjectParser {
  readonly #bytes: ByteWindow
  readonly #context: PDFContext
  readonly #resolveLength: (ref: PDFRef) => PDFObject | undefined
  readonly #names = new Map<string, PDFName>()
  readonly #numbers = new Map<string, PDFNumber>()

  /** `resolveLength` finds an indirect /Length; without it such streams are refused. */
  constructor(
    bytes: ByteWindow,
    context: PDFContext,
    resolveLength: (ref: PDFRef) => PDFObject | undefined = () => undefined,
  ) {
    this.#bytes = bytes
    this.#context = context
    this.#resolveLength = resolveLength
  }

  /** Reads one object at the current position; a dictionary followed by `stream` becomes a stream. */
  parseObject(depth = 0): PDFObject {
    if (depth > deepestNesting) refuse('objects are nested too deeply')
    const bytes = this.#bytes
    this.skipWhitespace()
    const byte = bytes.peek()
    const kind = characterClass[byte] ?? 0
    if (kind & numeric) return this.#parseNumberOrRef()
    switch (byte) {
      case 0x2f:
        return this.#parseName()
      case 0x28:
        return this.#parseString()
      case 0x5b:
        return this.#parseArray(depth)
      case 0x3c:
        return bytes.peekAhead(1) === 0x3c ? this.#parseDictOrStream(depth) : this.#parseHexString()
      case 0x74:
        this.expectKeyword('true')
        return PDFBool.True
      case 0x66:
        this.expectKeyword('false')
        return PDFBool.False
      case 0x6e:
        this.expectKeyword('null')
        return PDFNull
      default:
        return refuse(`no object at offset ${bytes.offset()}`)
    }
  }

  /** Reads `<<…>>` without looking for a stream behind it. */
  parseDict(depth = 0): PDFDict {
    const bytes = this.#bytes
    this.skipWhitespace()
    if (bytes.next() !== 0x3c || bytes.next() !== 0x3c) refuse(`no dictionary at offset ${bytes.offset()}`)
    const entries = new Map<PDFName, PDFObject>()
    for (;;) {
      this.skipWhitespace()
      const byte = bytes.peek()
      if (byte === 0x3e && bytes.peekAhead(1) === 0x3e) {
        bytes.moveTo(bytes.offset() + 2)
        return PDFDict.fromMapWithContext(entries, this.#context)
      }
      if (byte !== 0x2f) refuse(`no key at offset ${bytes.offset()}`)
      const key = this.#parseName()
      this.skipWhitespace()
      const valueMissing = bytes.peek() === 0x3e && bytes.peekAhead(1) === 0x3e
      if (!valueMissing) entries.set(key, this.parseObject(depth + 1))
    }
  }

  /** Reads a plain non-negative integer. */
  parseInteger(): number {
    const bytes = this.#bytes
    let value = 0
    let digits = 0
    for (let byte = bytes.peek(); byte >= 0x30 && byte <= 0x39; byte = bytes.peek()) {
      value = value * 10 + byte - 0x30
      digits++
      bytes.next()
    }
    if (digits === 0 || digits > 15) refuse(`no integer at offset ${bytes.offset()}`)
    return value
  }

  /** Skips white space and comments. */
  skipWhitespace(): void {
    const bytes = this.#bytes
    for (let byte = bytes.peek(); ; byte = bytes.peek()) {
      if (byte === 0x25) {
        while (byte !== -1 && byte !== 10 && byte !== 13) byte = bytes.next()
      } else if (characterClass[byte] === whitespace) {
        bytes.next()
      } else {
        return
      }
    }
  }

  /** Takes the keyword if it comes next. */
  matchKeyword(keyword: string): boolean {
    const bytes = this.#bytes
    for (let index = 0; index < keyword.length; index++) {
      if (bytes.peekAhead(index) !== keyword.charCodeAt(index)) return false
    }
    bytes.moveTo(bytes.offset() + keyword.length)
    return true
  }

  /** Takes the keyword, or refuses the file. */
  expectKeyword(keyword: string): void {
    if (!this.matchKeyword(keyword)) refuse(`no '${keyword}' at offset ${this.#bytes.offset()}`)
  }

  #parseNumberOrRef(): PDFNumber | PDFRef {
    const bytes = this.#bytes
    const start = bytes.offset()
    let value = 0
    let digits = 0
    let byte = bytes.peek()
    while (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30
      digits++
      bytes.next()
      byte = bytes.peek()
    }
    if (digits === 0 || digits > 15 || (characterClass[byte] ?? 0) & numeric) return this.#parseReal(start)
    const end = bytes.offset()
    if (characterClass[byte] === whitespace || byte === 0x25) {
      const generation = this.#matchGenerationAndR()
      if (generation >= 0) return PDFRef.of(value, generation)
      bytes.moveTo(end)
    }
    return smallNumbers[value] ?? PDFNumber.of(value)
  }

  /** The generation number if ` generation R` follows, else -1. */
  #matchGenerationAndR(): number {
    const bytes = this.#bytes
    this.skipWhitespace()
    let generation = 0
    let digits = 0
    for (let byte = bytes.peek(); byte >= 0x30 && byte <= 0x39; byte = bytes.peek()) {
      generation = generation * 10 + byte - 0x30
      if (++digits > 5) return -1
      bytes.next()
    }
    if (digits === 0) return -1
    this.skipWhitespace()
    if (bytes.peek() !== 0x52) return -1
    const after = bytes.peekAhead(1)
    if (after !== -1 && ((characterClass[after] ?? 0) & (whitespace | delimiter)) === 0) return -1
    bytes.next()
    return generation
  }

  #parseReal(start: number): PDFNumber {
    const bytes = this.#bytes
    bytes.moveTo(start)
    let text = ''
    for (let byte = bytes.peek(); (characterClass[byte] ?? 0) & numeric; byte = bytes.peek()) {
      text += String.fromCharCode(byte)
      bytes.next()
    }
    const known = this.#numbers.get(text)
    if (known) return known
    const plain = Number(text)
    // Writers in the wild emit "--5" and "1.2-3"; readers take the sign and the leading number.
    const value = Number.isFinite(plain)
      ? plain
      : (text.startsWith('-') ? -1 : 1) * (Number.parseFloat(text.replace(/^[+-]+/, '')) || 0)
    const number = PDFNumber.of(value + 0)
    if (this.#numbers.size > 4096) this.#numbers.clear()
    this.#numbers.set(text, number)
    return number
  }

  #parseName(): PDFName {
    const bytes = this.#bytes
    bytes.next()
    let text = ''
    for (let byte = bytes.peek(); byte !== -1; byte = bytes.peek()) {
      if ((characterClass[byte] ?? 0) & (whitespace | delimiter)) break
      text += String.fromCharCode(byte)
      bytes.next()
    }
    let name = this.#names.get(text)
    if (name === undefined) {
      // PDFName.of undoes upper-case escapes only, and must not see an escape that was undone already.
      name = PDFName.of(
        text.includes('#') ? text.replace(/#[0-9A-Fa-f]{2}/g, (escape) => escape.toUpperCase()) : text,
      )
      this.#names.set(text, name)
    }
    return name
  }

  #parseString(): PDFString {
    const bytes = this.#bytes
    bytes.next()
    const start = bytes.offset()
    let open = 1
    for (;;) {
      const byte = bytes.next()
      if (byte === -1) refuse('a string has no end')
      if (byte === 0x5c) bytes.next()
      else if (byte === 0x28) open++
      else if (byte === 0x29 && --open === 0) break
    }
    return PDFString.of(latin1Text(bytes.slice(start, bytes.offset() - 1)))
  }

  #parseHexString(): PDFHexString {
    const bytes = this.#bytes
    bytes.next()
    const start = bytes.offset()
    for (let byte = bytes.next(); byte !== 0x3e; byte = bytes.next()) {
      if (byte === -1) refuse('a string has no end')
    }
    return PDFHexString.of(latin1Text(bytes.slice(start, bytes.offset() - 1)))
  }

  #parseArray(depth: number): PDFArray {
    const bytes = this.#bytes
    bytes.next()
    const array = PDFArray.withContext(this.#context)
    const elements = elementsOf(array) as PDFObject[]
    for (;;) {
      this.skipWhitespace()
      if (bytes.peek() === 0x5d) break
      elements.push(this.parseObject(depth + 1))
    }
    bytes.next()
    return array
  }

  #parseDictOrStream(depth: number): PDFDict | PDFRawStream {
    const bytes = this.#bytes
    const dict = this.parseDict(depth)
    const end = bytes.offset()
    this.skipWhitespace()
    if (!this.matchKeyword('stream')) {
      bytes.moveTo(end)
      return dict
    }
    if (bytes.peek() === 13) bytes.next()
    if (bytes.peek() === 10) bytes.next()
    const start = bytes.offset()
    let length = dict.get(lengthName)
    if (length instanceof PDFRef) {
      length = this.#resolveLength(length)
      bytes.moveTo(start)
    }
    if (!(length instanceof PDFNumber)) return refuse(`no stream length at offset ${start}`)
    const stop = start + length.asNumber()
    if (!(stop >= start)) refuse(`wrong stream length at offset ${start}`)
    bytes.moveTo(stop)
    while (characterClass[bytes.peek()] === whitespace) bytes.next()
    if (!this.matchKeyword('endstream')) refuse(`wrong stream length at offset ${start}`)
    return PDFRawStream.of(dict, bytes.slice(start, stop))
  }
}
