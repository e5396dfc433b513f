import type { Finding } from '../contract/finding.ts'
import type { LawBook } from '../law/law-book.ts'
import type { CaseRecord } from './case-record.ts'
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
  readonly completeness: Completeness
  readonly deadlines: readonly Deadline[]
  readonly findings: readonly Finding[]
}

/** Judges a case as of the plain date `on` by the law data. Whether a bundle can be built is judged elsewhere. */
export function caseReport(record: CaseRecord, law: LawBook, _on: string): CaseReport {
  return {
    // The checklist and the findings of the work join here.
    completeness: { done: 0, of: 0, blocking: [] },
    deadlines: deadlinesOf(record, law),
    findings: [],
  }
}
