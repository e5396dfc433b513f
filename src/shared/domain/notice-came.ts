import type { CaseDraft } from './case-draft.ts'
import { isNotice } from './notice.ts'

/** A note on how and when a case was learned of before its notice: `date` as it was typed. */
export type LearnedNote = (manner: CaseDraft['notice']['manner'], date: string) => string

/**
 * The draft of a case with the police, now that the office gave notice: in the review for prosecution, with a written
 * notice to be filled in. Everything typed stays. The day the case was learned of is no day of a notice: it goes to the
 * request of the police where that has none, else into the remarks as `note` says it.
 */
export function withNoticeCome(draft: CaseDraft, note: LearnedNote): CaseDraft {
  const { notice } = draft
  if (isNotice(notice.manner)) return { ...draft, stage: 'review' }
  const { receivedOn = '', ...rest } = notice
  const come = { ...rest, manner: 'written' as const }
  if (receivedOn === '') return { ...draft, stage: 'review', notice: come }
  const marks = draft.dateMarks ?? []
  const toPolice = notice.manner === 'police' && (draft.police?.receivedOn ?? '') === ''
  if (toPolice) {
    return {
      ...draft,
      stage: 'review',
      notice: come,
      police: { ...(draft.police ?? { agency: '' }), receivedOn },
      ...(draft.dateMarks ? { dateMarks: marks.map(toPoliceMark) } : {}),
    }
  }
  const remarks = [notice.remarks ?? '', note(notice.manner, receivedOn)]
    .filter((text) => text.trim() !== '')
    .join('；')
  return {
    ...draft,
    stage: 'review',
    // The remarks take 500 characters; what would not fit stays in its field.
    notice: remarks.length <= 500 ? { ...come, remarks } : { ...come, receivedOn },
    ...(draft.dateMarks && remarks.length <= 500
      ? { dateMarks: marks.filter(({ path }) => path !== 'notice.receivedOn') }
      : {}),
  }
}

function toPoliceMark<Mark extends { readonly path: string }>(mark: Mark): Mark {
  return mark.path === 'notice.receivedOn' ? { ...mark, path: 'police.receivedOn' } : mark
}
