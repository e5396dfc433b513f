import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewDocument } from '../../engine-host/engine.ts'
import { useInnerWidth } from '../use-inner-width.ts'
import { PageCanvas } from './PageCanvas.tsx'
import {
  nextFactor,
  quarterTurn,
  type Rotation,
  scaleOf,
  type Size,
  turned,
  unitPixels,
  wheelFactor,
  type Zoom,
} from './preview-geometry.ts'
import { PreviewToolbar } from './PreviewToolbar.tsx'
import styles from './Preview.module.css'
import { Thumbnails } from './Thumbnails.tsx'
import { usePages } from './use-pages.ts'

interface PagesViewProps {
  readonly name: string
  readonly document: PreviewDocument
  readonly firstPage: Size
  /** What the sizes of the document are counted in. */
  readonly unit: keyof typeof unitPixels
  readonly rotation: Rotation
  readonly onRotate: (rotation: Rotation) => void
  /** More buttons at the end of the bar. */
  readonly actions?: ReactNode
}

/** Below this width, in CSS pixels, small pages are shown only when asked for. */
const roomForThumbnails = 520

/** A document page by page, with zoom, rotation and small pages beside it. Only pages in sight are drawn. */
export function PagesView(props: PagesViewProps) {
  const { t } = useTranslation('preview')
  const { document, firstPage, rotation } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  const [zoom, setZoom] = useState<Zoom>({ kind: 'width' })
  const [asked, setAsked] = useState<boolean>()
  const view = useRef<HTMLDivElement>(null)
  const width = useInnerWidth(view)
  const several = document.pageCount > 1
  const thumbnails = several && (asked ?? width >= roomForThumbnails)
  const [page, setPage] = useState(0)
  const unit = unitPixels[props.unit]
  const scale = scaleOf(zoom, turned(firstPage, rotation), room, unit)
  const { virtualizer, sizeOf, onScroll, current } = usePages({
    document,
    firstPage,
    rotation,
    scale,
    scroller,
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])

  const factor = useRef(1)
  factor.current = scale / unit
  useEffect(() => {
    const element = scroller.current
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      setZoom({ kind: 'factor', factor: wheelFactor(factor.current, event.deltaY) })
    }
    // React listens passively to the wheel, and then the window would zoom instead.
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [])

  const go = (index: number) => {
    const to = Math.min(document.pageCount - 1, Math.max(0, index))
    virtualizer.scrollToIndex(to, { align: 'start' })
    setPage(to)
  }
  const step = (direction: 1 | -1) =>
    setZoom({ kind: 'factor', factor: nextFactor(factor.current, direction) })
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keyActions({ go, step, page, last: document.pageCount - 1, setZoom })[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div ref={view} className={styles.pagesView}>
      <PreviewToolbar
        page={page}
        pageCount={document.pageCount}
        onGo={go}
        factor={scale / unit}
        zoom={zoom}
        onZoom={setZoom}
        onStep={step}
        onRotate={(direction) => props.onRotate(quarterTurn(rotation, direction))}
        thumbnails={several ? thumbnails : undefined}
        onThumbnails={() => setAsked(!thumbnails)}
        actions={props.actions}
      />
      <div className={styles.pagesRow}>
        {thumbnails && room.width > 0 && (
          <Thumbnails
            document={document}
            firstPage={firstPage}
            rotation={rotation}
            current={page}
            onGo={go}
          />
        )}
        <div
          ref={scroller}
          role="region"
          aria-label={t('pages', { name: props.name })}
          tabIndex={0}
          data-pages
          className={styles.scroller}
          onKeyDown={keyDown}
          onScroll={() => {
            onScroll()
            setPage(current())
          }}
        >
          <div
            className={styles.pages}
            style={{
              height: virtualizer.getTotalSize(),
              minWidth: turned(firstPage, rotation).width * scale,
            }}
          >
            {room.width > 0 &&
              virtualizer.getVirtualItems().map(({ index, start }) => (
                <div
                  key={index}
                  className={styles.place}
                  style={{ transform: `translate(-50%, ${start}px)` }}
                >
                  <PageCanvas
                    document={document}
                    index={index}
                    size={sizeOf(index)}
                    scale={scale}
                    rotation={rotation}
                    label={t('page.label', { page: index + 1, count: document.pageCount })}
                  />
                </div>
              ))}
          </div>
        </div>
      </div>
    </div>
  )
}

function keyActions(on: {
  readonly go: (index: number) => void
  readonly step: (direction: 1 | -1) => void
  readonly page: number
  readonly last: number
  readonly setZoom: (zoom: Zoom) => void
}): Readonly<Record<string, (() => void) | undefined>> {
  return {
    PageDown: () => on.go(on.page + 1),
    PageUp: () => on.go(on.page - 1),
    Home: () => on.go(0),
    End: () => on.go(on.last),
    '+': () => on.step(1),
    '=': () => on.step(1),
    '-': () => on.step(-1),
    '0': () => on.setZoom({ kind: 'width' }),
    '1': () => on.setZoom({ kind: 'factor', factor: 1 }),
  }
}
