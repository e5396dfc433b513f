import { crimeName, type LawBook } from '../law/law-book.ts'
import type { CaseDraft } from './case-draft.ts'

/** What is asked in the first talk with the prosecutor, in this order (domain.md 11.2). */
export const firstCallTopics = [
  'prosecutor',
  'case-number',
  'accepted-on',
  'suspects',
  'crimes',
  'plea',
  'named-day',
  'papers-wanted',
  'seizure-list',
  'samples',
  'police-papers',
  'format',
  'delivery',
  'foreign-papers',
  'other-holders',
  'file-access',
  'next-steps',
] as const
export type FirstCallTopic = (typeof firstCallTopics)[number]

export interface FirstCallQuestion {
  readonly topic: FirstCallTopic
  /** What the case already says, to be confirmed in the talk; blank when it says nothing. */
  readonly known: string
}

type CallFacts = Pick<CaseDraft, 'notice' | 'suspects' | 'crimes' | 'police'>

/** The questions of the first talk with the prosecutor, each with what the case already has. */
export function firstCallQuestions(
  draft: CallFacts,
  law: Pick<LawBook, 'crimes'>,
  language: 'zh' | 'en',
): FirstCallQuestion[] {
  const known = knownAnswers(draft, law, language)
  return firstCallTopics.map((topic) => ({ topic, known: known[topic] ?? '' }))
}

function knownAnswers(
  { notice, suspects, crimes, police }: CallFacts,
  law: Pick<LawBook, 'crimes'>,
  language: 'zh' | 'en',
): Partial<Record<FirstCallTopic, string>> {
  const listed = (parts: readonly (string | undefined)[]) =>
    parts.filter((part) => part !== undefined && part.trim() !== '').join(language === 'zh' ? '、' : ', ')
  const { prosecutor } = notice
  return {
    prosecutor: listed([prosecutor?.name, prosecutor?.phone, notice.department]),
    'case-number': listed([notice.caseNumber]),
    'accepted-on': listed([notice.acceptedOn]),
    suspects: listed(suspects.map(({ name }) => name)),
    crimes: listed(crimes.map((article) => crimeName(law, article, language))),
    'named-day': listed([notice.replyDueOn]),
    'police-papers': listed((police?.given ?? []).map(({ what }) => what)),
  }
}
