import { isCalendarDate } from '../../../shared/domain/schema-pieces.ts'
import { daysBetween } from '../../../shared/domain/calendar.ts'

export type Urgency = 'overdue' | 'soon' | 'near' | 'later' | 'none'

/** How near the day of a reply is: overdue, within three days, within ten, later; `none` without a date. */
export function urgencyOf(replyDueOn: string, today: string): Urgency {
  if (!isCalendarDate(replyDueOn)) return 'none'
  const days = daysBetween(today, replyDueOn)
  if (days < 0) return 'overdue'
  if (days <= 3) return 'soon'
  return days <= 10 ? 'near' : 'later'
}
