import { useEffect, useState } from 'react'

// No 'focus': the warning takes it for itself, and would take itself back.
const inputEvents = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Seconds the warning stands before the vault is locked. */
export const warningSeconds = 30

interface IdleOptions {
  /** Minutes without input until `onIdle`; 0: never. */
  readonly minutes: number
  /** While true the time stands still: a job runs, or something must be read. */
  readonly held: boolean
  readonly onIdle: () => void
}

/**
 * Counts the time without input. Gives the seconds left while the warning stands, undefined otherwise; input takes the
 * warning back.
 */
export function useIdle({ minutes, held, onIdle }: IdleOptions): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    if (minutes === 0 || held) return
    const limit = Math.max(minutes * 60, warningSeconds)
    let last = performance.now()
    let warning = false
    const onInput = () => {
      last = performance.now()
      if (warning) setLeft(undefined)
      warning = false
    }
    const timer = setInterval(() => {
      const seconds = Math.ceil(limit - (performance.now() - last) / 1000)
      if (seconds <= 0) {
        clearInterval(timer)
        setLeft(undefined)
        onIdle()
      } else if (seconds <= warningSeconds) {
        warning = true
        setLeft(seconds)
      }
    }, 1000)
    for (const name of inputEvents) window.addEventListener(name, onInput, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      setLeft(undefined)
      for (const name of inputEvents) window.removeEventListener(name, onInput, { capture: true })
    }
  }, [minutes, held, onIdle])
  return left
}
