import { useEffect, useState } from 'react'
import { isUrgent } from '../../shared/domain/case-board.ts'
import { boardRowOf, urgentWithinDays } from '../components/cases/board-row.ts'
import { localDate } from '../i18n/formats.ts'
import { useSession } from '../register/use-session.ts'
import { useServices } from '../services.ts'

const everyMs = 60_000

/**
 * How many open cases press within days or have passed unanswered; 0 while nothing can be read. The sample does not
 * count. Counted when `place` changes and every minute, for a day may end; never at each write, which would read every
 * summary for every letter typed.
 */
export function useUrgentCount(place: string): number {
  const { session, now } = useServices()
  const { kind } = useSession()
  const [count, setCount] = useState(0)
  useEffect(() => {
    let gone = false
    const recount = async () => {
      const today = localDate(now())
      const summaries = await session.register().cases.summaries()
      const urgent = summaries.filter(
        (summary) =>
          summary.state === 'open' &&
          !summary.isSample &&
          isUrgent(boardRowOf(summary), today, urgentWithinDays),
      )
      if (!gone) setCount(urgent.length)
    }
    const attempt = () => void recount().catch(() => !gone && setCount(0))
    attempt()
    const timer = setInterval(attempt, everyMs)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [session, now, kind, place])
  return count
}
