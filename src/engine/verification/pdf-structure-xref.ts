import { inflateZlib } from '../pdf/inflate.ts'
import { refuse } from '../pdf/pdf-syntax-error.ts'
import { unfilterRows } from '../pdf/predictor.ts'
import type { Bytes } from '../ports.ts'
import { pause } from './pause.ts'
import type { PdfDictionary, PdfSyntaxReader, PdfValue } from './pdf-structure-syntax.ts'
import type { FileWindow } from './pdf-structure-window.ts'

/** Where an object is: at an offset of the file, or inside an object stream. */
export type ObjectPlace =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'compressed'; readonly container: number }
  | { readonly kind: 'free' }

/** One cross-reference section. Entries are read when they are asked for: a file may have millions. */
interface Section {
  readonly trailer: PdfDictionary
  find: Find
}

type Find = (number: number) => Promise<ObjectPlace | undefined>

export interface CrossReferences {
  /** The newest trailer dictionary. */
  readonly trailer: PdfDictionary
  /** Where the object is in the newest revision. */
  find(number: number): Promise<ObjectPlace | undefined>
}

const MOST_SECTIONS = 4096
const MOST_SUBSECTIONS = 65_536
const SECTIONS_BETWEEN_PAUSES = 64
const TAIL = 4096

/** Follows the chain of cross-reference sections from the end of the file (ISO 32000-2 7.5.4 to 7.5.8). Throws PdfSyntaxError. */
export async function readCrossReferences(
  file: FileWindow,
  signal: AbortSignal | undefined,
): Promise<CrossReferences> {
  // Of older trailers nothing is kept: only the newest counts.
  let trailer: PdfDictionary | undefined
  const finds: Find[] = []
  const seen = new Set<number>()
  let next: number | undefined = await lastStartxref(file)
  while (next !== undefined && !seen.has(next)) {
    if (seen.size >= MOST_SECTIONS) refuse('too many cross-reference sections')
    seen.add(next)
    if (seen.size % SECTIONS_BETWEEN_PAUSES === 0) await pause(signal)
    const section = await readSection(file, next)
    trailer ??= section.trailer
    finds.push(section.find)
    // Some writers say /Prev 0 where there is none.
    next = numberIn(section.trailer, 'Prev') || undefined
  }
  return {
    trailer: trailer ?? refuse('no trailer'),
    async find(number) {
      for (const find of finds) {
        const place = await find(number)
        if (place !== undefined) return place
      }
      return undefined
    },
  }
}

/**
 * Reads and decodes a stream that holds structure: plain, or Flate with or without a PNG predictor. What comes back
 * is on the budget of the file, and not more than `most` bytes. Throws PdfSyntaxError.
 */
export async function readStructureStream(
  file: FileWindow,
  dictionary: PdfDictionary,
  start: number,
  length: number,
  most = Infinity,
): Promise<Bytes> {
  const { budget } = file
  const limit = Math.min(budget.left, most)
  if (!(length >= 0 && length <= file.size - start)) refuse('bad length')
  if (length > limit) refuse('too much structure')
  const decoded = decode(dictionary, await file.read(start, length), limit)
  budget.hold(decoded.length)
  return decoded
}

function decode(dictionary: PdfDictionary, data: Bytes, limit: number): Bytes {
  const filter = only(dictionary.entries.get('Filter'))
  const parameters = only(dictionary.entries.get('DecodeParms'))
  if (filter === undefined) return data
  if (filter.kind !== 'name' || filter.name !== 'FlateDecode') refuse('a structure stream is not deflated')
  const inflated = inflateZlib(data, limit)
  if (parameters?.kind !== 'dictionary') return inflated
  const predictor = numberIn(parameters, 'Predictor') ?? 1
  if (predictor === 1) return inflated
  const rowBytes = numberIn(parameters, 'Columns') ?? 1
  if (predictor < 10 || !(rowBytes >= 1 && rowBytes <= 65_536)) refuse('unknown predictor')
  return unfilterRows(inflated, rowBytes, 1)
}

/** A direct number of a dictionary. */
export function numberIn(dictionary: PdfDictionary, key: string): number | undefined {
  const value = dictionary.entries.get(key)
  return value?.kind === 'number' ? value.number : undefined
}

/** Reads `n g obj` and, of what follows, the object; then, if it is a stream, where its data starts. Throws PdfSyntaxError. */
export function readIndirectObject(reader: PdfSyntaxReader): {
  readonly number: number
  readonly value: PdfValue
  readonly streamStart?: number
} {
  const number = reader.integer()
  reader.integer()
  if (!reader.takesKeyword('obj')) refuse('no object at its offset')
  const value = reader.value()
  if (value.kind !== 'dictionary' || !reader.takesKeyword('stream')) return { number, value }
  reader.skipStreamLineEnd()
  return { number, value, streamStart: reader.offset }
}

async function lastStartxref(file: FileWindow): Promise<number> {
  const start = Math.max(0, file.size - TAIL)
  const text = new TextDecoder('latin1').decode(await file.read(start, TAIL))
  const at = text.lastIndexOf('startxref')
  const match = at < 0 ? null : /^startxref\s+(\d{1,15})/.exec(text.slice(at))
  return match === null ? refuse('no startxref') : Number(match[1])
}

async function readSection(file: FileWindow, offset: number): Promise<Section> {
  const isTable = await file.parse(offset, (reader) => reader.takesKeyword('xref'))
  return isTable ? readTable(file, offset) : readStreamSection(file, offset)
}

interface Subsection {
  readonly first: number
  readonly count: number
  /** Offset of the first entry, and bytes an entry takes. */
  readonly start: number
  readonly width: number
}

async function readTable(file: FileWindow, offset: number): Promise<Section> {
  const subsections: Subsection[] = []
  let at = await file.parse(
    offset,
    (reader) => (reader.takesKeyword('xref'), reader.skipSpace(), reader.offset),
  )
  let trailer: PdfDictionary | undefined
  while (trailer === undefined) {
    const found = await file.parse(at, (reader) => {
      if (reader.takesKeyword('trailer')) return reader.value()
      const first = reader.integer()
      const count = reader.integer()
      reader.skipSpace()
      return { kind: 'subsection' as const, first, count, start: reader.offset }
    })
    if (found.kind === 'dictionary') trailer = found
    else if (found.kind !== 'subsection') return refuse('no trailer')
    else {
      if (subsections.length >= MOST_SUBSECTIONS) refuse('too many cross-reference subsections')
      const width = found.count === 0 ? 20 : await entryWidth(file, found.start)
      subsections.push({ ...found, width })
      at = found.start + found.count * width
    }
  }
  const hiddenOffset = numberIn(trailer, 'XRefStm')
  const hidden = hiddenOffset === undefined ? undefined : await readStreamSection(file, hiddenOffset)
  return {
    trailer,
    find: async (number) => {
      const place = await findInTable(file, subsections, number)
      if (hidden === undefined || (place !== undefined && place.kind !== 'free')) return place
      // A hybrid file hides objects from old readers: free in the table, present in the stream (7.5.8.4).
      return (await hidden.find(number)) ?? place
    },
  }
}

// 20 bytes (7.5.4); many writers forget one of the two at the line's end.
async function entryWidth(file: FileWindow, start: number): Promise<number> {
  const text = new TextDecoder('latin1').decode(await file.read(start, 21))
  if (/^\d{10} \d{5} [nf][ \r\n]{2}/.test(text)) return 20
  return /^\d{10} \d{5} [nf][\r\n]/.test(text) ? 19 : refuse('bad cross-reference entry')
}

async function findInTable(
  file: FileWindow,
  subsections: readonly Subsection[],
  number: number,
): Promise<ObjectPlace | undefined> {
  const subsection = subsections.find(({ first, count }) => number >= first && number < first + count)
  if (subsection === undefined) return undefined
  const { first, start, width } = subsection
  const text = new TextDecoder('latin1').decode(await file.read(start + (number - first) * width, 18))
  const match = /^(\d{10}) \d{5} ([nf])$/.exec(text)
  if (match === null) return refuse('bad cross-reference entry')
  return match[2] === 'n' ? { kind: 'offset', offset: Number(match[1]) } : { kind: 'free' }
}

async function readStreamSection(file: FileWindow, offset: number): Promise<Section> {
  const { value, streamStart } = await file.parse(offset, readIndirectObject)
  if (value.kind !== 'dictionary' || streamStart === undefined) return refuse('no cross-reference section')
  const length = numberIn(value, 'Length') ?? refuse('no length')
  const rows = await readStructureStream(file, value, streamStart, length)
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0, ...more] = numbersIn(value, 'W') ?? []
  const rowWidth = typeWidth + secondWidth + thirdWidth
  const fits = [typeWidth, secondWidth, thirdWidth].every((width) => width >= 0 && width <= 8)
  if (!fits || rowWidth === 0 || more.length > 0) refuse('bad widths in a cross-reference stream')
  const index = numbersIn(value, 'Index') ?? [0, numberIn(value, 'Size') ?? 0]
  if (index.length > MOST_SUBSECTIONS * 2) refuse('too many cross-reference subsections')
  return {
    trailer: value,
    find: async (number) => {
      let row = 0
      for (let pair = 0; pair + 1 < index.length; pair += 2) {
        const first = index[pair] ?? 0
        const count = index[pair + 1] ?? 0
        if (number >= first && number < first + count) {
          const at = (row + number - first) * rowWidth
          if (at + rowWidth > rows.length) return undefined
          const type = typeWidth === 0 ? 1 : bigEndian(rows, at, typeWidth)
          const second = bigEndian(rows, at + typeWidth, secondWidth)
          if (type === 1) return { kind: 'offset', offset: second }
          return type === 2 ? { kind: 'compressed', container: second } : { kind: 'free' }
        }
        row += count
      }
      return undefined
    },
  }
}

function bigEndian(bytes: Bytes, start: number, width: number): number {
  let number = 0
  for (let index = start; index < start + width; index++) number = number * 256 + (bytes[index] ?? 0)
  return number
}

function numbersIn(dictionary: PdfDictionary, key: string): number[] | undefined {
  const value = dictionary.entries.get(key)
  if (value?.kind !== 'array') return undefined
  return value.items.map((item) => (item.kind === 'number' ? item.number : refuse('a number is missing')))
}

function only(value: PdfValue | undefined): PdfValue | undefined {
  if (value?.kind !== 'array') return value?.kind === 'keyword' ? undefined : value
  return value.items.length > 1 ? refuse('a structure stream has several filters') : only(value.items[0])
}
