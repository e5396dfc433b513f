import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import type { LawBook } from '../../../shared/law/law-book.ts'

/** Codes of the checklist of a case on a plain date; undefined where the law data has no checklist. */
export function knownCodes(_draft: CaseDraft, _law: LawBook, _on: string): ReadonlySet<string> | undefined {
  return undefined
}
