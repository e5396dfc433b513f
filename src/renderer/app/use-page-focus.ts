import { useEffect, useRef, type RefObject } from 'react'
import { focusHeading } from './focus-within.ts'

/**
 * After a change of page the focus goes to the page's heading, so that reading starts there; it stays where it is when
 * it already is inside the page.
 */
export function usePageFocus(main: RefObject<HTMLElement | null>, path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    let stop = () => undefined as void
    const frame = requestAnimationFrame(() => {
      const page = main.current
      if (!page) return
      const focused = document.activeElement
      if (focused && focused !== page && (page.contains(focused) || focused.closest('[role="dialog"]')))
        return
      stop = focusHeading(page)
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [main, path])
}
