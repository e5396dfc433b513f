import type { Finding } from '../contract/finding.ts'
import type { LawBook } from '../law/law-book.ts'
import { workFindings } from './case-judgement.ts'
import type { CaseRecord } from './case-record.ts'
import { type ChecklistRow, checklistOf, completenessOf } from './checklist.ts'
import type { Deadline } from './deadline.ts'
import { deadlinesOf } from './deadlines.ts'

/** How many papers are there, and the codes of those that hold the case up. */
export interface Completeness {
  readonly done: number
  readonly of: number
  readonly blocking: readonly string[]
}

/** What the work on a case comes to on a day: the window, the board and the CLI read the same. */
export interface CaseReport {
  readonly checklist: readonly ChecklistRow[]
  readonly completeness: Completeness
  readonly deadlines: readonly Deadline[]
  readonly findings: readonly Finding[]
}

/**
 * Judges a case as of the plain date `on` by the law data; `here` as in `checklistOf`. Whether a bundle can be built is
 * judged elsewhere.
 */
export function caseReport(
  record: CaseRecord,
  law: LawBook,
  on: string,
  here?: ReadonlySet<string>,
): CaseReport {
  const checklist = checklistOf(record, law, on, here)
  const { done, of, blocking } = completenessOf(checklist)
  return {
    checklist,
    completeness: { done, of, blocking: blocking.map(({ code }) => code) },
    deadlines: deadlinesOf(record, law),
    findings: workFindings(record, law, on, checklist),
  }
}
