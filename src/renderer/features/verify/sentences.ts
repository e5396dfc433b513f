import type { Finding } from '../../../shared/contract/finding.ts'
import { explainFinding } from '../../../shared/messages/explain.ts'
import { type Sentence, sayVerification } from '../../../shared/messages/verdicts.ts'
import { sentenceLanguage, useWindowLanguage } from '../../i18n/language.ts'
import { pseudo } from '../../i18n/pseudo-language.ts'

interface Sentences {
  /** A finding for a person in front of the window. */
  readonly finding: (found: Finding) => string
  readonly verdict: (sentence: Sentence) => string
}

/** Sentences that are made from facts, in the language of the window. */
export function useSentences(): Sentences {
  const language = useWindowLanguage()
  const spoken = sentenceLanguage(language)
  const shown = language === 'pseudo' ? pseudo : (sentence: string) => sentence
  return {
    finding: (found) => shown(explainFinding(found, spoken, 'window')),
    verdict: ({ word, facts }) => shown(sayVerification(word, spoken, facts)),
  }
}
