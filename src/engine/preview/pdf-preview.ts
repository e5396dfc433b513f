import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { Failure } from '../../shared/contract/failure.ts'
import { memory, passwordError, pdfiumLibrary } from '../pdf/pdfium.ts'
import type { Bytes } from '../ports.ts'

/** FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER of fpdfview.h: annotations are drawn, pixels are RGBA. */
const drawFlags = 0x01 | 0x10
/** FPDFBitmap_BGRA of fpdfview.h. */
const withAlpha = 4
/** FORMTYPE_NONE of fpdf_formfill.h. */
const noForm = 0
const white = 0xffffffff

/** A page is drawn with at most this many pixels, at a smaller scale where it has to be. */
export const maxDrawnPixels = 36_000_000

/** More text than this is not read of one page. */
export const maxTextCharacters = 50_000

export interface DrawnPage {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel, row by row from the top; every pixel is opaque. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
}

/** A PDF opened for looking at. Sizes in points at 72 to the inch, upright as the page itself says. */
export interface PdfPreview {
  readonly pageCount: number
  /** Throws Failure preview.unreadable when there is no such page. */
  pageSize(index: number): { readonly width: number; readonly height: number }
  /** One page with its annotations and form fields at `scale` pixels per point. Throws Failure preview.unreadable. */
  draw(index: number, scale: number): DrawnPage
  /**
   * The text of one page as the file says it, lines ended by `\n`, at most `maxTextCharacters` UTF-16 units; empty for a
   * page that is only a picture. Throws Failure preview.unreadable.
   */
  text(index: number): string
  close(): void
}

/** Loads PDFium ahead of the first document. */
export async function loadPdfPreview(): Promise<void> {
  await pdfiumLibrary()
}

/** Opens a PDF with PDFium. Throws Failure preview.password, preview.unreadable. */
export async function openPdfPreview(bytes: Bytes): Promise<PdfPreview> {
  const library = await pdfiumLibrary()
  if (library === undefined) throw new Error('nobody said where PDFium comes from')
  try {
    return openDocument(library, bytes)
  } catch (error) {
    throw asFailure(error)
  }
}

function openDocument(library: WrappedPdfiumModule, bytes: Bytes): PdfPreview {
  const { wasmExports } = library.pdfium
  const input = wasmExports.malloc(bytes.length)
  if (input === 0) throw new Failure('preview.unreadable')
  memory(library).set(bytes, input)
  const document = library.FPDF_LoadMemDocument(input, bytes.length, '')
  const pageCount = document === 0 ? 0 : library.FPDF_GetPageCount(document)
  if (pageCount === 0) {
    const locked = document === 0 && library.FPDF_GetLastError() === passwordError
    if (document !== 0) library.FPDF_CloseDocument(document)
    wasmExports.free(input)
    throw new Failure(locked ? 'preview.password' : 'preview.unreadable')
  }
  const form = new FormLayer(library, document)
  return {
    pageCount,
    pageSize: (index) => guarded(() => pageSize(library, document, index)),
    draw: (index, scale) => guarded(() => drawPage(library, document, form.handle(), index, scale)),
    text: (index) => guarded(() => textOf(library, document, index)),
    close() {
      form.close()
      library.FPDF_CloseDocument(document)
      wasmExports.free(input)
    },
  }
}

/** What draws form fields; made with the first page, for a malformed form can take minutes to read. */
class FormLayer {
  private readonly library: WrappedPdfiumModule
  private readonly document: number
  private made: { readonly info: number; readonly form: number } | undefined

  constructor(library: WrappedPdfiumModule, document: number) {
    this.library = library
    this.document = document
  }

  /** 0 for a document without a form. */
  handle(): number {
    const { library, document } = this
    if (library.FPDF_GetFormType(document) === noForm) return 0
    if (this.made === undefined) {
      const info = library.PDFiumExt_OpenFormFillInfo()
      this.made = { info, form: library.PDFiumExt_InitFormFillEnvironment(document, info) }
      // Fields are shown as they print, not in the blue of a form that is filled in.
      if (this.made.form !== 0) library.FPDF_SetFormFieldHighlightAlpha(this.made.form, 0)
    }
    return this.made.form
  }

  close(): void {
    if (this.made === undefined) return
    if (this.made.form !== 0) this.library.PDFiumExt_ExitFormFillEnvironment(this.made.form)
    this.library.PDFiumExt_CloseFormFillInfo(this.made.info)
  }
}

function pageSize(library: WrappedPdfiumModule, document: number, index: number) {
  const { wasmExports } = library.pdfium
  const place = wasmExports.malloc(8)
  try {
    if (!library.FPDF_GetPageSizeByIndexF(document, index, place)) throw new Failure('preview.unreadable')
    const view = new DataView(memory(library).buffer, place, 8)
    return { width: view.getFloat32(0, true), height: view.getFloat32(4, true) }
  } finally {
    wasmExports.free(place)
  }
}

function drawPage(
  library: WrappedPdfiumModule,
  document: number,
  form: number,
  index: number,
  scale: number,
): DrawnPage {
  const page = library.FPDF_LoadPage(document, index)
  if (page === 0) throw new Failure('preview.unreadable')
  const size = drawnSize(library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page), scale)
  const { width, height } = size
  if (form !== 0) library.FORM_OnAfterLoadPage(page, form)
  const bitmap = library.FPDFBitmap_CreateEx(width, height, withAlpha, 0, 0)
  try {
    if (bitmap === 0) throw new Failure('preview.unreadable')
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawFlags)
    if (form !== 0) library.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, drawFlags)
    return { width, height, rgba: pixels(library, bitmap, width, height) }
  } finally {
    if (bitmap !== 0) library.FPDFBitmap_Destroy(bitmap)
    if (form !== 0) library.FORM_OnBeforeClosePage(page, form)
    library.FPDF_ClosePage(page)
  }
}

function textOf(library: WrappedPdfiumModule, document: number, index: number): string {
  const { wasmExports } = library.pdfium
  const page = library.FPDF_LoadPage(document, index)
  if (page === 0) throw new Failure('preview.unreadable')
  const text = library.FPDFText_LoadPage(page)
  let place = 0
  try {
    if (text === 0) throw new Failure('preview.unreadable')
    const count = Math.min(maxTextCharacters, library.FPDFText_CountChars(text))
    if (count <= 0) return ''
    // One character may be a surrogate pair, and a terminator follows.
    place = wasmExports.malloc(count * 4 + 2)
    if (place === 0) throw new Failure('preview.unreadable')
    const written = library.FPDFText_GetText(text, 0, count, place)
    const units = new Uint16Array(memory(library).buffer, place, Math.max(0, written - 1))
    let read = ''
    for (const unit of units) read += String.fromCharCode(unit)
    return read.replace(/\r\n?/g, '\n').slice(0, maxTextCharacters)
  } finally {
    if (place !== 0) wasmExports.free(place)
    if (text !== 0) library.FPDFText_ClosePage(text)
    library.FPDF_ClosePage(page)
  }
}

/** Whole pixels, at least one each way and at most `maxDrawnPixels` together. */
function drawnSize(points: number, pointsHigh: number, scale: number): { width: number; height: number } {
  const wanted = points * scale * (pointsHigh * scale)
  const fitting = wanted > maxDrawnPixels ? scale * Math.sqrt(maxDrawnPixels / wanted) : scale
  const whole = (length: number) => Math.max(1, Math.min(maxDrawnPixels, Math.round(length * fitting)))
  const width = whole(points)
  return { width, height: Math.min(whole(pointsHigh), Math.max(1, Math.floor(maxDrawnPixels / width))) }
}

function pixels(
  library: WrappedPdfiumModule,
  bitmap: number,
  width: number,
  height: number,
): Uint8ClampedArray<ArrayBuffer> {
  const start = library.FPDFBitmap_GetBuffer(bitmap)
  const stride = library.FPDFBitmap_GetStride(bitmap)
  const all = memory(library)
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row++) {
    const at = start + row * stride
    rgba.set(all.subarray(at, at + width * 4), row * width * 4)
  }
  return rgba
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asFailure(error)
  }
}

/** What a foreign file does to the library is no bug of ours. */
function asFailure(error: unknown): unknown {
  return error instanceof Failure ? error : new Failure('preview.unreadable', {}, error)
}
