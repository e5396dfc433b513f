import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFStream, PDFString } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { elementsOf, entriesOf } from './pdf-lib-internals.ts'
import type { PdfSource } from './pdf-source.ts'

const key = {
  acroForm: PDFName.of('AcroForm'),
  annots: PDFName.of('Annots'),
  ap: PDFName.of('AP'),
  f: PDFName.of('F'),
  ft: PDFName.of('FT'),
  mk: PDFName.of('MK'),
  n: PDFName.of('N'),
  needAppearances: PDFName.of('NeedAppearances'),
  off: PDFName.of('Off'),
  parent: PDFName.of('Parent'),
  rect: PDFName.of('Rect'),
  sig: PDFName.of('Sig'),
  subtype: PDFName.of('Subtype'),
  v: PDFName.of('V'),
  widget: PDFName.of('Widget'),
}
const drawn = ['BC', 'BG', 'CA', 'I'].map((name) => PDFName.of(name))
/** Hidden and NoView (ISO 32000-1, table 165). */
const unseen = 2 | 32
const deepestField = 32

/**
 * How many widgets of a source only show because it asks readers to draw its fields (/NeedAppearances; ISO 32000-1,
 * table 218). A bundle must not ask for that: readers would draw the fields of all its sources anew.
 */
export function fieldsWithoutLooks(source: PdfSource): number {
  const form = source.catalog.lookup(key.acroForm)
  if (!(form instanceof PDFDict) || form.lookup(key.needAppearances) !== PDFBool.True) return 0
  const widgets = new Set<PDFDict>()
  for (const page of source.pages) {
    const annotations = page.dict.lookup(key.annots)
    if (!(annotations instanceof PDFArray)) continue
    for (const element of elementsOf(annotations)) {
      const widget = source.context.lookup(element)
      if (widget instanceof PDFDict && lacksLooks(widget)) widgets.add(widget)
    }
  }
  return widgets.size
}

/** The normal appearance of an annotation: a stream, or a dictionary of streams by state. */
export function normalAppearance(annotation: PDFDict): PDFObject | undefined {
  const appearances = annotation.lookup(key.ap)
  return appearances instanceof PDFDict ? appearances.lookup(key.n) : undefined
}

function hasAppearance(widget: PDFDict): boolean {
  const normal = normalAppearance(widget)
  return normal instanceof PDFStream || (normal instanceof PDFDict && entriesOf(normal).size > 0)
}

function lacksLooks(widget: PDFDict): boolean {
  if (widget.lookup(key.subtype) !== key.widget || hasAppearance(widget) || !hasArea(widget)) return false
  const flags = widget.lookup(key.f)
  if (flags instanceof PDFNumber && (flags.asNumber() & unseen) !== 0) return false
  if (inherited(widget, key.ft) === key.sig) return false
  const characteristics = widget.lookup(key.mk)
  const hasBox = characteristics instanceof PDFDict && drawn.some((name) => characteristics.has(name))
  return hasBox || showsValue(inherited(widget, key.v))
}

function showsValue(value: PDFObject | undefined): boolean {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.asBytes().length > 0
  if (value instanceof PDFArray) return value.size() > 0
  return value instanceof PDFStream || (value instanceof PDFName && value !== key.off)
}

function hasArea(widget: PDFDict): boolean {
  const rect = widget.lookup(key.rect)
  if (!(rect instanceof PDFArray) || rect.size() < 4) return false
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map((index) => {
    const side = rect.lookup(index)
    return side instanceof PDFNumber ? side.asNumber() : 0
  })
  return x0 !== x1 && y0 !== y1
}

function inherited(widget: PDFDict, name: PDFName): PDFObject | undefined {
  let field: PDFObject | undefined = widget
  for (let depth = 0; depth < deepestField && field instanceof PDFDict; depth++) {
    const value = field.lookup(name)
    if (value !== undefined) return value
    field = field.lookup(key.parent)
  }
  return undefined
}
