import { type BoardFacts, isNotified } from './board-facts.ts'
import { isClosed } from './case-board.ts'

export const responseClasses = ['in-time', 'late', 'no-named-day', 'overdue', 'no-reply', 'pending'] as const
export type ResponseClass = (typeof responseClasses)[number]

export type ResponseFacts = Pick<BoardFacts, 'stage' | 'manner' | 'replyDue' | 'submittedOn' | 'closingOpen'>

/**
 * How a notice was answered as of a plain date; undefined where there is none to answer, or while the police have the
 * case. In time is a first hand-over on or before the day the office named, else the user's own. Without either day a
 * case is of a class of its own, unless it left the review unanswered. A hand-over after `on` has not happened.
 */
export function responseOf(facts: ResponseFacts, on: string): ResponseClass | undefined {
  if (!isNotified(facts)) return undefined
  const due = facts.replyDue?.origin === 'police' ? undefined : facts.replyDue?.date
  const handedOver =
    facts.submittedOn !== undefined && facts.submittedOn <= on ? facts.submittedOn : undefined
  if (handedOver !== undefined) {
    if (due === undefined) return 'no-named-day'
    return handedOver <= due ? 'in-time' : 'late'
  }
  if (facts.stage !== 'review' || isClosed(facts)) return 'no-reply'
  if (due === undefined) return 'no-named-day'
  return due < on ? 'overdue' : 'pending'
}

/** What the rate is counted from: the facts of a case with what it is grouped by. */
export interface ResponseRow extends ResponseFacts {
  readonly brand: string
  readonly office: string
  readonly crimes: readonly string[]
  /** Plain date of the notice; blank when not known. */
  readonly receivedOn: string
}

export type ResponseGrouping = 'month' | 'brand' | 'office' | 'crime'

export interface ResponseCounts {
  /** Month `2026-11`, brand, office or article; blank when not known. */
  readonly key: string
  readonly notified: number
  readonly counts: Readonly<Record<ResponseClass, number>>
}

export interface ResponseTable {
  readonly groups: readonly ResponseCounts[]
  /** Every case once, also where it stands in several groups; its key is blank. */
  readonly total: ResponseCounts
}

/** Answers counted by class as of a plain date. A case of several crimes counts for each, once in the total. */
export function responseTable(rows: readonly ResponseRow[], by: ResponseGrouping, on: string): ResponseTable {
  const groups = new Map<string, ResponseClass[]>()
  const all: ResponseClass[] = []
  for (const row of rows) {
    const found = responseOf(row, on)
    if (found === undefined) continue
    all.push(found)
    for (const key of keysOf(row, by)) {
      const group = groups.get(key)
      if (group) group.push(found)
      else groups.set(key, [found])
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return { groups: sorted.map(([key, found]) => countsOf(key, found)), total: countsOf('', all) }
}

function keysOf(row: ResponseRow, by: ResponseGrouping): readonly string[] {
  if (by === 'crime') return row.crimes.length === 0 ? [''] : [...new Set(row.crimes)]
  return [by === 'month' ? row.receivedOn.slice(0, 7) : row[by]]
}

function countsOf(key: string, found: readonly ResponseClass[]): ResponseCounts {
  const counts = Object.fromEntries(
    responseClasses.map((one) => [one, found.filter((other) => other === one).length]),
  ) as Record<ResponseClass, number>
  return { key, notified: found.length, counts }
}

/**
 * Share answered in time, 0 to 1, of the notices whose answer can be judged; undefined where there is none. Those without
 * a named day and those still within time are not counted.
 */
export function inTimeRate({ counts }: Pick<ResponseCounts, 'counts'>): number | undefined {
  const judged = counts['in-time'] + counts.late + counts.overdue + counts['no-reply']
  return judged === 0 ? undefined : counts['in-time'] / judged
}

/** From and to as months `2026-11`, both included; blank: without end. */
export interface Months {
  readonly from: string
  readonly to: string
}

/** True where a plain date lies in a period; a blank date only in one without ends. */
export function isWithin(date: string, { from, to }: Months): boolean {
  if (date === '') return from === '' && to === ''
  const month = date.slice(0, 7)
  return (from === '' || from <= month) && (to === '' || month <= to)
}
