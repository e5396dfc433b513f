import type { BoardRow } from '../../../shared/domain/case-board.ts'
import { closingTasks } from '../../../shared/domain/case-stage.ts'
import { localDate } from '../../i18n/formats.ts'
import type { CaseSummary } from '../../register/register.ts'

/** A line of the board that is also a case of the register. */
export type CaseRow = BoardRow & { readonly summary: CaseSummary }

/** Made once for each revision of a summary; goes with it. */
const rows = new WeakMap<CaseSummary, CaseRow>()

/** The line of a case. One that was not judged yet stands with what its plain facts say. */
export function boardRowOf(summary: CaseSummary): CaseRow {
  const known = rows.get(summary)
  if (known) return known
  const { caseCode, brand, office, changedAt, replyDueOn, board } = summary
  const facts = board?.facts ?? {
    stage: 'review' as const,
    owner: '',
    labels: [],
    raid: '',
    manner: 'written' as const,
    done: 0,
    of: 0,
    blocking: [],
    ...(replyDueOn === '' ? {} : { replyDue: { date: replyDueOn, origin: 'named' as const } }),
    receiptOutstanding: false,
    officeReceiptOpen: false,
    closingOpen: closingTasks,
    findings: 0,
    gaps: 0,
    periods: [],
  }
  const changedOn = changedAt === '' ? {} : { changedOn: localDate(new Date(changedAt)) }
  const row: CaseRow = { ...facts, caseCode, brand, office, ...changedOn, summary }
  rows.set(summary, row)
  return row
}

/** Days within which something that presses counts as urgent. */
export const urgentWithinDays = 3
/** A case that was not changed for so many days waits for somebody. */
export const quietAfterDays = 14
