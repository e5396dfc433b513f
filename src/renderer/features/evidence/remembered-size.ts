import { useCallback, useState } from 'react'

/** The size of a pane in CSS pixels, remembered in this browser profile; a number and nothing else. */
export function useRememberedSize(name: string, usual: number): readonly [number, (size: number) => void] {
  const key = `pane.${name}`
  const [size, setSize] = useState(() => {
    const stored = Number(localStorage.getItem(key))
    return Number.isFinite(stored) && stored > 0 ? stored : usual
  })
  const remember = useCallback(
    (next: number) => {
      setSize(next)
      try {
        localStorage.setItem(key, String(next))
      } catch {
        // Storage may be full; then the size lasts as long as the window.
      }
    },
    [key],
  )
  return [size, remember]
}
