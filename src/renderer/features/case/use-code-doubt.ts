import { useEffect, useMemo, useState } from 'react'
import type { Finding } from '../../../shared/contract/finding.ts'
import type { CaseSummary } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import { judgeCode } from './judge-case.ts'

/**
 * The doubt about a code that another case has. The cases are read when the page opens and when the code changes, not at
 * every write: there may be thousands.
 */
export function useCodeDoubt(id: string, caseCode: string): readonly Finding[] {
  const { session } = useServices()
  const [summaries, setSummaries] = useState<readonly CaseSummary[]>([])
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const found = await session.register().cases.summaries()
      if (isWanted) setSummaries(found)
    }
    // A register that is closed meanwhile is told by whoever opens it again.
    read().catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [session, id, caseCode])
  return useMemo(() => judgeCode({ id, caseCode }, summaries), [id, caseCode, summaries])
}
