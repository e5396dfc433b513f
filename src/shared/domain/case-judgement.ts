import { type Finding, finding } from '../contract/finding.ts'
import type { LawBook } from '../law/law-book.ts'
import { chainFindings } from './authority-chain.ts'
import { aheadFindings } from './case-doubts.ts'
import type { CaseRecord } from './case-record.ts'
import { type ChecklistRow, checklistOf } from './checklist.ts'
import { pathText } from './read-case.ts'
import { sampleFindings } from './samples.ts'
import { wordingFindings } from './wording-guard.ts'

/**
 * All that is doubtful in the work on a case on a plain date: chain of authority, agents, samples, wording, days that have not come, checklist
 * entries set aside without a reason or ready by a paper that is gone. Warnings and hints only; shown with the findings of `contradictionsOf`.
 * `checklist`: that of the same case and day; it is made when absent.
 */
export function workFindings(
  record: CaseRecord,
  law: Pick<LawBook, 'checklist' | 'countries' | 'wording'>,
  on: string,
  checklist: readonly ChecklistRow[] = checklistOf(record, law, on),
): Finding[] {
  return [
    ...chainFindings(record, law, on),
    ...sampleFindings(record),
    ...wordingFindings(record, law),
    ...aheadFindings(record, on),
    ...reasonFindings(record, checklist),
    ...goneFindings(record, checklist),
  ]
}

function reasonFindings(record: CaseRecord, checklist: readonly ChecklistRow[]): Finding[] {
  return checklist
    .filter(({ need, status, state }) => need === 'required' && status === 'not-applicable' && blank(state))
    .map(({ code, title }) => {
      const at = pathText(['checklist', placeOf(record, code), 'reason'])
      return finding('checklist.no-reason', at, { title: inBoth(title) })
    })
}

function goneFindings(record: CaseRecord, checklist: readonly ChecklistRow[]): Finding[] {
  return checklist
    .filter(({ gone }) => gone)
    .map(({ code, title }) => {
      const at = pathText(['checklist', placeOf(record, code)])
      return finding('checklist.paper-gone', at, { title: inBoth(title) })
    })
}

function placeOf({ checklist = [] }: CaseRecord, code: string): number {
  return checklist.findLastIndex((state) => state.code === code)
}

function inBoth({ zh, en }: ChecklistRow['title']): string {
  return zh === en ? zh : `${zh} ${en}`
}

function blank(state: { readonly reason?: string | undefined } | undefined): boolean {
  return (state?.reason ?? '').trim() === ''
}
