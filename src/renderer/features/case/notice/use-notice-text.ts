import { useEffect, useState } from 'react'
import type { PreviewSource } from '../../../components/preview/use-preview-document.ts'
import { useServices } from '../../../services.ts'

/** Notices have a few pages; what follows is not read. */
const mostPages = 20

/** How far reading is. `unreadable`: the preview says why. */
export type NoticeText =
  { readonly kind: 'reading' | 'unreadable' } | { readonly kind: 'read'; readonly pages: readonly string[] }

/** The text of a PDF page by page; a picture has one page without text. */
export function useNoticeText(source: PreviewSource): NoticeText {
  const { engine, limits } = useServices()
  const [state, setState] = useState<{ readonly key: string; readonly text: NoticeText }>()
  const { key, mediaType, bytes } = source
  const isPdf = mediaType === 'application/pdf'
  useEffect(() => {
    if (!isPdf) return
    const control = new AbortController()
    const read = async (): Promise<NoticeText> => {
      if (bytes > limits.maxItemBytesForPages) return { kind: 'unreadable' }
      const content = await source.read(bytes, control.signal)
      const document = await engine.openPreview(content, mediaType, control.signal)
      try {
        const pages: string[] = []
        for (let index = 0; index < Math.min(mostPages, document.pageCount); index += 1) {
          pages.push(await document.text(index))
        }
        return { kind: 'read', pages }
      } finally {
        document.close()
      }
    }
    read()
      .catch((): NoticeText => ({ kind: 'unreadable' }))
      .then((text) => {
        if (!control.signal.aborted) setState({ key, text })
      })
      .catch(() => undefined)
    return () => control.abort(new DOMException('stopped', 'AbortError'))
    // What is read is named by `key`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, limits, key, isPdf])
  if (!isPdf) return pictureText
  return state?.key === key ? state.text : reading
}

const pictureText: NoticeText = { kind: 'read', pages: [''] }
const reading: NoticeText = { kind: 'reading' }
