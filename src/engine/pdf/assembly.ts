import type { PDFDocument, PDFRef } from 'pdf-lib'
import type { Finding } from '../../shared/contract/finding.ts'
import type { Bytes } from '../ports.ts'

/** What the first pass over one source found. Produced in a throw-away worker; plain data. */
export type SourceSurvey =
  | {
      readonly shown: true
      readonly kind: 'pdf' | 'image'
      /** How the second pass opens it: own lazy reader, full parser, or re-saved by PDFium. */
      readonly route: 'lazy' | 'full' | 'pdfium' | 'image'
      readonly pageCount: number
      readonly findings: readonly Finding[]
      /** Number of signature fields with a value in the source. */
      readonly signatures: number
    }
  | { readonly shown: false; readonly findings: readonly Finding[] }

/** A run of consecutive pages of the bundle PDF. */
export type Segment =
  | {
      readonly kind: 'generated'
      /** Indexes of pages in the generated document. */
      readonly pages: readonly number[]
      /** Text before the page number in the stamp, where the pages stand for an item. */
      readonly stampLabel?: string
    }
  | {
      readonly kind: 'source'
      /** Label used for the per-source parent field and in findings, such as E001. */
      readonly label: string
      readonly sha256: string
      readonly route: 'lazy' | 'full' | 'pdfium' | 'image'
      readonly pageCount: number
      /** Reads the whole source; the array may be reused by the next read. */
      read(): Promise<Bytes>
      /** Text before the page number in the stamp, such as `证据 3`. */
      readonly stampLabel: string
    }

/** A bookmark. `page` is a zero-based index into the bundle PDF. */
export interface OutlineNode {
  readonly title: string
  readonly page: number
  readonly children: readonly OutlineNode[]
  /** Index of the source segment whose own outline is nested below. */
  readonly sourceSegment?: number
}

/** A link drawn on a generated page. `page` and `target`: zero-based indexes into the bundle PDF. */
export interface PageLink {
  readonly page: number
  /** Rectangle in points: x0, y0, x1, y1. */
  readonly rect: readonly [number, number, number, number]
  readonly target: number
}

/** A link over the stamp of a page. Both zero-based indexes into the bundle PDF. */
export interface StampLink {
  readonly page: number
  readonly target: number
}

/** How the assembler writes text on foreign pages: a font of the generated document. */
export interface StampFont {
  /** Font object inside the generated document. */
  readonly ref: PDFRef
  /** Hex glyph codes and width (of font size 1) of a text all of whose characters were declared beforehand. */
  encode(text: string): { readonly hex: string; readonly width: number }
}

/** Generated pages in an ordinary flushed pdf-lib document. */
export interface GeneratedDocument {
  readonly document: PDFDocument
  readonly stampFont: StampFont
  /** Form XObject for the visible signature block, if the bundle is signed. */
  readonly signatureAppearance?: PDFRef
}

/** Everything the assembler needs to write one PDF, forward only. */
export interface AssemblyPlan {
  readonly generated: GeneratedDocument
  readonly segments: readonly Segment[]
  readonly outline: readonly OutlineNode[]
  readonly links: readonly PageLink[]
  /** Pages whose stamp is a link, such as the way back from an item to its row in the table. */
  readonly stampLinks?: readonly StampLink[]
  /** Number printed on the first page; 1 for the first round. */
  readonly firstPageNumber: number
  /** The whole stamp: `(stampLabel or null, printed number, last printed number)` → text. */
  stampText(label: string | null, number: number, last: number): string
  readonly information: {
    readonly title: string
    readonly author: string
    readonly subject: string
    readonly creator: string
    readonly language: 'zh-CN' | 'en'
    readonly createdAt: Date
    /** 32 hex digits, the same for the same plan (trailer /ID). */
    readonly id: string
  }
  readonly signature?: SignaturePlan
  /** Where the looks of a signature are shown though nothing is signed: in copies of pages for printing. */
  readonly signatureMark?: Pick<SignaturePlan, 'page' | 'rect'>
}

/** The visible signature: where, what it says, and who signs the digest of the byte range. */
export interface SignaturePlan {
  /** Zero-based page index in the bundle PDF. */
  readonly page: number
  readonly rect: readonly [number, number, number, number]
  readonly signerName: string
  readonly reason: string
  /** Bytes of DER reserved in /Contents. */
  readonly reserve: number
  /** SHA-256 of the byte range → DER of the detached CMS. */
  sign(digest: Bytes): Promise<Bytes>
}

/** What came out of the second pass. */
export interface AssembledPdf {
  readonly bytes: number
  readonly pageCount: number
  /** SHA-256 of the whole file, lower-case hex. */
  readonly sha256: string
  readonly byteRange?: readonly [number, number, number, number]
}
