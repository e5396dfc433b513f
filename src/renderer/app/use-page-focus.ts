import { useEffect, useRef, type RefObject } from 'react'

/**
 * After a change of page the focus goes to the page's heading, so that reading starts there; it stays where it is when
 * it already is inside the page.
 */
export function usePageFocus(main: RefObject<HTMLElement | null>, path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    const frame = requestAnimationFrame(() => {
      const page = main.current
      if (!page) return
      const focused = document.activeElement
      if (focused && focused !== page && (page.contains(focused) || focused.closest('[role="dialog"]')))
        return
      const heading = page.querySelector<HTMLElement>('h1')
      if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1
      ;(heading ?? page).focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [main, path])
}
