import type { LawBook } from '../law/law-book.ts'
import { gapsOf } from './case-gaps.ts'
import type { CaseRecord } from './case-record.ts'
import { caseReport, type CaseReport } from './case-report.ts'
import type { CaseStage, ClosingTask } from './case-stage.ts'
import { isDone } from './checklist.ts'
import { withKnownDates } from './known-dates.ts'
import { ruleOf } from './office-variant.ts'
import { openTasks } from './closing.ts'
import { isNotice, type NoticeManner } from './notice.ts'

/** The day an answer is due, and who says so. */
export interface ReplyDue {
  readonly date: string
  readonly origin: 'named' | 'set' | 'police'
}

/** What the board shows of a case without opening it; written with every change of the case. */
export interface BoardFacts {
  readonly stage: CaseStage
  readonly owner: string
  readonly labels: readonly string[]
  readonly raid: string
  readonly manner: NoticeManner
  readonly done: number
  readonly of: number
  /** Codes of up to three papers that hold the case up. */
  readonly blocking: readonly string[]
  readonly replyDue?: ReplyDue
  /** Day of the first hand-over; with the police, of the first thing given. */
  readonly submittedOn?: string
  /** Something was handed over whose receipt has not come back. */
  readonly receiptOutstanding: boolean
  /** The checklist wants the 送达回执 of a written notice, its office is known, and it has not gone back (检规 55). */
  readonly officeReceiptOpen: boolean
  readonly closingOpen: readonly ClosingTask[]
  readonly findings: number
  /** Facts of the case that a bundle cannot be built without and that are blank; its items are not counted. */
  readonly gaps: number
  /** Statutory days on which the holder may lose something by waiting. */
  readonly periods: readonly { readonly code: string; readonly date: string }[]
}

/** Goes up with every change of what `boardFactsOf` finds, so that stored facts are found anew. */
export const boardFactsVersion = 2

/** The facts of a case for its summary. `report` is that of the same case; it is made when absent. */
export function boardFactsOf(
  typed: CaseRecord,
  law: LawBook,
  on: string,
  report: CaseReport = caseReport(typed, law, on),
): BoardFacts {
  // A day that is being typed is no hand-over yet.
  const record = withKnownDates(typed)
  const { notice } = record
  const stage = record.stage ?? 'review'
  // What went to the police before the notice came is no answer to it.
  const since = stage !== 'investigation' && isNotice(notice.manner) ? (notice.receivedOn ?? '') : ''
  const submissions = (record.submissions ?? []).filter(
    ({ handedOverOn }) => handedOverOn !== '' && handedOverOn >= since,
  )
  const handedOver = earliest(submissions.map((one) => one.handedOverOn))
  const given = earliest((record.police?.given ?? []).map((one) => one.on ?? ''))
  const submittedOn = stage === 'investigation' ? earliest([handedOver, given]) : handedOver
  const replyDue = replyDueOf(record)
  const urgent = new Set(law.deadlines.rules.filter((rule) => rule.urgent).map(({ id }) => id))
  const receipts = new Set(law.checklist.rules.filter((rule) => rule.doneBy).map(({ id }) => id))
  const { done, of, blocking } = report.completeness
  return {
    stage,
    owner: record.owner ?? '',
    labels: record.labels ?? [],
    raid: record.raid ?? '',
    manner: notice.manner,
    done,
    of,
    blocking: blocking.slice(0, 3),
    ...(replyDue ? { replyDue } : {}),
    ...(submittedOn === '' ? {} : { submittedOn }),
    receiptOutstanding: submissions.some(({ receiptOn }) => !receiptOn),
    officeReceiptOpen:
      notice.office.trim() !== '' &&
      report.checklist.some((row) => receipts.has(ruleOf(row.code)) && !isDone(row)),
    closingOpen: openTasks(record),
    findings: report.findings.length,
    // The police get single papers, not a bundle.
    gaps:
      stage === 'investigation'
        ? 0
        : gapsOf(record).filter(({ subject }) => !subject.startsWith('groups')).length,
    periods: report.deadlines.flatMap(({ code, date }) =>
      date !== undefined && urgent.has(code.split('@')[0] ?? '') ? [{ code, date }] : [],
    ),
  }
}

/** The day an answer is due: named by the office that has the case, else the person's own. A notice's day is no day of the police. */
export function replyDueOf(
  record: Pick<CaseRecord, 'notice' | 'police' | 'stage' | 'userDates'>,
): ReplyDue | undefined {
  const own = earliest((record.userDates ?? []).filter(({ kind }) => kind === 'reply').map(({ on }) => on))
  const { replyDueOn } = record.notice
  const police = record.police?.dueOn
  if (replyDueOn) return { date: replyDueOn, origin: 'named' }
  if (record.stage === 'investigation' && police) return { date: police, origin: 'police' }
  if (own !== '') return { date: own, origin: 'set' }
  return undefined
}

/** The first of some plain dates; blank when there is none. */
function earliest(dates: readonly string[]): string {
  return dates.filter((date) => date !== '').reduce((a, b) => (a === '' || b < a ? b : a), '')
}

/** True when the office's notice is there and its answer can be judged: not while the police have the case. */
export function isNotified({ stage, manner }: Pick<BoardFacts, 'stage' | 'manner'>): boolean {
  return stage !== 'investigation' && isNotice(manner)
}
