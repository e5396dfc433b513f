import { isCalendarDate } from '../../../shared/domain/schema-pieces.ts'
import type { CaseState, CaseSummary } from '../../register/register.ts'

export type StateCounts = Readonly<Record<CaseState, number>>

/** How many cases there are of each state. */
export function countStates(summaries: readonly CaseSummary[]): StateCounts {
  const counts = { open: 0, closed: 0, trashed: 0 }
  for (const summary of summaries) counts[summary.state] += 1
  return counts
}

/** Earliest reply first, cases without a day after them; of one day, the one changed last first. */
export function byReplyDue(a: CaseSummary, b: CaseSummary): number {
  const [dueA, dueB] = [dayOf(a), dayOf(b)]
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  return b.changedAt.localeCompare(a.changedAt) || a.id.localeCompare(b.id)
}

function dayOf(summary: CaseSummary): string {
  const date = summary.board?.facts.replyDue?.date ?? summary.replyDueOn
  return isCalendarDate(date) ? date : '9999-99-99'
}

/** The first suspect, and how many there are beside. Blank names do not count. */
export function suspectsOf(summary: CaseSummary): { readonly first: string; readonly more: number } {
  const named = summary.suspects.filter((name) => name.trim() !== '')
  return { first: named[0] ?? '', more: Math.max(0, named.length - 1) }
}
