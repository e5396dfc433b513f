import { useEffect } from 'react'
import { focusHeading } from './focus-within.ts'

const remembered = 16

/**
 * Keeps the focus from being lost: when what had it goes away, as a dialog or a button that did its work, it returns to
 * where it was before, else to the heading of the page. Who clicks beside everything means it, and is let be.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const visited: HTMLElement[] = []
    let planned: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      planned = undefined
      const last = visited.at(-1)
      if (document.activeElement !== document.body || !last || canTakeFocus(last)) return
      const dialog = openDialog()
      const back = visited.findLast((each) => canTakeFocus(each) && (!dialog || dialog.contains(each)))
      const main = document.querySelector('main')
      if (back) back.focus({ preventScroll: true })
      else if (dialog) dialog.focus()
      else if (main) focusHeading(main)
    }
    const plan = () => {
      // Whoever takes the focus further themself, as a list after a removal, has done so by then.
      if (document.activeElement === document.body) planned ??= setTimeout(look, 50)
    }
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === visited.at(-1)) return
      visited.push(target)
      if (visited.length > remembered) visited.shift()
    }
    const leave = () => setTimeout(plan)
    const observer = new MutationObserver(plan)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    document.addEventListener('focusout', leave)
    return () => {
      clearTimeout(planned)
      observer.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('focusout', leave)
    }
  }, [])
}

function canTakeFocus(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    element.checkVisibility({ visibilityProperty: true })
  )
}

/** The dialog that stands over everything else; undefined when none is open. */
export function openDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].findLast((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  )
}
