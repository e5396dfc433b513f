import { createContext, useContext } from 'react'

/** Says a sentence to screen readers; `assertive` interrupts, for what cannot wait. */
export type Announce = (sentence: string, urgency?: 'polite' | 'assertive') => void

export const AnnounceContext = createContext<Announce>(() => undefined)

/** Says what has happened to those who do not see it: moves, finished jobs, counts. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}
