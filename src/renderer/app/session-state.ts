import { useSyncExternalStore } from 'react'
import type { SessionState } from '../register/session.ts'
import { useServices } from '../services.ts'

/** Where the window stands with the vault, live. */
export function useSessionState(): SessionState {
  const { session } = useServices()
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.state(),
  )
}
