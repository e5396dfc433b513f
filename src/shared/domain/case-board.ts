import type { BoardFacts } from './board-facts.ts'
import { addDays, daysBetween } from './calendar.ts'

/** A line of the board: the facts of a case with what names it. */
export interface BoardRow extends BoardFacts {
  readonly caseCode: string
  readonly brand: string
  readonly office: string
  /** Plain date of the last change of the case, where it is known. */
  readonly changedOn?: string
}

export const boardViews = [
  'to-answer',
  'waiting-for-papers',
  'ready-to-submit',
  'submitted',
  'receipt-outstanding',
  'no-deadline',
  'no-activity',
  'closed',
] as const
export type BoardView = (typeof boardViews)[number]

/** True once indictment, judgment, money, samples and destruction are each done or waived. */
export function isClosed({ closingOpen }: Pick<BoardFacts, 'closingOpen'>): boolean {
  return closingOpen.length === 0
}

/** True while an answer is still to be handed over. After a judgment nothing is to be answered. */
export function isToAnswer(row: Pick<BoardFacts, 'closingOpen' | 'stage' | 'submittedOn'>): boolean {
  return !isClosed(row) && row.submittedOn === undefined && row.stage !== 'decided'
}

/**
 * The views a case is shown in on a plain date, in the order of the board; a closed case in that one only. Quiet is a
 * case that was not changed for `quietAfterDays` days.
 */
export function viewsOf(row: BoardRow, on: string, quietAfterDays: number): BoardView[] {
  if (isClosed(row)) return ['closed']
  const toAnswer = isToAnswer(row)
  const holding = {
    'to-answer': toAnswer,
    'waiting-for-papers': toAnswer && row.blocking.length > 0,
    'ready-to-submit': toAnswer && row.of > 0 && row.blocking.length === 0 && row.gaps === 0,
    submitted: row.submittedOn !== undefined,
    'receipt-outstanding': row.receiptOutstanding,
    'no-deadline': toAnswer && row.replyDue === undefined,
    'no-activity': row.changedOn !== undefined && addDays(row.changedOn, quietAfterDays) <= on,
    closed: false,
  } satisfies Record<BoardView, boolean>
  return boardViews.filter((view) => holding[view])
}

export const nextActions = [
  'return-office-receipt',
  'complete-case',
  'ask-for-day',
  'gather-papers',
  'hand-in',
  'chase-receipt',
  'follow-up',
  'close-tasks',
  'close-case',
] as const
export type NextAction = (typeof nextActions)[number]

/** The one thing to do next: the office's own receipt before all else, then the answer, its receipt, the closing. */
export function nextActionOf(row: BoardFacts): NextAction {
  if (isClosed(row)) return 'close-case'
  if (isToAnswer(row)) {
    if (row.officeReceiptOpen) return 'return-office-receipt'
    if (row.gaps > 0) return 'complete-case'
    if (row.replyDue === undefined) return 'ask-for-day'
    return row.blocking.length > 0 ? 'gather-papers' : 'hand-in'
  }
  if (row.receiptOutstanding) return 'chase-receipt'
  return row.stage === 'decided' ? 'close-tasks' : 'follow-up'
}

/** What presses next. */
export interface Pressing {
  /** `reply`, or the code of a statutory day. */
  readonly code: string
  readonly date: string
  /** Days left; negative once it has passed. */
  readonly days: number
}

/** The nearest day of a case that still presses on `on`: the unanswered reply, passed or not, or a period still running. */
export function pressingOf(row: BoardFacts, on: string): Pressing | undefined {
  if (isClosed(row)) return undefined
  const reply = isToAnswer(row) && row.replyDue ? [{ code: 'reply', date: row.replyDue.date }] : []
  const running = row.periods.filter(({ date }) => date >= on)
  const [first] = [...reply, ...running].sort((a, b) => compare(a.date, b.date))
  return first && { ...first, days: daysBetween(on, first.date) }
}

/** True when something presses within so many days, or has passed unanswered; the badge counts these. */
export function isUrgent(row: BoardFacts, on: string, withinDays: number): boolean {
  const pressing = pressingOf(row, on)
  return pressing !== undefined && pressing.days <= withinDays
}

/**
 * Order of the board on a plain date: what presses, earliest day first; then answers without a day; then what waits for
 * a receipt; then the rest; closed cases last. Cases alike stand in the order of their codes.
 */
export function urgencyOrder(a: BoardRow, b: BoardRow, on: string): number {
  return compareKeys(urgencyKey(a, on), urgencyKey(b, on))
}

/** The rows in `urgencyOrder`; each is judged once, so that thousands are sorted while a person types. */
export function sortedByUrgency<Row extends BoardRow>(rows: readonly Row[], on: string): Row[] {
  return rows
    .map((row) => ({ row, key: urgencyKey(row, on) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ row }) => row)
}

interface UrgencyKey {
  readonly rank: number
  readonly date: string
  readonly caseCode: string
}

function urgencyKey(row: BoardRow, on: string): UrgencyKey {
  const pressing = pressingOf(row, on)
  return { rank: rankOf(row, pressing), date: pressing?.date ?? '', caseCode: row.caseCode }
}

function compareKeys(a: UrgencyKey, b: UrgencyKey): number {
  return a.rank - b.rank || compare(a.date, b.date) || compare(a.caseCode, b.caseCode)
}

function rankOf(row: BoardRow, pressing: Pressing | undefined): number {
  if (isClosed(row)) return 4
  if (pressing) return 0
  if (isToAnswer(row)) return 1
  return row.receiptOutstanding ? 2 : 3
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
