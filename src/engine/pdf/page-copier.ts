import { PDFArray, PDFDict, PDFName } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { latin1Bytes } from './byte-stream.ts'
import type { ContentInspector } from './content-inspector.ts'
import { linkAnnotation } from './link-annotation.ts'
import type { ObjectCopier } from './object-copier.ts'
import type { ObjectWriter } from './object-writer.ts'
import { isolateContent } from './page-content.ts'
import { pageGeometry } from './page-geometry.ts'
import type { PageGeometry } from './page-geometry.ts'
import { pageStamp, roomForStamp } from './page-stamp.ts'
import type { EncodedText, PageStamp } from './page-stamp.ts'
import type { SourcePage } from './page-tree.ts'
import { elementsOf, entriesOf } from './pdf-lib-internals.ts'
import { realArray } from './pdf-text.ts'

/** Where a page goes and what is added to it. */
export interface PagePlacement {
  readonly number: number
  readonly parent: number
  /** Without glyphs the page gets no stamp. */
  readonly stamp: EncodedText
  /** Page object that a click on the stamp leads to. */
  readonly stampTarget?: number
  /** References to annotations of ours. */
  readonly annotations: readonly string[]
}

const name = {
  annots: PDFName.of('Annots'),
  contents: PDFName.of('Contents'),
  font: PDFName.of('Font'),
  resources: PDFName.of('Resources'),
  type: PDFName.of('Type'),
  xobject: PDFName.of('XObject'),
}
/** Written anew, or tied to parts of the source document that are not taken (structure, articles, templates, files). */
const rewritten = new Set(
  [
    'Type',
    'Parent',
    'Contents',
    'Resources',
    'MediaBox',
    'CropBox',
    'Rotate',
    'Annots',
    'StructParents',
    'AA',
    'AF',
    'B',
    'DPart',
    'TemplateInstantiated',
  ].map((key) => PDFName.of(key)),
)

interface StampedResources {
  readonly number: number
  readonly fontName: string
}

/** Copies the pages of one source, each with its stamp on top of its isolated content. */
export class PageCopier {
  readonly #copier: ObjectCopier
  readonly #inspector: ContentInspector
  readonly #stampFont: number
  readonly #saveState: number
  readonly #stamped = new Map<PDFObject | undefined, StampedResources>()

  /** `stampFont` and `saveState`: numbers of the stamp's font and of the stream that holds the `q` before a page. */
  constructor(copier: ObjectCopier, inspector: ContentInspector, stampFont: number, saveState: number) {
    this.#copier = copier
    this.#inspector = inspector
    this.#stampFont = stampFont
    this.#saveState = saveState
  }

  /** Writes the page and everything it needs that is not written yet. */
  copy(page: SourcePage, placement: PagePlacement): void {
    const copier = this.#copier
    const { context } = copier.source
    const { writer } = copier
    copier.enter(page.ref?.objectNumber ?? 0)
    const geometry = pageGeometry(context, page)
    const resources = page.attributes.get(name.resources)
    const formName = freeName(context.lookup(resources), name.xobject, 'DossierPage')
    const original = () => (resources === undefined ? 'null' : copier.value(resources))
    const content = isolateContent(
      copier,
      this.#inspector,
      page.dict.get(name.contents),
      original,
      realArray(geometry.mediaBox),
      formName,
    )
    const stamped =
      content.form === undefined
        ? this.#stampedResources(resources)
        : this.#writeResources(undefined, `/XObject<</${formName} ${content.form} 0 R>>`)
    const top = writer.allocate()
    const stamp = stampOf(placement, geometry, stamped.fontName)
    writer.stream(top, '', latin1Bytes(`${content.close}\n${stamp.content}\n`))
    const { mediaBox, cropBox, rotate } = roomForStamp(geometry, placement.stamp)
    const before = content.close === '' ? [] : [`${this.#saveState} 0 R`]
    const contents = [...before, ...content.parts, `${top} 0 R`].join(' ')
    copier.enter(page.ref?.objectNumber ?? 0)
    writer.object(
      placement.number,
      `<</Type/Page/Parent ${placement.parent} 0 R${copier.entries(page.dict, rewritten)}` +
        `/MediaBox${realArray(mediaBox)}${cropBox === undefined ? '' : `/CropBox${realArray(cropBox)}`}` +
        `${rotate === 0 ? '' : `/Rotate ${rotate}`}` +
        `/Resources ${stamped.number} 0 R/Contents[${contents}]` +
        `${this.#annotations(page.dict, [...placement.annotations, ...stampLink(writer, placement, stamp)])}>>`,
    )
    copier.drain()
  }

  #annotations(page: PDFDict, added: readonly string[]): string {
    const copier = this.#copier
    const own = page.lookup(name.annots)
    const kept = own instanceof PDFArray ? elementsOf(own).map((annotation) => copier.value(annotation)) : []
    const all = [...kept, ...added].filter((reference) => reference !== 'null')
    return all.length === 0 ? '' : `/Annots[${all.join(' ')}]`
  }

  /** Pages that share their resources share the copy with the stamp's font in it. */
  #stampedResources(resources: PDFObject | undefined): StampedResources {
    const dict = this.#copier.source.context.lookup(resources)
    const known = this.#stamped.get(dict)
    if (known !== undefined) return known
    const stamped = this.#writeResources(dict, '')
    this.#stamped.set(dict, stamped)
    return stamped
  }

  #writeResources(resources: PDFObject | undefined, further: string): StampedResources {
    const copier = this.#copier
    const fontName = freeName(resources, name.font, 'DossierStamp')
    const fonts = resources instanceof PDFDict ? resources.lookup(name.font) : undefined
    const others = resources instanceof PDFDict ? copier.entries(resources, new Set([name.font])) : ''
    const fontEntries = fonts instanceof PDFDict ? copier.entries(fonts) : ''
    const number = copier.writer.allocate()
    copier.writer.object(
      number,
      `<<${others}${further}/Font<<${fontEntries}/${fontName} ${this.#stampFont} 0 R>>>>`,
    )
    return { number, fontName }
  }
}

/** The stamp of a page, empty when it has no glyphs. */
export function stampOf(placement: PagePlacement, geometry: PageGeometry, fontName: string): PageStamp {
  if (placement.stamp.hex === '') return { content: '', rect: [0, 0, 0, 0] }
  return pageStamp(geometry, placement.stamp, fontName)
}

/** Writes the link over a stamp, if there is one, and returns its reference. */
export function stampLink(writer: ObjectWriter, placement: PagePlacement, stamp: PageStamp): string[] {
  if (placement.stampTarget === undefined || stamp.content === '') return []
  return [linkAnnotation(writer, placement.number, stamp.rect, placement.stampTarget)]
}

/** A resource name of a category that the resources do not use. */
function freeName(resources: PDFObject | undefined, category: PDFName, wish: string): string {
  const used = resources instanceof PDFDict ? resources.lookup(category) : undefined
  if (!(used instanceof PDFDict)) return wish
  let free = wish
  for (let count = 1; entriesOf(used).has(PDFName.of(free)); count++) free = `${wish}${count}`
  return free
}
