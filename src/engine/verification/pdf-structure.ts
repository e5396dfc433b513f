import { PdfSyntaxError, refuse } from '../pdf/pdf-syntax-error.ts'
import type { ByteSource, Bytes } from '../ports.ts'
import { PdfSyntaxReader, WindowTooSmall } from './pdf-structure-syntax.ts'
import type { PdfDictionary, PdfValue } from './pdf-structure-syntax.ts'
import { FileWindow } from './pdf-structure-window.ts'
import {
  numberIn,
  readCrossReferences,
  readIndirectObject,
  readStructureStream,
} from './pdf-structure-xref.ts'
import type { CrossReferences, ObjectPlace } from './pdf-structure-xref.ts'

/** What has to be read lies inside an encrypted stream. */
export class EncryptedStructure extends PdfSyntaxError {}

const MOST_REFERENCES = 16
const MOST_OBJECT_STREAMS = 16
const LARGEST_OBJECT_STREAM = 32 * 1024 * 1024
const MOST_OBJECTS_IN_STREAM = 262_144
/** Object streams whose length has to be looked up in another; no writer makes even one. */
const DEEPEST_LENGTH = 4

interface ObjectStream {
  readonly data: Bytes
  /** Object number to position in `data`. */
  readonly positions: ReadonlyMap<number, number>
}

/**
 * The structure of a PDF as its newest cross-reference section tells it, read piece by piece: no repair, no guess.
 * A file of any size may be asked for a few of its objects.
 */
export class PdfStructure {
  readonly catalog: PdfDictionary
  readonly isEncrypted: boolean
  readonly #file: FileWindow
  readonly #places: CrossReferences
  /** Object streams at hand, the one used longest ago first. */
  readonly #streams = new Map<number, ObjectStream>()
  #opening = 0

  private constructor(file: FileWindow, places: CrossReferences, catalog: PdfDictionary) {
    this.#file = file
    this.#places = places
    this.catalog = catalog
    this.isEncrypted = places.trailer.entries.has('Encrypt')
  }

  /** Throws PdfSyntaxError where the file would need repair, EncryptedStructure where it would need a key. */
  static async open(source: ByteSource, signal?: AbortSignal): Promise<PdfStructure> {
    const file = new FileWindow(source)
    const places = await readCrossReferences(file, signal)
    const empty: PdfDictionary = { kind: 'dictionary', entries: new Map() }
    const catalog = await new PdfStructure(file, places, empty).lookup(places.trailer.entries.get('Root'))
    if (catalog?.kind !== 'dictionary') return refuse('no catalog')
    return new PdfStructure(file, places, catalog)
  }

  /** The object behind a reference; anything else is given back. Undefined when there is none. */
  async lookup(value: PdfValue | undefined): Promise<PdfValue | undefined> {
    let current = value
    for (let step = 0; current?.kind === 'reference'; step++) {
      if (step >= MOST_REFERENCES) refuse('references go round in circles')
      current = await this.#load(current.number)
    }
    if (current?.kind === 'ambiguous') refuse(`/${current.key} twice in a dictionary`)
    return current?.kind === 'keyword' && current.word === 'null' ? undefined : current
  }

  async #load(number: number): Promise<PdfValue | undefined> {
    const place = await this.#places.find(number)
    if (place === undefined || place.kind === 'free') return undefined
    if (place.kind === 'offset') return (await this.#objectAt(number, place)).value
    const { data, positions } = await this.#objectStream(place.container)
    const position = positions.get(number)
    if (position === undefined) return refuse('an object stream lacks an object')
    const { value, length } = valueInside(data, position)
    this.#file.budget.parsed(length)
    return value
  }

  async #objectAt(number: number, { offset }: ObjectPlace & { kind: 'offset' }) {
    const object = await this.#file.parse(offset, readIndirectObject)
    return object.number === number ? object : refuse('another object is at this offset')
  }

  async #objectStream(number: number): Promise<ObjectStream> {
    const known = this.#streams.get(number)
    if (known !== undefined) {
      this.#streams.delete(number)
      this.#streams.set(number, known)
      return known
    }
    if (this.isEncrypted) throw new EncryptedStructure('encrypted object stream')
    const place = await this.#places.find(number)
    if (place?.kind !== 'offset') return refuse('an object stream is missing')
    const { value, streamStart } = await this.#objectAt(number, place)
    if (value.kind !== 'dictionary' || streamStart === undefined) return refuse('no object stream')
    const length = await this.#lengthOf(value)
    this.#makeRoom()
    const decoded = await readStructureStream(this.#file, value, streamStart, length, LARGEST_OBJECT_STREAM)
    const stream = positionsIn(value, decoded)
    this.#streams.set(number, stream)
    return stream
  }

  /** A length may be an object of its own, though not one inside the very stream it measures. */
  async #lengthOf(dictionary: PdfDictionary): Promise<number> {
    if (this.#opening >= DEEPEST_LENGTH) refuse('the length of an object stream leads in circles')
    this.#opening++
    const length = await this.lookup(dictionary.entries.get('Length'))
    this.#opening--
    return length?.kind === 'number' ? length.number : refuse('bad length')
  }

  /** Drops object streams, the one used longest ago first, until a large one fits. */
  #makeRoom(): void {
    const { budget } = this.#file
    for (const [number, { data }] of this.#streams) {
      if (this.#streams.size < MOST_OBJECT_STREAMS && budget.left >= LARGEST_OBJECT_STREAM) return
      this.#streams.delete(number)
      budget.drop(data.length - 1)
    }
  }
}

function positionsIn(dictionary: PdfDictionary, decoded: Bytes): ObjectStream {
  // A token may end with the data; the reader wants to see what follows it.
  const data = new Uint8Array(decoded.length + 1)
  data.set(decoded)
  data[decoded.length] = 0x20
  const count = numberIn(dictionary, 'N') ?? 0
  const first = numberIn(dictionary, 'First') ?? 0
  if (count > MOST_OBJECTS_IN_STREAM) refuse('too many objects in an object stream')
  const positions = insideWindow(() => {
    const reader = new PdfSyntaxReader(data, 0)
    const found = new Map<number, number>()
    for (let index = 0; index < count; index++) found.set(reader.integer(), first + reader.integer())
    return found
  })
  return { data, positions }
}

function valueInside(data: Bytes, position: number): { readonly value: PdfValue; readonly length: number } {
  return insideWindow(() => {
    // NaN as place of the window: nothing in here has an offset in the file.
    const reader = new PdfSyntaxReader(data.subarray(position), NaN)
    const value = reader.value()
    return { value, length: reader.consumed }
  })
}

function insideWindow<T>(parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    if (cause instanceof WindowTooSmall) return refuse('an object stream ends inside an object')
    throw cause
  }
}
