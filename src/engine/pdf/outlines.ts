import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import type { ObjectCopier } from './object-copier.ts'
import type { ObjectWriter } from './object-writer.ts'
import { realArray } from './pdf-text.ts'
import { elementsOf } from './pdf-lib-internals.ts'

/** A bookmark as it will be written. */
export interface OutlineItem {
  /** A string in PDF syntax. */
  readonly title: string
  /** An explicit destination in PDF syntax, or `null`. */
  readonly destination: string
  /** Colour and style entries in PDF syntax. */
  readonly style: string
  readonly open: boolean
  readonly children: readonly OutlineItem[]
}

const key = {
  outlines: PDFName.of('Outlines'),
  first: PDFName.of('First'),
  next: PDFName.of('Next'),
  title: PDFName.of('Title'),
  dest: PDFName.of('Dest'),
  action: PDFName.of('A'),
  s: PDFName.of('S'),
  d: PDFName.of('D'),
  goTo: PDFName.of('GoTo'),
  color: PDFName.of('C'),
  flags: PDFName.of('F'),
}
const deepestOutline = 32
const mostItems = 50_000

/** The outline of a source (ISO 32000-1, 12.3.3) with destinations in the new file. Actions other than GoTo are left out. */
export function readOutline(copier: ObjectCopier): OutlineItem[] {
  const root = copier.source.catalog.lookup(key.outlines)
  if (!(root instanceof PDFDict)) return []
  const seen = new Set<PDFDict>()
  const readList = (parent: PDFDict, depth: number): OutlineItem[] => {
    const items: OutlineItem[] = []
    let next = parent.get(key.first)
    for (;;) {
      const item = copier.source.context.lookup(next)
      if (!(item instanceof PDFDict) || seen.has(item) || seen.size >= mostItems) return items
      seen.add(item)
      if (next instanceof PDFRef) copier.enter(next.objectNumber)
      items.push({
        title: titleOf(copier, item),
        destination: destinationOf(copier, item),
        style: styleOf(item),
        open: false,
        children: depth < deepestOutline ? readList(item, depth + 1) : [],
      })
      next = item.get(key.next)
    }
  }
  return readList(root, 0)
}

/** Writes the items below the outline dictionary `root`, which is written as well. */
export function writeOutline(writer: ObjectWriter, root: number, items: readonly OutlineItem[]): void {
  const below = writeList(writer, root, items)
  writer.object(root, `<</Type/Outlines${below === undefined ? '' : linksTo(below, below.visible)}>>`)
}

interface WrittenList {
  readonly first: number
  readonly last: number
  /** Items shown while the parent is open (ISO 32000-1, table 153). */
  readonly visible: number
}

function writeList(
  writer: ObjectWriter,
  parent: number,
  items: readonly OutlineItem[],
): WrittenList | undefined {
  if (items.length === 0) return undefined
  const first = writer.allocate(items.length)
  const last = first + items.length - 1
  let visible = 0
  items.forEach((item, index) => {
    const number = first + index
    const below = writeList(writer, number, item.children)
    visible += 1 + (item.open && below !== undefined ? below.visible : 0)
    writer.object(
      number,
      `<</Title ${item.title}/Parent ${parent} 0 R` +
        `${number > first ? `/Prev ${number - 1} 0 R` : ''}${number < last ? `/Next ${number + 1} 0 R` : ''}` +
        `${item.destination === 'null' ? '' : `/Dest${item.destination}`}${item.style}` +
        `${below === undefined ? '' : linksTo(below, item.open ? below.visible : -below.visible)}>>`,
    )
  })
  return { first, last, visible }
}

function linksTo(list: WrittenList, count: number): string {
  return `/First ${list.first} 0 R/Last ${list.last} 0 R/Count ${count}`
}

function titleOf(copier: ObjectCopier, item: PDFDict): string {
  const title = item.lookup(key.title)
  return title instanceof PDFString || title instanceof PDFHexString ? copier.value(title) : '()'
}

function destinationOf(copier: ObjectCopier, item: PDFDict): string {
  const destination = item.get(key.dest)
  if (destination !== undefined) return copier.destination(destination)
  const action = item.lookup(key.action)
  return action instanceof PDFDict && action.get(key.s) === key.goTo
    ? copier.destination(action.get(key.d))
    : 'null'
}

function styleOf(item: PDFDict): string {
  const color = item.lookup(key.color)
  const flags = item.lookup(key.flags)
  let style = ''
  if (color instanceof PDFArray && color.size() === 3) {
    const parts = elementsOf(color).map((part) => (part instanceof PDFNumber ? part.asNumber() : 0))
    style += `/C${realArray(parts)}`
  }
  return flags instanceof PDFNumber ? `${style}/F ${flags.asNumber() & 3}` : style
}
