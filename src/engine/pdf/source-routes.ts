import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from 'pdf-lib'
import type { PDFContext } from 'pdf-lib'
import type { Bytes } from '../ports.ts'
import { boundObjectStreams, mostStructureBytes, ranOverBound } from './bounded-object-streams.ts'
import { latin1Text } from './byte-stream.ts'
import { openPdfForReading } from './lazy-reader.ts'
import { collectPages } from './page-tree.ts'
import type { PdfSource } from './pdf-source.ts'
import { BeyondLimit, PdfSyntaxError, refuse } from './pdf-syntax-error.ts'
import { redrawByPdfium } from './pdfium.ts'
import { withoutWarnings } from './silent-parsing.ts'
import { decodeStream } from './stream-decoding.ts'

export type PdfRoute = 'lazy' | 'full' | 'pdfium'

/** A source opened one way, and whether only its owner's password kept it shut. */
export interface OpenedSource {
  readonly source: PdfSource
  readonly ownerPassword: boolean
}

/** The file is encrypted, and not for everyone. */
export class PasswordNeeded extends Error {
  constructor() {
    super('a password or certificate is needed')
    this.name = 'PasswordNeeded'
  }
}

/** Opens a source the given way. Throws PasswordNeeded, or whatever the parsers throw on bad bytes. */
export async function openSource(bytes: Bytes, route: PdfRoute): Promise<OpenedSource> {
  switch (route) {
    case 'lazy':
      return { source: openLazily(bytes), ownerPassword: false }
    case 'full':
      return openFully(bytes)
    case 'pdfium':
      return openRedrawn(bytes)
  }
}

function openLazily(bytes: Bytes): PdfSource {
  const { context, catalog } = openPdfForReading(bytes)
  return { context, catalog, pages: pagesOf(context, catalog) }
}

async function openFully(bytes: Bytes): Promise<OpenedSource> {
  boundObjectStreams()
  // pdf-lib's default pauses every hundred objects, which is for windows, not for workers.
  const options = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }
  try {
    const { context, catalog } = await withoutWarnings(() => PDFDocument.load(bytes, options))
    return { source: fullSource(context, catalog), ownerPassword: false }
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw error
  }
  try {
    // A file with an owner's password only opens with the empty user password (ISO 32000-1, 7.6.3.1).
    const { context, catalog } = await withoutWarnings(() =>
      PDFDocument.load(bytes, { ...options, password: '' }),
    )
    const source = fullSource(context, catalog)
    return {
      source: { ...source, decrypted: { inObjectStreams: compressedObjects(context) } },
      ownerPassword: true,
    }
  } catch (error) {
    throw error instanceof PdfSyntaxError ? error : new PasswordNeeded()
  }
}

async function openRedrawn(bytes: Bytes): Promise<OpenedSource> {
  const redrawn = await redrawByPdfium(bytes)
  if (redrawn.bytes === undefined) {
    if (redrawn.reason === 'password') throw new PasswordNeeded()
    return refuse(`PDFium: ${redrawn.reason}`)
  }
  try {
    return { source: openLazily(redrawn.bytes), ownerPassword: false }
  } catch {
    const { source } = await openFully(redrawn.bytes)
    return { source, ownerPassword: false }
  }
}

function fullSource(context: PDFContext, catalog: unknown): PdfSource {
  if (ranOverBound(context)) throw new BeyondLimit()
  if (!(catalog instanceof PDFDict)) return refuse('no catalog')
  return { context, catalog, pages: pagesOf(context, catalog) }
}

function pagesOf(context: PDFContext, catalog: PDFDict): PdfSource['pages'] {
  const pages = collectPages(context, catalog)
  if (pages.length === 0) throw new NoPages()
  return pages
}

/** The file opens, but has no page to show. */
export class NoPages extends Error {
  constructor() {
    super('no pages')
    this.name = 'NoPages'
  }
}

/** Numbers of the objects that stood in object streams: pdf-lib does not say so afterwards. */
function compressedObjects(context: PDFContext): Set<number> {
  const numbers = new Set<number>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Type')) !== PDFName.of('ObjStm'))
      continue
    const first = object.dict.lookup(PDFName.of('First'))
    if (!(first instanceof PDFNumber)) continue
    const head = latin1Text(decodeStream(object, mostStructureBytes, 'kept').subarray(0, first.asNumber()))
    head
      .trim()
      .split(/\s+/)
      .forEach((text, index) => {
        if (index % 2 === 0) numbers.add(Number(text))
      })
  }
  return numbers
}
