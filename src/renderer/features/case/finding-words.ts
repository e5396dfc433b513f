import type { Finding } from '../../../shared/contract/finding.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { explainFinding, type Language } from '../../../shared/messages/explain.ts'
import { sentenceCase } from '../../i18n/sentence-case.ts'
import { fieldKeyOf, stepsOf } from './case-path.ts'
import { holderName, placeWords, type CaseWords } from './place-words.ts'

/** What whole numbers may be, as `CaseRecord` has them. */
export const numberRanges = {
  round: [1, 99],
  'bundle.firstPageNumber': [1, 999_999],
  'bundle.discs': [0, 99],
  'rights.classes': [1, 45],
} as const satisfies Record<string, readonly [number, number]>
export type NumberField = keyof typeof numberRanges

/**
 * The sentence of a finding of a case as the window says it: fields by their labels, no word of `case.json`. `place`
 * goes before it; empty under the field itself.
 */
export function explainCaseFinding(
  found: Finding,
  t: CaseWords,
  draft: CaseDraft,
  language: Language,
  where: 'panel' | 'field',
): string {
  const field = placeWords(t, draft, found.subject)
  const sentence =
    ownSentence(found, t, draft, field) ?? explainFinding({ ...found, subject: field }, language)
  if (where === 'panel') return sentence
  // Under its label the sentence need not say the label again.
  for (const colon of [`${field}：`, `${field}: `]) {
    if (sentence.startsWith(colon)) return sentenceCase(sentence.slice(colon.length))
  }
  return sentence
}

function ownSentence(found: Finding, t: CaseWords, draft: CaseDraft, field: string): string | undefined {
  const key = fieldKeyOf(found.subject)
  const range = isNumberField(key) ? numberRanges[key] : undefined
  switch (found.code) {
    case 'field.required':
      return missing(found.subject, t, draft, field)
    case 'checklist.required-open':
      return t('requiredOpen', { count: Number(found.facts['count']) })
    case 'case.holder-unknown':
      return t('holderGone', { field })
    case 'case.holder-twice':
      return t('holderTwice', { field })
    case 'case.too-many-agents': {
      const index = draft.rightHolders.findIndex((holder) => holder.id === found.facts['id'])
      const name = holderName(draft, index) || t('holderUnnamed', { number: index + 1 })
      return t('tooManyAgents', {
        name,
        count: Number(found.facts['count']),
        limit: Number(found.facts['limit']),
      })
    }
    case 'case.too-big':
    case 'case.too-small':
      return range && `${field}${t('colon')}${t('numberRange', { least: range[0], most: range[1] })}`
    default:
      return undefined
  }
}

function missing(subject: string, t: CaseWords, draft: CaseDraft, field: string): string {
  if (subject === 'suspects') return t('missingSuspects')
  if (subject === 'crimes') return t('missingCrimes')
  if (subject === 'rightHolders') return t('missingHolders')
  if (subject === 'rights') return t('missingRights')
  if (subject === 'groups') return t('noItems')
  const key = fieldKeyOf(subject)
  if (key === 'rightHolders.nameZh') return t('missingHolderName', { field })
  if (key === 'rightHolders.phone' && draft.rightHolders.length === 0) return t('missingAnyContact')
  if (stepsOf(subject).at(-1) === 'phone') return t('missingContact', { field })
  return t('missing', { field })
}

function isNumberField(key: string): key is NumberField {
  return Object.hasOwn(numberRanges, key)
}
