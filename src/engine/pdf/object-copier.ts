import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { unwantedAction } from './action-policy.ts'
import { Destinations } from './destinations.ts'
import { entryRules } from './entry-rules.ts'
import type { ObjectWriter } from './object-writer.ts'
import type { Observations } from './observations.ts'
import { elementsOf, entriesOf } from './pdf-lib-internals.ts'
import type { PdfSource } from './pdf-source.ts'
import { refuse } from './pdf-syntax-error.ts'

const typeName = PDFName.of('Type')
const actionType = PDFName.of('S')
const goTo = PDFName.of('GoTo')
const d = PDFName.of('D')
const embeddedFile = PDFName.of('EmbeddedFile')
const lengthOnly: ReadonlySet<PDFName> = new Set([PDFName.of('Length')])
/** Objects that hang together with a whole document; those of pages that are taken have numbers beforehand. */
const ofTheDocument = new Set(
  ['Catalog', 'Pages', 'Page', 'Template', 'StructTreeRoot', 'StructElem'].map((name) => PDFName.of(name)),
)
const deepestValue = 500

/** Changes to one object on its way: entries left out, and text put in their place. */
export interface Amendment {
  readonly without: ReadonlySet<PDFName>
  readonly entries: string
}

/**
 * Writes the objects of one source under new numbers, straight as text: nothing is cloned, streams are not decoded.
 * What a bundle must not carry becomes `null` on the way and is counted.
 */
export class ObjectCopier {
  readonly source: PdfSource
  readonly observations: Observations
  readonly writer: ObjectWriter
  /** Resource names of fonts in /DA strings that had to be changed. */
  readonly renamedFonts = new Map<string, string>()
  readonly #numbers = new Map<PDFRef, number>()
  readonly #amendments = new Map<number, Amendment>()
  readonly #waiting: { number: number; object: PDFObject; from: number }[] = []
  readonly #destinations: Destinations
  #current = 0
  #depth = 0

  constructor(writer: ObjectWriter, source: PdfSource, observations: Observations) {
    this.writer = writer
    this.source = source
    this.observations = observations
    this.#destinations = new Destinations(source)
  }

  /** Gives an object of the source a number that the caller writes himself. The first number given stays. */
  place(ref: PDFRef, number: number): void {
    if (!this.#numbers.has(ref)) this.#numbers.set(ref, number)
  }

  /** Makes every reference to an object `null`, unless it has a number already. */
  leaveOut(ref: PDFRef): void {
    this.place(ref, 0)
  }

  /** The new number of an object that was placed or met, 0 if it became null. */
  numberOf(ref: PDFRef): number {
    return this.#numbers.get(ref) ?? 0
  }

  /** Changes an object that is going to be written, on top of what was changed before. */
  amend(number: number, { without, entries }: Amendment): void {
    const before = this.#amendments.get(number)
    this.#amendments.set(number, {
      without: before === undefined ? without : new Set([...before.without, ...without]),
      entries: (before?.entries ?? '') + entries,
    })
  }

  /** `n 0 R`, or `null` for what is missing, broken or not taken. */
  reference(ref: PDFRef): string {
    let number = this.#numbers.get(ref)
    if (number === undefined) {
      const object = this.source.context.lookup(ref)
      number = this.#isTaken(object) ? this.writer.allocate() : 0
      this.#numbers.set(ref, number)
      if (number !== 0 && object !== undefined) this.#later(number, object, ref.objectNumber)
    }
    return number === 0 ? 'null' : `${number} 0 R`
  }

  /** A value as it stands in the new file. */
  value(object: PDFObject): string {
    if (object instanceof PDFRef) return this.reference(object)
    if (object instanceof PDFDict) return this.#dictionary(object)
    if (object instanceof PDFArray) return this.#array(object)
    if (object instanceof PDFStream) {
      const number = this.writer.allocate()
      this.#later(number, object, this.#current)
      return `${number} 0 R`
    }
    if (object instanceof PDFString && this.source.decrypted !== undefined)
      return this.#decryptedString(object)
    if (object instanceof PDFInvalidObject) return 'null'
    return object.toString()
  }

  /** The entries of a dictionary without `<<` and `>>`. */
  entries(dict: PDFDict, without?: ReadonlySet<PDFName>): string {
    let text = ''
    for (const [key, value] of entriesOf(dict)) {
      if (value === PDFNull || without?.has(key)) continue
      const rule = entryRules.get(key)
      const written = rule?.(this, dict, value) ?? this.value(value)
      // An entry that is null equals an absent one (ISO 32000-1, 7.3.7).
      if (written !== 'null') text += `${key.asString()} ${written}`
    }
    return text
  }

  /** An explicit destination on a page that is taken, or `null`. */
  destination(destination: PDFObject | undefined): string {
    const target = this.#destinations.resolve(destination)
    if (target === undefined) return 'null'
    const index = Destinations.pageIndex(target)
    const [page, ...view] = elementsOf(target)
    const ref = index === undefined ? page : this.source.pages[index]?.ref
    if (!(ref instanceof PDFRef)) return 'null'
    const number = this.#numbers.get(ref) ?? 0
    return number === 0 ? 'null' : `[${number} 0 R ${view.map((part) => this.value(part)).join(' ')}]`
  }

  /** Writes a stream of the source under a number of its own, with further entries. */
  writeStream(number: number, stream: PDFStream, without: ReadonlySet<PDFName>, entries: string): void {
    const data = stream.getContents()
    this.writer.stream(number, this.entries(stream.dict, without) + entries, data)
  }

  /** Values are read in the name of this object of the source; it decides how its strings are spelt. */
  enter(objectNumber: number): void {
    this.#current = objectNumber
  }

  /** Writes everything that was referred to and is not yet written. */
  drain(): void {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      this.#current = next.from
      this.#write(next.number, next.object)
    }
  }

  #later(number: number, object: PDFObject, from: number): void {
    this.#waiting.push({ number, object, from })
  }

  #write(number: number, object: PDFObject): void {
    if (object instanceof PDFStream) {
      this.writeStream(number, object, lengthOnly, '')
      return
    }
    const amendment = this.#amendments.get(number)
    if (amendment !== undefined && object instanceof PDFDict) {
      this.writer.object(number, `<<${this.entries(object, amendment.without)}${amendment.entries}>>`)
      return
    }
    this.writer.object(number, this.value(object))
  }

  #isTaken(object: PDFObject | undefined): boolean {
    if (object === undefined || object === PDFNull) return false
    if (object instanceof PDFInvalidObject) {
      this.observations.invalidObjects++
      return false
    }
    if (object instanceof PDFDict) {
      const type = entriesOf(object).get(typeName)
      return !(type instanceof PDFName && ofTheDocument.has(type)) && !this.#isUnwanted(object)
    }
    if (object instanceof PDFStream && object.dict.get(typeName) === embeddedFile) {
      this.observations.attachments++
      return false
    }
    return true
  }

  #isUnwanted(dict: PDFDict): boolean {
    const unwanted = unwantedAction(dict)
    if (unwanted !== undefined) this.observations.action(unwanted)
    return unwanted !== undefined || this.#leadsNowhere(dict)
  }

  #leadsNowhere(dict: PDFDict): boolean {
    const entries = entriesOf(dict)
    return entries.get(actionType) === goTo && this.destination(entries.get(d)) === 'null'
  }

  #dictionary(dict: PDFDict): string {
    if (this.#isUnwanted(dict)) return 'null'
    this.#descend()
    const text = `<<${this.entries(dict)}>>`
    this.#depth--
    return text
  }

  #array(array: PDFArray): string {
    this.#descend()
    const elements = elementsOf(array)
    let text = '['
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index]
      if (index > 0) text += ' '
      text += element === undefined ? 'null' : this.value(element)
    }
    this.#depth--
    return `${text}]`
  }

  #descend(): void {
    if (++this.#depth > deepestValue) refuse('objects are nested too deeply')
  }

  #decryptedString(string: PDFString): string {
    const stillEscaped = this.source.decrypted?.inObjectStreams.has(this.#current) ?? false
    if (stillEscaped) return string.toString()
    const raw = string.asString()
    const bytes = new Uint8Array(raw.length)
    for (let index = 0; index < raw.length; index++) bytes[index] = raw.charCodeAt(index)
    return PDFHexString.fromBytes(bytes).toString()
  }
}
