import type { PDFDict } from 'pdf-lib'
import { PDFArray, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { ByteWindow } from './byte-stream.ts'
import type { ObjectParser } from './object-parser.ts'
import { refuse } from './pdf-syntax-error.ts'
import { decodeStream } from './stream-decoding.ts'

/** Where every object of a file is. */
export interface CrossReference {
  /** Object number to offset of `n g obj`. */
  readonly offsets: ReadonlyMap<number, number>
  /** Object number to the number of the object stream that holds it. */
  readonly compressed: ReadonlyMap<number, number>
  /** The newest trailer dictionary. */
  readonly trailer: PDFDict
}

/** Acrobat's own bound on object numbers (ISO 32000-1, Annex C). */
const mostObjects = 8_388_607
const mostSections = 4096
/** All objects in the widest rows do not fill this. */
const structureLimit = 64 * 1024 * 1024

const key = {
  prev: PDFName.of('Prev'),
  xrefStm: PDFName.of('XRefStm'),
  w: PDFName.of('W'),
  index: PDFName.of('Index'),
  size: PDFName.of('Size'),
}

/** Collects the sections while they are read, newest first: the first entry for a number wins. */
class Entries {
  readonly offsets = new Map<number, number>()
  readonly compressed = new Map<number, number>()
  readonly free = new Set<number>()

  knows(number: number): boolean {
    return this.offsets.has(number) || this.compressed.has(number) || this.free.has(number)
  }
}

/**
 * Follows the chain of cross-reference tables and streams from `start` (ISO 32000-1, 7.5.4 and 7.5.8).
 * Throws PdfSyntaxError.
 */
export function readCrossReference(parser: ObjectParser, bytes: ByteWindow, start: number): CrossReference {
  const entries = new Entries()
  const queue = [start]
  const done = new Set<number>()
  let trailer: PDFDict | undefined
  for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
    if (done.has(offset)) continue
    done.add(offset)
    if (done.size > mostSections) refuse('too many cross-reference sections')
    bytes.moveTo(offset)
    if (bytes.done()) refuse('a cross-reference section lies outside the file')
    parser.skipWhitespace()
    const dict = parser.matchKeyword('xref')
      ? readTable(parser, bytes, entries, queue)
      : readStream(parser, entries)
    trailer ??= dict
    const previous = dict.get(key.prev)
    if (previous instanceof PDFNumber) queue.push(previous.asNumber())
  }
  return {
    offsets: entries.offsets,
    compressed: entries.compressed,
    trailer: trailer ?? refuse('no trailer'),
  }
}

function readTable(parser: ObjectParser, bytes: ByteWindow, entries: Entries, queue: number[]): PDFDict {
  parser.skipWhitespace()
  while (bytes.peek() >= 0x30 && bytes.peek() <= 0x39) {
    const first = parser.parseInteger()
    parser.skipWhitespace()
    const count = parser.parseInteger()
    parser.skipWhitespace()
    if (first + count > mostObjects) refuse('too many objects')
    for (let number = first; number < first + count; number++) readTableEntry(parser, bytes, entries, number)
  }
  parser.expectKeyword('trailer')
  const dict = parser.parseDict()
  // A hybrid file hides objects from old readers in this stream; it counts before /Prev.
  const hidden = dict.get(key.xrefStm)
  if (hidden instanceof PDFNumber) queue.unshift(hidden.asNumber())
  return dict
}

function readTableEntry(parser: ObjectParser, bytes: ByteWindow, entries: Entries, number: number): void {
  const offset = parser.parseInteger()
  parser.skipWhitespace()
  parser.parseInteger()
  parser.skipWhitespace()
  const type = bytes.next()
  parser.skipWhitespace()
  if (type !== 0x6e && type !== 0x66) refuse('bad cross-reference entry')
  if (entries.knows(number)) return
  if (type === 0x6e) entries.offsets.set(number, offset)
  else entries.free.add(number)
}

function readStream(parser: ObjectParser, entries: Entries): PDFDict {
  parser.parseInteger()
  parser.skipWhitespace()
  parser.parseInteger()
  parser.skipWhitespace()
  parser.expectKeyword('obj')
  const stream = parser.parseObject()
  if (!(stream instanceof PDFRawStream)) return refuse('no cross-reference stream')
  const { dict } = stream
  const widths = numbers(dict, key.w)
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const rowWidth = typeWidth + secondWidth + thirdWidth
  if (widths.length < 3 || widths.some((width) => !(width >= 0 && width <= 7)) || rowWidth === 0) {
    refuse('bad widths in a cross-reference stream')
  }
  const size = dict.lookup(key.size)
  const index = dict.has(key.index)
    ? numbers(dict, key.index)
    : [0, size instanceof PDFNumber ? size.asNumber() : 0]
  const data = decodeStream(stream, structureLimit)
  let position = 0
  const field = (width: number): number => {
    let value = 0
    for (const end = position + width; position < end; position++) value = value * 256 + (data[position] ?? 0)
    return value
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0
    const end = first + (index[pair + 1] ?? 0)
    if (!(end <= mostObjects)) refuse('too many objects')
    for (let number = first; number < end; number++) {
      if (position + rowWidth > data.length) return dict
      const type = typeWidth === 0 ? 1 : field(typeWidth)
      const second = field(secondWidth)
      field(thirdWidth)
      if (entries.knows(number)) continue
      if (type === 1) entries.offsets.set(number, second)
      else if (type === 2) entries.compressed.set(number, second)
      else entries.free.add(number)
    }
  }
  return dict
}

function numbers(dict: PDFDict, name: PDFName): number[] {
  const array = dict.lookup(name)
  if (!(array instanceof PDFArray)) return []
  return Array.from({ length: array.size() }, (_, index) => {
    const value = array.lookup(index)
    return value instanceof PDFNumber ? value.asNumber() : refuse('a number is missing')
  })
}
