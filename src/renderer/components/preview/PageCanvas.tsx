import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewDocument } from '../../engine-host/engine.ts'
import { drawScale, type Rotation, type Size, turned } from './preview-geometry.ts'
import styles from './Preview.module.css'

interface PageCanvasProps {
  readonly document: PreviewDocument
  readonly index: number
  /** As the page itself says, in its units. */
  readonly size: Size
  /** CSS pixels to a unit. */
  readonly scale: number
  readonly rotation: Rotation
  /** Left out where the page is shown beside words that name it. */
  readonly label?: string
}

/** While a zoom goes on the old drawing is stretched; a new one is made when it rests. */
const restMs = 60

/** One page, drawn for the pixels it covers. Drawing stops when the page goes out of sight. */
export function PageCanvas({ document, index, size, scale, rotation, label }: PageCanvasProps) {
  const { t } = useTranslation('preview')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<'not-yet' | 'drawn' | 'failed'>('not-yet')
  const { width, height } = size
  useEffect(() => {
    const control = new AbortController()
    const draw = async () => {
      const bitmap = await document.draw(
        index,
        drawScale(scale, devicePixelRatio, { width, height }),
        control.signal,
      )
      const target = canvas.current
      if (control.signal.aborted || !target) return bitmap.close()
      target.width = bitmap.width
      target.height = bitmap.height
      // Takes the bitmap over: no second copy is kept.
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
      setDrawn('drawn')
    }
    const timer = setTimeout(
      () => {
        draw().catch(() => {
          if (!control.signal.aborted) setDrawn('failed')
        })
      },
      canvas.current?.width === 0 ? 0 : restMs,
    )
    return () => {
      clearTimeout(timer)
      control.abort(new DOMException('stopped', 'AbortError'))
    }
  }, [document, index, width, height, scale])
  const place = turned(size, rotation)
  return (
    <div
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      className={styles.page}
      style={{ width: place.width * scale, height: place.height * scale }}
    >
      <canvas
        ref={canvas}
        width={0}
        height={0}
        className={styles.canvas}
        style={{
          width: width * scale,
          height: height * scale,
          transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
        }}
      />
      {drawn === 'failed' && <span className={styles.pageFailed}>{t('page.failed')}</span>}
    </div>
  )
}
