import { useTranslation } from 'react-i18next'
import type { WindowLanguage } from './i18n.ts'

/** The language of sentences: the pseudo-language stands on English. */
export function sentenceLanguage(language: string): 'zh' | 'en' {
  return language === 'zh' ? 'zh' : 'en'
}

/** The language the window shows now, for `explainFailure` and law data. */
export function useLanguage(): 'zh' | 'en' {
  const { i18n } = useTranslation()
  return sentenceLanguage(i18n.language)
}

/** The same with the pseudo-language kept apart. */
export function useWindowLanguage(): WindowLanguage {
  const { i18n } = useTranslation()
  return i18n.language === 'pseudo' ? 'pseudo' : sentenceLanguage(i18n.language)
}
