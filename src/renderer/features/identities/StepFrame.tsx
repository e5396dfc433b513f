import { useEffect, useRef, type ReactNode } from 'react'
import styles from './identities.module.css'

interface StepFrameProps {
  /** Takes the focus when the step appears, so that reading starts there; without one the first field does. */
  readonly heading?: string
  /** Buttons, the primary one last. */
  readonly foot: ReactNode
  readonly children: ReactNode
}

/** One step of a dialog. */
export function StepFrame({ heading, foot, children }: StepFrameProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="stack">
      {heading !== undefined && (
        <h3 ref={head} tabIndex={-1}>
          {heading}
        </h3>
      )}
      {children}
      <div className={styles.foot}>{foot}</div>
    </div>
  )
}
