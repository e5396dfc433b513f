import { init } from '@embedpdf/pdfium'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { Bytes } from '../ports.ts'

/** FPDF_REMOVE_SECURITY of fpdf_save.h: a full rewrite, without encryption. */
const withoutSecurity = 3
/** FPDF_ERR_PASSWORD of fpdfview.h. */
export const passwordError = 4

let provider: (() => Promise<Bytes>) | undefined
let loaded: Promise<WrappedPdfiumModule> | undefined

/** Tells where PDFium's WebAssembly comes from: the engine neither fetches nor reads files. */
export function setPdfiumBinary(provide: () => Promise<Bytes>): void {
  if (provide === provider) return
  provider = provide
  loaded = undefined
}

/** What PDFium makes of a file: its own full rewrite, or why there is none. */
export type Redrawn =
  | { readonly bytes: Bytes }
  | { readonly bytes?: undefined; readonly reason: 'absent' | 'password' | 'unreadable' }

/** The library, loaded once; undefined when nobody said where it comes from. A load that fails is tried again. */
export async function pdfiumLibrary(): Promise<WrappedPdfiumModule | undefined> {
  if (provider === undefined) return undefined
  loaded ??= load(provider)
  try {
    return await loaded
  } catch (error) {
    loaded = undefined
    throw error
  }
}

/** Opens a file with PDFium and saves it anew. Never throws on bad bytes; a crash costs the instance only. */
export async function redrawByPdfium(bytes: Bytes): Promise<Redrawn> {
  try {
    const library = await pdfiumLibrary()
    return library === undefined ? { reason: 'absent' } : redraw(library, bytes)
  } catch {
    loaded = undefined
    return { reason: 'unreadable' }
  }
}

async function load(binary: () => Promise<Bytes>): Promise<WrappedPdfiumModule> {
  const bytes = await binary()
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  const library = await init({ wasmBinary })
  library.PDFiumExt_Init()
  return library
}

function redraw(library: WrappedPdfiumModule, bytes: Bytes): Redrawn {
  const { wasmExports } = library.pdfium
  const input = wasmExports.malloc(bytes.length)
  if (input === 0) return { reason: 'unreadable' }
  memory(library).set(bytes, input)
  const document = library.FPDF_LoadMemDocument(input, bytes.length, '')
  try {
    if (document === 0) {
      return { reason: library.FPDF_GetLastError() === passwordError ? 'password' : 'unreadable' }
    }
    if (library.FPDF_GetPageCount(document) === 0) return { reason: 'unreadable' }
    return save(library, document)
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document)
    wasmExports.free(input)
  }
}

/** Emscripten's view of the whole memory, which the package exports but does not declare; growing replaces it. */
export function memory(library: WrappedPdfiumModule): Uint8Array {
  return (library.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8
}

function save(library: WrappedPdfiumModule, document: number): Redrawn {
  const { wasmExports } = library.pdfium
  const writer = library.PDFiumExt_OpenFileWriter()
  try {
    if (!library.FPDF_SaveAsCopy(document, writer, withoutSecurity)) return { reason: 'unreadable' }
    const size = library.PDFiumExt_GetFileWriterSize(writer)
    const output = wasmExports.malloc(size)
    if (output === 0) return { reason: 'unreadable' }
    library.PDFiumExt_GetFileWriterData(writer, output, size)
    // Read only now: growing the memory replaces the view.
    const copy = new Uint8Array(memory(library).subarray(output, output + size))
    wasmExports.free(output)
    return { bytes: copy }
  } finally {
    library.PDFiumExt_CloseFileWriter(writer)
  }
}
