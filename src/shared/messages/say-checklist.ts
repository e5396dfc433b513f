import type { Facts } from '../contract/failure.ts'
import type { ChecklistRow } from '../domain/checklist.ts'
import type { ChecklistSource } from '../law/checklist.ts'
import { checklistWords as en } from './en/checklist.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { type ChecklistWord, checklistWords as zh } from './zh/checklist.ts'

/** A word of the checklist with its blanks filled. */
export function sayChecklist(word: ChecklistWord, language: Language, facts: Facts = {}): string {
  return fill((language === 'zh' ? zh : en)[word], facts)
}

/** The title of a row with the holder, agent or right it is about. */
export function rowTitle(
  { title, about }: Pick<ChecklistRow, 'title' | 'about'>,
  language: Language,
): string {
  return about === undefined
    ? title[language]
    : sayChecklist('title.about', language, { title: title[language], about })
}

/** Where a row comes from, so that nothing reads as law that is practice, borrowed or not checked. */
export function sourceText(source: ChecklistSource | undefined, language: Language): string {
  if (!source) return sayChecklist('source.own', language)
  const { text, article } = source
  return sayChecklist(`source.${standing(source)}`, language, { text, article })
}

function standing({ practice, byAnalogy, confidence }: ChecklistSource) {
  if (practice) return 'practice'
  if (confidence !== 'confirmed') return confidence
  return byAnalogy ? 'analogy' : 'law'
}
