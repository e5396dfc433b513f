import { createRequire } from 'node:module'
import type { Bytes } from '../../engine/ports.ts'
import { readBytes } from './whole-file.ts'

/** PDFium as WebAssembly, from its package. */
export async function readPdfium(): Promise<Bytes> {
  const require = createRequire(import.meta.url)
  return readBytes(require.resolve('@embedpdf/pdfium/pdfium.wasm'))
}
