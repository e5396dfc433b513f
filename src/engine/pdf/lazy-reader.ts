import { PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import type { Bytes } from '../ports.ts'
import { ByteStream } from './byte-stream.ts'
import { readCrossReference } from './cross-reference.ts'
import type { CrossReference } from './cross-reference.ts'
import { ObjectParser } from './object-parser.ts'
import { replaceIndirectObjects } from './pdf-lib-internals.ts'
import { BeyondLimit, refuse } from './pdf-syntax-error.ts'
import { decodeStream } from './stream-decoding.ts'

/** A PDF whose objects are read when they are asked for. */
export interface ReadPdf {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly trailer: PDFDict
}

/** Decoded object streams above this size are attacks, not documents; together they take no more memory either. */
const objectStreamLimit = 64 * 1024 * 1024
/** What all decoding of object streams may come to, those among it that had to make room and are read again. */
const decodingLimit = 512 * 1024 * 1024
/**
 * An object may need others to be read first: its stream, the length of that, and their streams in turn. A longer
 * chain only serves to exhaust the stack, which is not as deep in every thread.
 */
const deepestChain = 16
/** How far from the start the header, and from the end the last `startxref`, are looked for (Acrobat: 1024 bytes). */
const headerSearch = 1024
const tailSearch = 4096

/**
 * Opens a PDF over its cross-reference table, parsing objects on demand; streams are views of `bytes`.
 * Throws PdfSyntaxError where the file needs repair or is encrypted; later look-ups throw it as well.
 */
export function openPdfForReading(bytes: Bytes): ReadPdf {
  const header = indexOf(bytes, '%PDF-', 0, headerSearch)
  if (header < 0) refuse('no header')
  // Offsets count from the header (ISO 32000-1, 7.5.2 and Annex H); a file that counts otherwise gets repaired.
  const file = bytes.subarray(header)
  const context = PDFContext.create()
  const stream = new ByteStream(file)
  const parser = new ObjectParser(stream, context, (ref) => context.lookup(ref))
  const tail = lastIndexOf(file, 'startxref', tailSearch)
  if (tail < 0) refuse('no startxref')
  stream.moveTo(tail + 'startxref'.length)
  parser.skipWhitespace()
  const crossReference = readCrossReference(parser, stream, parser.parseInteger())
  const { trailer } = crossReference
  if (trailer.has(PDFName.of('Encrypt'))) refuse('encrypted')
  replaceIndirectObjects(context, new LazyObjects(context, stream, parser, crossReference))
  const catalog = context.lookup(trailer.get(PDFName.of('Root')))
  if (!(catalog instanceof PDFDict)) return refuse('no catalog')
  return { context, catalog, trailer }
}

interface ObjectStream {
  readonly size: number
  readonly bytes: ByteStream
  readonly parser: ObjectParser
  readonly offsets: ReadonlyMap<number, number>
}

/** Stands in for pdf-lib's table of indirect objects. */
class LazyObjects extends Map<PDFRef, PDFObject> {
  readonly #context: PDFContext
  readonly #bytes: ByteStream
  readonly #parser: ObjectParser
  readonly #where: CrossReference
  readonly #read = new Map<number, PDFObject>()
  /** Decoded object streams, the least recently used first. */
  readonly #streams = new Map<number, ObjectStream>()
  readonly #reading = new Set<number>()
  #streamBytes = 0
  #decoded = 0

  constructor(context: PDFContext, bytes: ByteStream, parser: ObjectParser, where: CrossReference) {
    super()
    this.#context = context
    this.#bytes = bytes
    this.#parser = parser
    this.#where = where
  }

  override get(ref: PDFRef): PDFObject | undefined {
    const number = ref.objectNumber
    const known = this.#read.get(number)
    if (known !== undefined) return known
    if (this.#reading.has(number)) refuse('an object needs itself to be read')
    if (this.#reading.size >= deepestChain) refuse('an object needs too many others to be read')
    this.#reading.add(number)
    try {
      const object = this.#load(number)
      if (object !== undefined) this.#read.set(number, object)
      return object
    } finally {
      this.#reading.delete(number)
    }
  }

  #load(number: number): PDFObject | undefined {
    const offset = this.#where.offsets.get(number)
    if (offset !== undefined) return this.#loadAt(number, offset)
    const container = this.#where.compressed.get(number)
    if (container === undefined) return undefined
    const stream = this.#objectStream(container)
    const start = stream.offsets.get(number)
    if (start === undefined) return refuse('an object stream lacks an object')
    const back = stream.bytes.offset()
    stream.bytes.moveTo(start)
    const object = stream.parser.parseObject()
    stream.bytes.moveTo(back)
    // Not allowed there (ISO 32000-1, 7.5.7), and a view that would keep the whole object stream in memory.
    if (object instanceof PDFRawStream) refuse('a stream in an object stream')
    return object
  }

  #loadAt(number: number, offset: number): PDFObject {
    const parser = this.#parser
    const back = this.#bytes.offset()
    this.#bytes.moveTo(offset)
    parser.skipWhitespace()
    if (parser.parseInteger() !== number) refuse('another object is at this offset')
    parser.skipWhitespace()
    parser.parseInteger()
    parser.skipWhitespace()
    parser.expectKeyword('obj')
    const object = parser.parseObject()
    this.#bytes.moveTo(back)
    return object
  }

  #objectStream(number: number): ObjectStream {
    const known = this.#streams.get(number)
    if (known !== undefined) {
      this.#streams.delete(number)
      this.#streams.set(number, known)
      return known
    }
    if (!this.#where.offsets.has(number)) refuse('an object stream is missing')
    const raw = this.get(PDFRef.of(number))
    if (!(raw instanceof PDFRawStream)) return refuse('no object stream')
    const data = decodeStream(raw, objectStreamLimit) as Uint8Array<ArrayBuffer>
    this.#decoded += data.length
    if (this.#decoded > decodingLimit) throw new BeyondLimit()
    const bytes = new ByteStream(data)
    const parser = new ObjectParser(bytes, this.#context)
    const count = raw.dict.lookup(PDFName.of('N'))
    const first = raw.dict.lookup(PDFName.of('First'))
    if (!(count instanceof PDFNumber && first instanceof PDFNumber)) return refuse('bad object stream')
    const offsets = new Map<number, number>()
    for (let index = 0; index < count.asNumber(); index++) {
      parser.skipWhitespace()
      const object = parser.parseInteger()
      parser.skipWhitespace()
      const offset = first.asNumber() + parser.parseInteger()
      if (this.#where.compressed.get(object) === number) offsets.set(object, offset)
    }
    const stream = { size: data.length, bytes, parser, offsets }
    this.#makeRoom(stream.size)
    this.#streams.set(number, stream)
    return stream
  }

  #makeRoom(size: number): void {
    this.#streamBytes += size
    for (const [number, oldest] of this.#streams) {
      if (this.#streamBytes <= objectStreamLimit) return
      this.#streams.delete(number)
      this.#streamBytes -= oldest.size
    }
  }
}

function indexOf(bytes: Uint8Array, text: string, from: number, to: number): number {
  for (let start = from; start <= Math.min(to, bytes.length - text.length); start++) {
    if (matches(bytes, text, start)) return start
  }
  return -1
}

function lastIndexOf(bytes: Uint8Array, text: string, within: number): number {
  const last = bytes.length - text.length
  for (let start = last; start >= Math.max(0, last - within); start--) {
    if (matches(bytes, text, start)) return start
  }
  return -1
}

function matches(bytes: Uint8Array, text: string, start: number): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false
  }
  return true
}
