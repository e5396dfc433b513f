import type { BrowserWindow } from 'electron'
import type { WindowEvent } from '../shared/contract/bridge.ts'

/** So long the window may take to store what was typed. */
export const closeWithinMs = 5000

export interface Closing {
  /** The window answered: everything is stored. */
  ready(): void
  /** Nobody is there to answer any more, or again somebody is. */
  setAnswering(answering: boolean): void
}

/** Before the window closes it is told, and waited for; a window that cannot answer closes at once. */
export function closeInOrder(window: BrowserWindow, tell: (event: WindowEvent) => void): Closing {
  let answering = false
  let mayClose = false
  let deadline: NodeJS.Timeout | undefined

  const close = () => {
    clearTimeout(deadline)
    mayClose = true
    if (!window.isDestroyed()) window.close()
  }
  window.on('close', (event) => {
    if (mayClose || !answering) return
    event.preventDefault()
    if (deadline !== undefined) return
    deadline = setTimeout(close, closeWithinMs)
    tell({ kind: 'closing' })
  })
  return {
    ready() {
      // Only an answer counts: a window that says it unasked does not close.
      if (deadline !== undefined) close()
    },
    setAnswering(next) {
      answering = next
      if (!next && deadline !== undefined) close()
    },
  }
}
