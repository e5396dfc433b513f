import type { CaseDraft } from './case-draft.ts'
import { withDateMark } from './date-marks.ts'
import type { DateMark } from './case-stage.ts'
import type { NoticeProposal } from './notice-reader.ts'

type Proposal = Pick<NoticeProposal, 'path' | 'value'>

/** How a proposal stands to a case: it says the same, its place is blank, or something else stands there. */
export type ProposalStanding =
  | { readonly kind: 'same' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'differs'; readonly present: string }

/** What a case has at the place of a proposal. Suspects and crimes are lists: what is not in them yet is blank. */
export function standingOf(draft: CaseDraft, { path, value }: Proposal): ProposalStanding {
  if (path.startsWith('suspects[')) {
    return { kind: draft.suspects.some(({ name }) => name.trim() === value) ? 'same' : 'blank' }
  }
  if (path.startsWith('crimes[')) {
    return { kind: draft.crimes.some((article) => article === value) ? 'same' : 'blank' }
  }
  const present = textAt(draft, path).trim()
  if (present === '') return { kind: 'blank' }
  if (present === value || (path === 'notice.remarks' && present.includes(value))) return { kind: 'same' }
  return { kind: 'differs', present }
}

/**
 * The draft with a proposal taken over: a suspect fills a nameless entry or comes last, a crime comes in the order of the
 * law, a remark stands behind what is there, anything else replaces it. Dates are marked as `mark` says.
 */
export function withProposal(
  draft: CaseDraft,
  { path, value }: Proposal,
  mark: Pick<DateMark, 'by' | 'at'>,
): CaseDraft {
  if (standingOf(draft, { path, value }).kind === 'same') return draft
  if (path.startsWith('suspects[')) return withSuspect(draft, value)
  if (path.startsWith('crimes[')) return withCrime(draft, value)
  const { notice } = draft
  const prosecutor = notice.prosecutor ?? { name: '' }
  switch (path) {
    case 'notice.prosecutor.name':
      return { ...draft, notice: { ...notice, prosecutor: { ...prosecutor, name: value } } }
    case 'notice.prosecutor.phone':
      return { ...draft, notice: { ...notice, prosecutor: { ...prosecutor, phone: value } } }
    case 'notice.remarks': {
      const remarks = [notice.remarks ?? '', value].filter((text) => text.trim() !== '').join('；')
      return { ...draft, notice: { ...notice, remarks: remarks.slice(0, 500) } }
    }
    default: {
      const key = noticeKeys.find((one) => path === `notice.${one}`)
      if (key === undefined) return draft
      return withDateMark({ ...draft, notice: { ...notice, [key]: value } }, { path, ...mark })
    }
  }
}

/** The draft with every proposal whose place is blank taken over. */
export function withBlankProposals(
  draft: CaseDraft,
  proposals: readonly Proposal[],
  mark: Pick<DateMark, 'by' | 'at'>,
): CaseDraft {
  return proposals.reduce(
    (now, proposal) => (standingOf(now, proposal).kind === 'blank' ? withProposal(now, proposal, mark) : now),
    draft,
  )
}

const noticeKeys = [
  'office',
  'documentNumber',
  'caseNumber',
  'acceptedOn',
  'issuedOn',
  'replyDueOn',
  'remarks',
] as const

function textAt({ notice }: CaseDraft, path: string): string {
  if (path === 'notice.prosecutor.name') return notice.prosecutor?.name ?? ''
  if (path === 'notice.prosecutor.phone') return notice.prosecutor?.phone ?? ''
  const key = noticeKeys.find((one) => path === `notice.${one}`)
  return (key && notice[key]) ?? ''
}

const mostSuspects = 500

function withSuspect(draft: CaseDraft, name: string): CaseDraft {
  const blank = draft.suspects.findIndex((suspect) => suspect.name.trim() === '')
  const suspects = draft.suspects.map((suspect, index) => (index === blank ? { ...suspect, name } : suspect))
  if (blank !== -1) return { ...draft, suspects }
  if (suspects.length >= mostSuspects) return draft
  return { ...draft, suspects: [...suspects, { name, status: 'in-case' }] }
}

const articles = ['213', '214', '215', '216', '217', '218', '219', '219-1'] as const

function withCrime(draft: CaseDraft, value: string): CaseDraft {
  return { ...draft, crimes: articles.filter((one) => one === value || draft.crimes.includes(one)) }
}
