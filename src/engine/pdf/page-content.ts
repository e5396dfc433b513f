import { PDFArray, PDFName, PDFRawStream, PDFStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { zlibSync } from 'fflate'
import { contentBalance } from './content-balance.ts'
import type { ObjectCopier } from './object-copier.ts'
import { elementsOf } from './pdf-lib-internals.ts'
import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { decodeStream } from './stream-decoding.ts'

/** The original content of a page, kept apart from what is drawn on top of it. */
export interface IsolatedContent {
  /** References for /Contents, to stand behind a `q`. */
  readonly parts: readonly string[]
  /** Operators that bring the graphics state back to where it was before that `q`. */
  readonly close: string
  /** Object number of a form XObject that the page must offer under `formName`, if the content became one. */
  readonly form?: number
}

/** Pages are decoded up to this size to count their operators. */
const contentLimit = 16 * 1024 * 1024
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
 * `resources` is the text of the page's own resources, `box` that of its media box.
 */
export function isolateContent(
  copier: ObjectCopier,
  contents: PDFObject | undefined,
  resources: string,
  box: string,
  formName: string,
): IsolatedContent {
  const { objects, streams } = contentStreams(copier, contents)
  if (streams.length === 0) return { parts: [], close: '' }
  const decoded = streams.map(decode)
  const known = decoded.filter((part) => part !== undefined)
  if (known.length === decoded.length) {
    const { openStates, openMarks, openText, broken } = contentBalance(known)
    if (!broken && openStates + openMarks <= mostClosings) {
      const close = `${openText ? 'ET ' : ''}${'EMC '.repeat(openMarks)}${'Q '.repeat(openStates)}Q`
      return { parts: objects.map((object) => copier.value(object)), close }
    }
  }
  const [only] = streams
  const form = `/Type/XObject/Subtype/Form/BBox${box}${resources === 'null' ? '' : `/Resources ${resources}`}`
  const number = copier.writer.allocate()
  if (only !== undefined && streams.length === 1) copier.writeStream(number, only, formEntries, form)
  else if (known.length === decoded.length) {
    copier.writer.stream(number, `${form}/Filter/FlateDecode`, zlibSync(joined(known), { level: 6 }))
  } else {
    return { parts: objects.map((object) => copier.value(object)), close: 'Q' }
  }
  return { parts: [], close: `/${formName} Do Q`, form: number }
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

function decode(stream: PDFStream): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return new Uint8Array(0)
  try {
    return decodeStream(stream, contentLimit)
  } catch (error) {
    if (error instanceof PdfSyntaxError || error instanceof Error) return undefined
    throw error
  }
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
