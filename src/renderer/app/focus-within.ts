/** A page that is read from the register, or a document that is opened, may take so long to be there. */
const patienceMs = 3000

/** Puts the focus on the heading of a page, so that reading starts there; see `focusWithin`. */
export function focusHeading(page: HTMLElement): () => void {
  return focusWithin(page, 'h1')
}

/**
 * Puts the focus on the first `selector` inside `place`, and on the place itself until it is there. Gives a function that
 * ends the waiting.
 */
export function focusWithin(place: HTMLElement, selector: string): () => void {
  if (focusNow(place, selector)) return () => undefined
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
  const observer = new MutationObserver(() => {
    // Who has gone on meanwhile is let be.
    if (document.activeElement !== place || focusNow(place, selector)) stop()
  })
  const timer = setTimeout(() => observer.disconnect(), patienceMs)
  const stop = () => {
    clearTimeout(timer)
    observer.disconnect()
  }
  observer.observe(place, { childList: true, subtree: true })
  return stop
}

function focusNow(place: HTMLElement, selector: string): boolean {
  const element = place.querySelector<HTMLElement>(selector)
  if (!element) return false
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  return true
}
