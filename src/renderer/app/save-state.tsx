import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { useServices } from '../services.ts'
import { isAbort } from './error-details.ts'

/** What the top bar says about what was typed. */
export interface SaveState {
  readonly pending: number
  readonly savedAt: Date | undefined
  readonly failed: boolean
}

/** Follows one write; gives it back unchanged, failures too. */
export type TrackSaving = <T>(work: Promise<T>) => Promise<T>

const StateContext = createContext<SaveState>({ pending: 0, savedAt: undefined, failed: false })
const TrackContext = createContext<TrackSaving>((work) => work)

/** Keeps count of the writes under way for the top bar. */
export function SaveTracking({ children }: { readonly children: ReactNode }) {
  const services = useServices()
  const [state, setState] = useState<SaveState>({ pending: 0, savedAt: undefined, failed: false })
  const track = useCallback<TrackSaving>(
    async (work) => {
      setState((before) => ({ ...before, pending: before.pending + 1 }))
      try {
        const result = await work
        setState((before) => ({ pending: before.pending - 1, savedAt: services.now(), failed: false }))
        return result
      } catch (error) {
        setState((before) => ({
          ...before,
          pending: before.pending - 1,
          failed: before.failed || !isAbort(error),
        }))
        throw error
      }
    },
    [services],
  )
  return (
    <TrackContext value={track}>
      <StateContext value={state}>{children}</StateContext>
    </TrackContext>
  )
}

/** Wrap writes of what was typed: `await track(cases.edit(…))`; the top bar shows 'saving' and 'saved 14:03'. */
export function useTrackSaving(): TrackSaving {
  return useContext(TrackContext)
}

export function useSaveState(): SaveState {
  return useContext(StateContext)
}
