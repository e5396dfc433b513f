import { useEffect, useState } from 'react'
import type { CaseSummary } from '../register/register.ts'
import { useServices } from '../services.ts'

/** The cases as they are when the palette opens; none while they cannot be read. */
export function useCaseSummaries(): readonly CaseSummary[] {
  const { session } = useServices()
  const [summaries, setSummaries] = useState<readonly CaseSummary[]>([])
  useEffect(() => {
    let gone = false
    session
      .register()
      .cases.summaries()
      .then((found) => {
        if (!gone) setSummaries(found)
      })
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [session])
  return summaries
}
