import pdfiumUrl from '@embedpdf/pdfium/pdfium.wasm?url'
import { imageSizeOf, loadPreview, openPdfPreview, providePdfium } from '../../engine/jobs.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { openImagePreview } from './image-preview.ts'
import { type PreviewReply, type PreviewRequest, toWire } from './wire.ts'

/** The throw-away worker that opens one foreign document for looking at. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PreviewRequest>) => void) | null
  postMessage(reply: PreviewReply, transfer?: Transferable[]): void
}
const scope = globalThis as unknown as WorkerScope

/** What is drawn from: a PDF or a picture. Sizes in points. */
interface Opened {
  readonly pageCount: number
  pageSize(index: number): { readonly width: number; readonly height: number }
  draw(index: number, scale: number): Promise<ImageBitmap>
  text(index: number): string
}

let opened: Opened | undefined

providePdfium(async () => {
  const response = await fetch(pdfiumUrl)
  if (!response.ok) throw new Error(`pdfium.wasm: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
})

scope.onmessage = ({ data: request }) => {
  answer(request).catch((error: unknown) => scope.postMessage({ kind: 'failed', error: toWire(error) }))
}

async function answer(request: PreviewRequest): Promise<void> {
  // What goes wrong now goes wrong again, and is told, when a document is opened.
  if (request.kind === 'warm') return loadPreview().catch(() => undefined)
  if (request.kind === 'open') {
    opened = await open(request.bytes, request.mediaType)
    return scope.postMessage({ kind: 'opened', pageCount: opened.pageCount })
  }
  if (!opened) throw new Error('nothing is open')
  if (request.kind === 'size') {
    return scope.postMessage({ kind: 'sized', ...opened.pageSize(request.index) })
  }
  if (request.kind === 'text') {
    return scope.postMessage({ kind: 'read', text: opened.text(request.index) })
  }
  const bitmap = await opened.draw(request.index, request.scale)
  scope.postMessage({ kind: 'drawn', bitmap }, [bitmap])
}

async function open(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Opened> {
  if (mediaType === 'application/pdf') {
    const document = await openPdfPreview(bytes)
    return {
      pageCount: document.pageCount,
      pageSize: (index) => document.pageSize(index),
      draw: (index, scale) => {
        const { width, height, rgba } = document.draw(index, scale)
        return createImageBitmap(new ImageData(rgba, width, height))
      },
      text: (index) => document.text(index),
    }
  }
  if (mediaType.startsWith('image/')) {
    const picture = await openImagePreview(bytes, mediaType, await imageSizeOf(bytes, mediaType))
    return { ...picture, text: () => '' }
  }
  throw new Failure('preview.not-shown', { mediaType })
}
