import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import styles from './Evidence.module.css'

interface ResizeHandleProps {
  readonly label: string
  /** Which way the edge goes, and so which way it moves. */
  readonly direction: 'vertical' | 'horizontal'
  /** CSS pixels of the pane it belongs to. */
  readonly size: number
  readonly least: number
  readonly most: number
  /** The pane lies after the handle: moving towards it makes it smaller. */
  readonly after?: boolean
  readonly onSize: (size: number) => void
}

const keyStep = 24

/** The edge between two panes: dragged, or moved with the arrow keys. */
export function ResizeHandle(props: ResizeHandleProps) {
  const { direction, size, least, most, onSize } = props
  const start = useRef<{ readonly at: number; readonly size: number }>(undefined)
  const sign = props.after ? -1 : 1
  const bounded = (next: number) => Math.round(Math.min(most, Math.max(least, next)))
  const at = (event: PointerEvent) => (direction === 'vertical' ? event.clientX : event.clientY)
  const keyDown = (event: KeyboardEvent) => {
    const [less, more] = direction === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const step = event.key === less ? -1 : event.key === more ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    onSize(bounded(size + step * sign * keyStep))
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={direction}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      className={styles.handle}
      data-direction={direction}
      onKeyDown={keyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { at: at(event), size }
      }}
      onPointerMove={(event) => {
        if (start.current) onSize(bounded(start.current.size + sign * (at(event) - start.current.at)))
      }}
      onLostPointerCapture={() => {
        start.current = undefined
      }}
    />
  )
}
