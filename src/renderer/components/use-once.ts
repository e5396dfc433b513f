import { useRef } from 'react'

/** Does what a second click would do again only when the first is over; a double click counts once. */
export function useOnce(run: () => Promise<void>): () => Promise<void> {
  const running = useRef(false)
  return async () => {
    if (running.current) return
    running.current = true
    try {
      await run()
    } finally {
      running.current = false
    }
  }
}
