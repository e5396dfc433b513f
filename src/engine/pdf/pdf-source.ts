import type { PDFContext, PDFDict } from 'pdf-lib'
import type { SourcePage } from './page-tree.ts'

/** A source PDF that is open for copying. */
export interface PdfSource {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly pages: readonly SourcePage[]
  /**
   * Set when pdf-lib decrypted the file: it leaves the strings of such objects without escapes, but not those that
   * stood in object streams, whose numbers are listed here.
   */
  readonly decrypted?: { readonly inObjectStreams: ReadonlySet<number> }
}
