import { PDFArray, PDFDict, PDFName, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFObject } from 'pdf-lib'
import { elementsOf } from './pdf-lib-internals.ts'

/** A page of a source with what it inherits (ISO 32000-1, 7.7.3.4). */
export interface SourcePage {
  /** Absent when the page stands directly in /Kids. */
  readonly ref: PDFRef | undefined
  readonly dict: PDFDict
  /** The nearest /Resources, /MediaBox, /CropBox and /Rotate above the page and its own. */
  readonly attributes: ReadonlyMap<PDFName, PDFObject>
}

export const inheritable = [
  PDFName.of('Resources'),
  PDFName.of('MediaBox'),
  PDFName.of('CropBox'),
  PDFName.of('Rotate'),
] as const

const kidsName = PDFName.of('Kids')
const typeName = PDFName.of('Type')
const pagesName = PDFName.of('Pages')
const contentsName = PDFName.of('Contents')

/**
 * The pages in order. A node met again is not followed again, so that cycles end; a page listed twice is two pages.
 * What is no dictionary is passed over.
 */
export function collectPages(context: PDFContext, catalog: PDFDict): SourcePage[] {
  const pages: SourcePage[] = []
  const seen = new Set<PDFDict>()
  // A list of our own instead of recursion: no depth of the tree can exhaust the stack.
  const waiting: Waiting[] = [{ object: catalog.get(pagesName), inherited: new Map() }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { object } = next
    const dict = context.lookup(object)
    if (!(dict instanceof PDFDict)) continue
    const kids = dict.lookup(kidsName)
    const attributes = withOwn(dict, next.inherited)
    if (kids instanceof PDFArray) {
      if (seen.has(dict)) continue
      seen.add(dict)
      for (const kid of elementsOf(kids).toReversed()) waiting.push({ object: kid, inherited: attributes })
    } else if (dict.get(typeName) !== pagesName || dict.has(contentsName)) {
      pages.push({ ref: object instanceof PDFRef ? object : undefined, dict, attributes })
    }
  }
  return pages
}

interface Waiting {
  readonly object: PDFObject | undefined
  readonly inherited: ReadonlyMap<PDFName, PDFObject>
}

function withOwn(dict: PDFDict, inherited: ReadonlyMap<PDFName, PDFObject>): ReadonlyMap<PDFName, PDFObject> {
  let attributes: Map<PDFName, PDFObject> | undefined
  for (const name of inheritable) {
    const own = dict.get(name)
    if (own === undefined) continue
    attributes ??= new Map(inherited)
    attributes.set(name, own)
  }
  return attributes ?? inherited
}
