import { useEffect, useState } from 'react'
import { Failure } from '../../../shared/contract/failure.ts'
import { sizeText } from '../../../shared/messages/say.ts'
import type { PreviewDocument } from '../../engine-host/engine.ts'
import { useServices } from '../../services.ts'
import type { Size } from './preview-geometry.ts'

/** How far opening a document is. */
export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly document: PreviewDocument; readonly firstPage: Size }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Where the bytes of a preview come from; `key` says which content it is. */
export interface PreviewSource {
  readonly key: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** The first `length` bytes, fewer only at the end. */
  readonly read: (length: number, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
}

/** Someone who moves through a list quickly passes many documents; those are not worth opening. */
const passingByMs = 80

/** Opens a document, and closes it when another one is asked for. */
export function usePreviewDocument(source: PreviewSource): Opening {
  const { engine, limits } = useServices()
  const most = limits.maxItemBytesForPages
  const [state, setState] = useState<{ readonly key: string; readonly opening: Opening }>()
  const { key, mediaType, bytes, read } = source
  useEffect(() => {
    const control = new AbortController()
    let opened: PreviewDocument | undefined
    const open = async (): Promise<Opening> => {
      // Before it is read: it would not fit into memory.
      if (bytes > most) throw new Failure('preview.too-large', { limit: sizeText(most) })
      const content = await read(bytes, control.signal)
      control.signal.throwIfAborted()
      opened = await engine.openPreview(content, mediaType, control.signal)
      return { kind: 'open', document: opened, firstPage: await opened.pageSize(0) }
    }
    const timer = setTimeout(() => {
      open()
        .catch((error: unknown): Opening => ({ kind: 'failed', error }))
        .then((opening) => {
          if (control.signal.aborted) opened?.close()
          else setState({ key, opening })
        })
        .catch(() => undefined)
    }, passingByMs)
    return () => {
      clearTimeout(timer)
      control.abort(new DOMException('stopped', 'AbortError'))
      opened?.close()
    }
    // What is read is named by `key`; a new closure for the same content is no new content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, most, key, mediaType, bytes])
  return state?.key === key ? state.opening : { kind: 'opening' }
}
