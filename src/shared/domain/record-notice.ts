import type { CaseDraft } from './case-draft.ts'
import type { NoticeManner } from './notice.ts'

/** The four things a case begins with; text is trimmed and not empty, `receivedOn` a plain date. */
export interface NoticeFacts {
  /** The procuratorate, or the police authority where the police told. */
  readonly office: string
  readonly manner: NoticeManner
  readonly receivedOn: string
  readonly brand: string
}

/** A blank draft with what was recorded. What the police told begins a case with the police, with their request. */
export function draftOfNotice(
  blank: CaseDraft,
  { office, manner, receivedOn, brand }: NoticeFacts,
): CaseDraft {
  if (manner !== 'police') return { ...blank, brand, notice: { ...blank.notice, manner, office, receivedOn } }
  return {
    ...blank,
    brand,
    stage: 'investigation',
    notice: { ...blank.notice, manner, office: '' },
    police: { agency: office, receivedOn },
  }
}
