import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PreviewDocument } from '../../engine-host/engine.ts'
import { pageGap, type Rotation, type Size, turned } from './preview-geometry.ts'

interface PagesInput {
  readonly document: PreviewDocument
  readonly firstPage: Size
  readonly rotation: Rotation
  /** CSS pixels to a unit. */
  readonly scale: number
  readonly scroller: RefObject<HTMLElement | null>
  /** Room under each page, in CSS pixels. */
  readonly caption?: number
}

/**
 * The pages in sight. Sizes are asked for as pages come into sight; until then a page is as large as the first. The
 * place in the document stays when the scale or the rotation changes.
 */
export function usePages({ document, firstPage, rotation, scale, scroller, caption = 0 }: PagesInput) {
  const [sizes, setSizes] = useState<{
    readonly of: PreviewDocument
    readonly known: ReadonlyMap<number, Size>
  }>({ of: document, known: new Map() })
  const known = sizes.of === document ? sizes.known : noSizes
  const sizeOf = (index: number): Size => known.get(index) ?? firstPage
  const heightOf = (index: number) => turned(sizeOf(index), rotation).height * scale + caption + pageGap
  const virtualizer = useVirtualizer({
    count: document.pageCount,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: 1,
    paddingStart: pageGap,
  })
  const shown = virtualizer.getVirtualItems().map(({ index }) => index)
  const place = useRef({ page: 0, part: 0 })

  useLayoutEffect(() => {
    virtualizer.measure()
    const { page, part } = place.current
    const start = virtualizer.getOffsetForIndex(page, 'start')?.[0]
    if (start !== undefined) scroller.current?.scrollTo({ top: start + part * heightOf(page) })
    // The place is kept against changes of these alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [scale, rotation, known])

  useEffect(() => {
    const missing = shown.filter((index) => !known.has(index))
    if (missing.length === 0) return
    let stale = false
    void Promise.all(missing.map(async (index) => [index, await document.pageSize(index)] as const))
      .then((found) => {
        if (!stale) setSizes({ of: document, known: new Map([...known, ...found]) })
      })
      // A page that has no size is drawn as large as the first; drawing it says what is wrong.
      .catch(() => undefined)
    return () => {
      stale = true
    }
    // A new list of the same pages asks for nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document, shown.join(), known])

  const onScroll = () => {
    const top = scroller.current?.scrollTop ?? 0
    const item = virtualizer.getVirtualItemForOffset(top)
    if (item) place.current = { page: item.index, part: (top - item.start) / Math.max(1, item.size) }
  }
  /** The page that fills most of the room, from 0. */
  const current = (): number => {
    const element = scroller.current
    if (!element) return 0
    const middle = element.scrollTop + element.clientHeight / 3
    return virtualizer.getVirtualItemForOffset(middle)?.index ?? 0
  }
  return { virtualizer, sizeOf, onScroll, current }
}

const noSizes: ReadonlyMap<number, Size> = new Map()
