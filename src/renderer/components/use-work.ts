import { useState } from 'react'
import { isAbort } from '../app/error-details.ts'

export interface Work {
  readonly busy: boolean
  /** How the last run failed. */
  readonly error: unknown
  /** Runs one thing at a time; a failure is kept in `error`. */
  run(work: () => Promise<unknown>): Promise<void>
}

/** One piece of work of a form: whether it is under way and how it failed. */
export function useWork(): Work {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  return {
    busy,
    error,
    async run(work) {
      if (busy) return
      setBusy(true)
      setError(undefined)
      try {
        await work()
      } catch (failure) {
        if (!isAbort(failure)) setError(failure)
      } finally {
        setBusy(false)
      }
    },
  }
}
