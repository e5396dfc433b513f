import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewDocument } from '../../engine-host/engine.ts'
import { PageCanvas } from './PageCanvas.tsx'
import type { Rotation, Size } from './preview-geometry.ts'
import { turned } from './preview-geometry.ts'
import styles from './Preview.module.css'
import { usePages } from './use-pages.ts'

interface ThumbnailsProps {
  readonly document: PreviewDocument
  readonly firstPage: Size
  readonly rotation: Rotation
  /** From 0. */
  readonly current: number
  readonly onGo: (index: number) => void
}

const thumbnailWidth = 92

/** The pages small, one beside the other's number. Arrows go from page to page. */
export function Thumbnails({ document, firstPage, rotation, current, onGo }: ThumbnailsProps) {
  const { t } = useTranslation('preview')
  const scroller = useRef<HTMLDivElement>(null)
  const scale = thumbnailWidth / turned(firstPage, rotation).width
  const { virtualizer, sizeOf, onScroll } = usePages({
    document,
    firstPage,
    rotation,
    scale,
    scroller,
    caption: 20,
  })
  useEffect(() => {
    virtualizer.scrollToIndex(current, { align: 'auto' })
    if (scroller.current?.contains(globalThis.document.activeElement)) {
      scroller.current.querySelector<HTMLElement>(`[data-page="${current}"]`)?.focus({ preventScroll: true })
    }
  }, [current, virtualizer])
  return (
    <nav
      ref={scroller}
      className={styles.thumbnails}
      aria-label={t('thumbnails')}
      onScroll={onScroll}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        if (step === 0) return
        event.preventDefault()
        onGo(Math.min(document.pageCount - 1, Math.max(0, current + step)))
      }}
    >
      <div className={styles.pages} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <button
            key={index}
            type="button"
            data-page={index}
            tabIndex={index === current ? 0 : -1}
            aria-current={index === current ? 'page' : undefined}
            aria-label={t('goTo', { page: index + 1 })}
            className={styles.thumbnail}
            style={{ transform: `translate(-50%, ${start}px)` }}
            onClick={() => onGo(index)}
          >
            <PageCanvas
              document={document}
              index={index}
              size={sizeOf(index)}
              scale={Math.min(scale, thumbnailWidth / turned(sizeOf(index), rotation).width)}
              rotation={rotation}
            />
            <span className={styles.thumbnailNumber}>{index + 1}</span>
          </button>
        ))}
      </div>
    </nav>
  )
}
