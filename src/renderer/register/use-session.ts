import { useSyncExternalStore } from 'react'
import { useServices } from '../services.ts'
import type { StepKind } from './register.ts'
import type { SessionState } from './session.ts'

/** Where the window stands with the vault; renders again when that changes. */
export function useSession(): SessionState {
  const { session } = useServices()
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.state(),
  )
}

/** What can be undone and redone in a case; nothing while the vault is locked. */
export function useHistoryState(caseId: string): {
  readonly undo: StepKind | undefined
  readonly redo: StepKind | undefined
} {
  const { session } = useServices()
  const { kind } = useSession()
  const history = kind === 'memory' || kind === 'open' ? session.register().history : undefined
  return useSyncExternalStore(
    (listener) => history?.subscribe(listener) ?? (() => undefined),
    () => history?.state(caseId) ?? nothing,
  )
}

const nothing = { undo: undefined, redo: undefined }
