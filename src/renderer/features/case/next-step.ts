import type { Finding } from '../../../shared/contract/finding.ts'
import type { CaseState } from '../../register/register.ts'
import { stepsOf } from './case-path.ts'

/** The parts of each page of forms, in the order of the page; each top key of the case belongs to one. */
export const partsOfPage = {
  overview: [
    'case',
    'notice',
    'police',
    'suspects',
    'crimes',
    'rightHolders',
    'agents',
    'authority',
    'rights',
    'claims',
    'bundle',
  ],
  dates: ['milestones', 'userDates'],
  log: ['submissions', 'contacts', 'samples', 'obstacles', 'closing'],
} as const
export type FormsPage = keyof typeof partsOfPage
export type PartId = (typeof partsOfPage)[FormsPage][number]
export type SectionId = PartId | 'evidence' | 'checklist'
export type CasePage = FormsPage | 'evidence' | 'checklist'

const formsPages: readonly FormsPage[] = ['overview', 'dates', 'log']
const partIds: readonly PartId[] = formsPages.flatMap((page) => [...partsOfPage[page]])

/** Where on the screen a finding belongs. */
export function sectionOf(subject: string): SectionId {
  const [top] = stepsOf(subject)
  if (top === 'groups') return 'evidence'
  if (top === 'checklist' || top === 'ownEntries') return 'checklist'
  return partIds.find((part) => part === top) ?? 'case'
}

/** The page of the case on which a finding belongs. */
export function pageOf(subject: string): CasePage {
  const section = subject.startsWith('part:') ? subject.slice('part:'.length) : sectionOf(subject)
  if (section === 'evidence' || section === 'checklist') return section
  return formsPages.find((page) => (partsOfPage[page] as readonly string[]).includes(section)) ?? 'overview'
}

export interface SectionState {
  /**
   * `problem`: something is wrong; `open`: something is missing; `empty`: nothing is filled in and need not be; doubts leave
   * a section done.
   */
  readonly state: 'done' | 'empty' | 'open' | 'problem'
  readonly gaps: number
  readonly problems: number
  readonly doubts: number
}

/** How a section stands, counted from its findings; done only where something `isFilled` in. */
export function stateOf(findings: readonly Finding[], isFilled: boolean): SectionState {
  const gaps = findings.filter((found) => found.code === 'field.required').length
  const problems = findings.filter((found) => found.severity === 'error').length - gaps
  const doubts = findings.length - gaps - problems
  const state = problems > 0 ? 'problem' : gaps > 0 ? 'open' : isFilled ? 'done' : 'empty'
  return { state, gaps, problems, doubts }
}

export type NextStep =
  | { readonly kind: 'restore' | 'reopen' | 'evidence' | 'bundle' }
  | { readonly kind: 'notice' | 'fix' | 'fill'; readonly subject: string; readonly count: number }

/** The one thing to do next with a case: its notice, its evidence, what is wrong, what is missing, then its bundle. */
export function nextStep(state: CaseState, findings: readonly Finding[], itemCount: number): NextStep {
  if (state === 'trashed') return { kind: 'restore' }
  if (state === 'closed') return { kind: 'reopen' }
  const errors = findings.filter((found) => found.severity === 'error')
  const ofNotice = errors.filter((found) => sectionOf(found.subject) === 'notice')
  const [notice] = ofNotice
  if (notice) return { kind: 'notice', subject: notice.subject, count: ofNotice.length }
  if (itemCount === 0) return { kind: 'evidence' }
  const wrong = errors.filter((found) => found.code !== 'field.required')
  if (wrong[0]) return { kind: 'fix', subject: wrong[0].subject, count: wrong.length }
  if (errors[0]) return { kind: 'fill', subject: errors[0].subject, count: errors.length }
  return { kind: 'bundle' }
}
