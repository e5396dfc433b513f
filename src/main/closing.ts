import type { BrowserWindow } from 'electron'
import type { ClosingAnswer, WindowEvent } from '../shared/contract/bridge.ts'
import { focusWindow } from './window.ts'

/** So long the window may take to store what was typed. */
export const closeWithinMs = 5000

export interface Closing {
  /** The window answered: everything is stored. */
  ready(): void
  /** The window answered that the person is asked, and then what they want. */
  answer(answer: ClosingAnswer): void
  /** Nobody is there to answer any more, or again somebody is. */
  setAnswering(answering: boolean): void
}

/** Before the window closes it is told, and waited for; a window that cannot answer closes at once. */
export function closeInOrder(window: BrowserWindow, tell: (event: WindowEvent) => void): Closing {
  let answering = false
  let mayClose = false
  /** `asked`: a person thinks it over, so no clock runs. */
  let state: 'open' | 'told' | 'asked' = 'open'
  let deadline: NodeJS.Timeout | undefined

  const become = (next: typeof state) => {
    clearTimeout(deadline)
    state = next
    if (next === 'told') deadline = setTimeout(close, closeWithinMs)
  }
  const close = () => {
    become('open')
    mayClose = true
    if (!window.isDestroyed()) window.close()
  }
  window.on('close', (event) => {
    if (mayClose || !answering) return
    event.preventDefault()
    if (state === 'told') return
    // Also when it is asked already: a window that hangs with its question open must not stay for ever.
    become('told')
    tell({ kind: 'closing' })
  })
  return {
    ready() {
      // Only an answer counts: a window that says it unasked does not close.
      if (state !== 'open') close()
    },
    answer(answer) {
      if (state === 'open') return
      if (answer === 'asking') {
        become('asked')
        focusWindow(window)
      } else become(answer === 'going' ? 'told' : 'open')
    },
    setAnswering(next) {
      answering = next
      if (!next && state !== 'open') close()
    },
  }
}
