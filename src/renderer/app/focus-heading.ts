/** A page that is read from the register may take so long to show its heading. */
const patienceMs = 3000

/**
 * Puts the focus on the heading of a page, so that reading starts there; on the page itself until it shows one. Gives a
 * function that ends the waiting.
 */
export function focusHeading(page: HTMLElement): () => void {
  if (focusHeadingNow(page)) return () => undefined
  if (!page.hasAttribute('tabindex')) page.tabIndex = -1
  page.focus({ preventScroll: true })
  const observer = new MutationObserver(() => {
    // Who has gone on meanwhile is let be.
    if (document.activeElement !== page || focusHeadingNow(page)) stop()
  })
  const timer = setTimeout(() => observer.disconnect(), patienceMs)
  const stop = () => {
    clearTimeout(timer)
    observer.disconnect()
  }
  observer.observe(page, { childList: true, subtree: true })
  return stop
}

function focusHeadingNow(page: HTMLElement): boolean {
  const heading = page.querySelector<HTMLElement>('h1')
  if (!heading) return false
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  return true
}
