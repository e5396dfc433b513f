import { PDFArray, PDFDict, PDFName, PDFStream } from 'pdf-lib'
import type { PDFContext, PDFObject } from 'pdf-lib'
import { elementsOf } from './pdf-lib-internals.ts'

const embeddedFile = PDFName.of('EF')
/** Keys of an embedded file dictionary (ISO 32000-1, table 44). */
const platforms = ['F', 'UF', 'DOS', 'Mac', 'Unix'].map((key) => PDFName.of(key))

/** Whether a file specification carries the file itself. A font may be called /EF, but it holds no streams thus. */
export function isEmbedded(specification: PDFDict): boolean {
  const files = specification.lookup(embeddedFile)
  return files instanceof PDFDict && platforms.some((key) => files.lookup(key) instanceof PDFStream)
}

/** The file specifications with embedded files that a value is, or lists. */
export function embeddedFilesIn(context: PDFContext, value: PDFObject | undefined): PDFDict[] {
  const found = context.lookup(value)
  const candidates = found instanceof PDFArray ? elementsOf(found) : [found]
  return candidates.flatMap((candidate) => {
    const specification = context.lookup(candidate)
    return specification instanceof PDFDict && isEmbedded(specification) ? [specification] : []
  })
}
