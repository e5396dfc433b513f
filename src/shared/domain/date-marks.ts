import type { CaseDraft } from './case-draft.ts'
import type { DateMark } from './case-stage.ts'

/** The places of dates whose writer is kept: what a deadline is worked out from, or is. */
const marked =
  /^(notice\.(acceptedOn|issuedOn|receivedOn|replyDueOn|receiptReturnedOn)|police\.(receivedOn|dueOn)|(milestones|userDates)\[\d+\]\.on)$/

/** True for a date of which the case keeps who wrote it and when. */
export function isMarkedDate(path: string): boolean {
  return marked.test(path)
}

/** Who wrote the date of a place, and when: its newest mark. */
export function dateMarkOf(marks: readonly DateMark[], path: string): DateMark | undefined {
  return marks
    .filter((mark) => mark.path === path)
    .reduce<DateMark | undefined>(
      (best, one) => (best === undefined || one.at >= best.at ? one : best),
      undefined,
    )
}

/** The draft with the mark of a date written by `by` at the UTC instant `at`; other places keep no mark. */
export function withDateMark(draft: CaseDraft, mark: DateMark): CaseDraft {
  if (!isMarkedDate(mark.path)) return draft
  const others = (draft.dateMarks ?? []).filter(({ path }) => path !== mark.path)
  return { ...draft, dateMarks: [...others, mark] }
}
