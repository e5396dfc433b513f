import type { WorkPaperRequest } from '../../../engine/jobs.ts'
import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { deadlinesOf } from '../../../shared/domain/deadlines.ts'
import { firstCallQuestions } from '../../../shared/domain/first-call.ts'
import type { LawBook } from '../../../shared/law/law-book.ts'
import type { Language } from '../../../shared/messages/explain.ts'
import { caseCalendar } from '../../../shared/messages/say-deadline.ts'

export type CasePaperKind = 'deadlines' | 'questions'

/** When a paper is made: `on` is a plain date, `createdAt` a UTC instant to the second. */
export interface PaperMoment {
  readonly on: string
  readonly createdAt: string
}

/** Days before an event on which a calendar reminds of it. */
const alarmDays = [7, 3, 1]

/** What one of the papers on a case is set from. */
export function casePaperRequest(
  kind: CasePaperKind,
  draft: CaseDraft,
  law: LawBook,
  language: Language,
  { on, createdAt }: PaperMoment,
): WorkPaperRequest {
  const { caseCode, brand = '', notice } = draft
  const common = { caseCode, brand, office: notice.office, on, createdAt, language }
  if (kind === 'questions') {
    const questions = firstCallQuestions(draft, law, language)
    return { kind, ...common, documentNumber: notice.documentNumber ?? '', questions }
  }
  const deadlines = deadlinesOf(
    recordOfDraft(draft, () => []),
    law,
  )
  return { kind, ...common, caseNumber: notice.caseNumber ?? '', deadlines, ruleset: law.ruleset }
}

/** The days of a case as a calendar file; undefined when none of them can stand in a calendar. */
export function calendarOf(
  draft: CaseDraft,
  law: LawBook,
  language: Language,
  stampedAt: string,
): string | undefined {
  const deadlines = deadlinesOf(
    recordOfDraft(draft, () => []),
    law,
  )
  const text = caseCalendar(draft.caseCode, deadlines, { language, stampedAt, alarmDays })
  return text.includes('BEGIN:VEVENT') ? text : undefined
}
