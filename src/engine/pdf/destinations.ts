import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { elementsOf, entriesOf } from './pdf-lib-internals.ts'
import type { PdfSource } from './pdf-source.ts'

const views = new Set(
  ['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV'].map((name) => PDFName.of(name)),
)
const key = {
  d: PDFName.of('D'),
  dests: PDFName.of('Dests'),
  names: PDFName.of('Names'),
  kids: PDFName.of('Kids'),
}
const deepestTree = 32

/** Turns destinations of a source, named ones included, into explicit arrays (ISO 32000-1, 12.3.2). */
export class Destinations {
  readonly #source: PdfSource
  #named: Map<string, PDFObject> | undefined

  constructor(source: PdfSource) {
    this.#source = source
  }

  /** The explicit array a destination stands for, or undefined when it leads nowhere. */
  resolve(destination: PDFObject | undefined): PDFArray | undefined {
    const { context } = this.#source
    let target = context.lookup(destination)
    for (let step = 0; step < 4; step++) {
      if (target instanceof PDFArray) return isDestination(target) ? target : undefined
      if (target instanceof PDFDict) target = target.lookup(key.d)
      else if (target instanceof PDFName || isText(target)) target = context.lookup(this.#find(target))
      else return undefined
    }
    return undefined
  }

  /** The page number of a destination that counts pages instead of naming one. */
  static pageIndex(destination: PDFArray): number | undefined {
    const page = elementsOf(destination)[0]
    return page instanceof PDFNumber ? page.asNumber() : undefined
  }

  #find(name: PDFName | PDFString | PDFHexString): PDFObject | undefined {
    this.#named ??= this.#collect()
    return this.#named.get(nameKey(name))
  }

  #collect(): Map<string, PDFObject> {
    const named = new Map<string, PDFObject>()
    const { catalog } = this.#source
    const old = catalog.lookup(key.dests)
    if (old instanceof PDFDict) for (const [name, value] of entriesOf(old)) named.set(nameKey(name), value)
    const trees = catalog.lookup(key.names)
    if (trees instanceof PDFDict) {
      for (const [name, value] of nameTreeEntries(trees.lookup(key.dests))) named.set(nameKey(name), value)
    }
    return named
  }
}

/** The leaves of a name tree (ISO 32000-1, 7.9.6), cycles and depth held. */
export function* nameTreeEntries(
  root: PDFObject | undefined,
): Generator<[PDFString | PDFHexString, PDFObject]> {
  const seen = new Set<PDFDict>()
  const waiting: { node: PDFObject | undefined; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next
    if (!(node instanceof PDFDict) || seen.has(node) || depth > deepestTree) continue
    seen.add(node)
    const names = node.lookup(key.names)
    if (names instanceof PDFArray) {
      for (let index = 0; index + 1 < names.size(); index += 2) {
        const name = names.lookup(index)
        if (isText(name)) yield [name, names.get(index + 1)]
      }
    }
    const kids = node.lookup(key.kids)
    if (kids instanceof PDFArray) {
      for (let index = kids.size() - 1; index >= 0; index--) {
        waiting.push({ node: kids.lookup(index), depth: depth + 1 })
      }
    }
  }
}

/** Whether an array is a destination and not, say, a colour space that a resource calls /Dest. */
export function isDestination(array: PDFArray): boolean {
  const view = elementsOf(array)[1]
  return view instanceof PDFName && views.has(view)
}

function isText(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString
}

function nameKey(name: PDFName | PDFString | PDFHexString): string {
  return String.fromCharCode(...name.asBytes().subarray(0, 1024))
}
