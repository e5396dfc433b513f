import type { PDFDict, PDFObject } from 'pdf-lib'
import type { Observations } from './observations.ts'
import type { PdfSource } from './pdf-source.ts'

/** What the rules need to know of the copy they are part of. */
export interface RuleContext {
  readonly source: PdfSource
  readonly observations: Observations
  readonly renamedFonts: ReadonlyMap<string, string>
  destination(destination: PDFObject): string
}

/** How one entry is written: a text, `null` to leave it out, or undefined for the ordinary way. */
export type EntryRule = (copier: RuleContext, dict: PDFDict, value: PDFObject) => string | undefined
