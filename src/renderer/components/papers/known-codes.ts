import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { checklistOf } from '../../../shared/domain/checklist.ts'
import type { LawBook } from '../../../shared/law/law-book.ts'

/** Codes of the checklist of a case on a plain date. What items alone bring into it is of no matter to standing papers. */
export function knownCodes(draft: CaseDraft, law: LawBook, on: string): ReadonlySet<string> {
  const record = recordOfDraft(draft, () => [])
  return new Set(checklistOf(record, law, on).map(({ code }) => code))
}
