import { createContext, useContext } from 'react'

/** A button of a message. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => unknown
  /** The message is still there after it was pressed. */
  readonly stays?: boolean
}

/** One message at the top of the window. It stays while it is pointed at or holds the focus. */
export interface Notice {
  readonly text: string
  readonly kind?: 'done' | 'info' | 'warning' | 'error'
  /** A button, such as undo; the message goes when it was pressed. */
  readonly action?: NoticeAction
  readonly second?: NoticeAction
  /** Holds nothing of a case, and may be seen while the vault is locked; others wait until it is open. */
  readonly evenLocked?: boolean
  /** Until it goes by itself; of a success 6, 8 with an action; of a warning 12; errors stay. */
  readonly seconds?: number
}

export interface Notify {
  /** Shows a message and says it to screen readers. Gives a function that takes it away. */
  (notice: Notice): () => void
  /** Shows how work failed, with what can be done: the sentence of a Failure, or that of a bug with its details; nothing for AbortError. */
  readonly failure: (error: unknown, action?: NoticeAction) => void
}

const silent: Notify = Object.assign(() => () => undefined, { failure: () => undefined })

export const NotifyContext = createContext<Notify>(silent)

/** Messages that need no answer, with an undo beside them where something was changed. */
export function useNotify(): Notify {
  return useContext(NotifyContext)
}
