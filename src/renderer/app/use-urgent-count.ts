import { useMemo } from 'react'
import { isUrgent } from '../../shared/domain/case-board.ts'
import { boardRowOf, urgentWithinDays } from '../components/cases/board-row.ts'
import { localDate } from '../i18n/formats.ts'
import { useLive } from '../register/use-live.ts'
import { useServices } from '../services.ts'

/** How many open cases press within days or have passed unanswered; 0 while nothing can be read. The sample does not count. */
export function useUrgentCount(): number {
  const { now } = useServices()
  const summaries = useLive(({ cases }) => cases.summaries(), [])
  const today = localDate(now())
  return useMemo(
    () =>
      (summaries ?? []).filter(
        (summary) =>
          summary.state === 'open' &&
          !summary.isSample &&
          isUrgent(boardRowOf(summary), today, urgentWithinDays),
      ).length,
    [summaries, today],
  )
}
