import { useSyncExternalStore } from 'react'
import { useServices } from '../services.ts'
import { localDate } from './formats.ts'

const everyMs = 60_000

/** The plain local date; what shows it is drawn anew when a day ends while the window stays open. */
export function useToday(): string {
  const { now } = useServices()
  return useSyncExternalStore(watchClock, () => localDate(now()))
}

function watchClock(tick: () => void): () => void {
  const timer = setInterval(tick, everyMs)
  // A machine that slept did not count the minutes.
  document.addEventListener('visibilitychange', tick)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}
