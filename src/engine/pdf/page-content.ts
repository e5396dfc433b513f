import { PDFArray, PDFName, PDFStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { zlibSync } from 'fflate'
import { decodeContent, pageLimit } from './content-inspector.ts'
import type { ContentInspector } from './content-inspector.ts'
import type { ObjectCopier } from './object-copier.ts'
import { elementsOf } from './pdf-lib-internals.ts'

/** The original content of a page, kept apart from what is drawn on top of it. */
export interface IsolatedContent {
  /** References for /Contents, to stand behind a `q`. */
  readonly parts: readonly string[]
  /** Operators that bring the graphics state back to where it was before that `q`. */
  readonly close: string
  /** Object number of a form XObject that the page must offer under `formName`, if the content became one. */
  readonly form?: number
}

/** More open states than this are closed by putting the content into a form. */
const mostClosings = 512
const formEntries = new Set(
  ['Length', 'Type', 'Subtype', 'BBox', 'Matrix', 'Resources', 'Group', 'FormType'].map((key) =>
    PDFName.of(key),
  ),
)

/**
 * Isolates the content of a page. Balanced content, nearly all there is, stays as it is between `q` and `Q`; open
 * states are closed; content that breaks the pairing becomes a form XObject, which no imbalance can leave.
 * `resources` gives the text of the page's own resources, `box` that of its media box.
 */
export function isolateContent(
  copier: ObjectCopier,
  inspector: ContentInspector,
  contents: PDFObject | undefined,
  resources: () => string,
  box: string,
  formName: string,
): IsolatedContent {
  const { objects, streams } = contentStreams(copier, contents)
  if (streams.length === 0) return { parts: [], close: '' }
  const balance = inspector.balance(streams)
  const references = () => objects.map((object) => copier.value(object))
  if (balance !== undefined && !balance.broken && balance.openStates + balance.openMarks <= mostClosings) {
    const { openStates, openMarks, openText } = balance
    const close = `${openText ? 'ET ' : ''}${'EMC '.repeat(openMarks)}${'Q '.repeat(openStates)}Q`
    return { parts: references(), close }
  }
  const own = resources()
  const form = `/Type/XObject/Subtype/Form/BBox${box}${own === 'null' ? '' : `/Resources ${own}`}`
  const number = writeAsForm(copier, streams, form)
  if (number === undefined) return { parts: references(), close: 'Q' }
  return { parts: [], close: `/${formName} Do Q`, form: number }
}

/** A single stream becomes a form as it is, several are decoded and joined; undefined when they cannot be. */
function writeAsForm(
  copier: ObjectCopier,
  streams: readonly PDFStream[],
  entries: string,
): number | undefined {
  const [only] = streams
  if (only !== undefined && streams.length === 1) {
    const number = copier.writer.allocate()
    copier.writeStream(number, only, formEntries, entries)
    return number
  }
  const parts: Uint8Array[] = []
  let length = 0
  for (const stream of streams) {
    const part = decodeContent(stream)
    length += part?.length ?? 0
    if (part === undefined || length > pageLimit) return undefined
    parts.push(part)
  }
  const number = copier.writer.allocate()
  copier.writer.stream(number, `${entries}/Filter/FlateDecode`, zlibSync(joined(parts), { level: 6 }))
  return number
}

function contentStreams(
  copier: ObjectCopier,
  contents: PDFObject | undefined,
): { objects: PDFObject[]; streams: PDFStream[] } {
  const { context } = copier.source
  const value = context.lookup(contents)
  const candidates = value instanceof PDFArray ? elementsOf(value) : contents === undefined ? [] : [contents]
  const objects: PDFObject[] = []
  const streams: PDFStream[] = []
  for (const candidate of candidates) {
    const stream = context.lookup(candidate)
    if (!(stream instanceof PDFStream)) continue
    objects.push(candidate)
    streams.push(stream)
  }
  return { objects, streams }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
    whole[at++] = 10
  }
  return whole
}
