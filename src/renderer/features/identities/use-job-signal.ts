import { useEffect, useRef } from 'react'

/**
 * Gives a signal for work that begins now. It stops when other work begins, or when its component goes: cancelled,
 * left, or locked away.
 */
export function useJobSignal(): () => AbortSignal {
  const running = useRef<AbortController>(undefined)
  const stop = () => running.current?.abort(new DOMException('stopped', 'AbortError'))
  useEffect(() => stop, [])
  return () => {
    stop()
    running.current = new AbortController()
    return running.current.signal
  }
}
