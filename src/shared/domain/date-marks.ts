import type { CaseDraft } from './case-draft.ts'
import type { DateMark } from './case-stage.ts'

/** The places of dates whose writer is kept: what a deadline is worked out from, or is. */
const marked =
  /^(notice\.(acceptedOn|issuedOn|receivedOn|replyDueOn|receiptReturnedOn)|police\.(receivedOn|dueOn)|(milestones|userDates)\[\d+\]\.on)$/

/** True for a date of which the case keeps who wrote it and when. */
export function isMarkedDate(path: string): boolean {
  return marked.test(path)
}

/** The draft with the mark of a date written by `by` at the UTC instant `at`; other places keep no mark. */
export function withDateMark(draft: CaseDraft, mark: DateMark): CaseDraft {
  if (!isMarkedDate(mark.path)) return draft
  const others = (draft.dateMarks ?? []).filter(({ path }) => path !== mark.path)
  return { ...draft, dateMarks: [...others, mark] }
}

/** Marks follow the entries of a list when one is removed. */
export function marksAfterRemoval(draft: CaseDraft, list: string, removed: number): CaseDraft {
  return moved(draft, list, (index) => (index === removed ? undefined : index > removed ? index - 1 : index))
}

/** Marks follow the entries of a list when one goes to another place. */
export function marksAfterMove(draft: CaseDraft, list: string, from: number, to: number): CaseDraft {
  return moved(draft, list, (index) => {
    if (index === from) return to
    if (from < to) return index > from && index <= to ? index - 1 : index
    return index >= to && index < from ? index + 1 : index
  })
}

function moved(draft: CaseDraft, list: string, placeOf: (index: number) => number | undefined): CaseDraft {
  const { dateMarks } = draft
  if (!dateMarks?.some(({ path }) => path.startsWith(`${list}[`))) return draft
  return {
    ...draft,
    dateMarks: dateMarks.flatMap((mark) => {
      const match = /^([a-zA-Z]+)\[(\d+)\](.*)$/.exec(mark.path)
      if (match?.[1] !== list) return [mark]
      const index = placeOf(Number(match[2]))
      return index === undefined ? [] : [{ ...mark, path: `${list}[${index}]${match[3] ?? ''}` }]
    }),
  }
}
