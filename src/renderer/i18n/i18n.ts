import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { windowWords } from '../../shared/messages/window.ts'
import { pseudoWords } from './pseudo-language.ts'

export type WindowLanguage = 'zh' | 'en' | 'pseudo'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    keySeparator: false
    resources: (typeof windowWords)['zh']
    interpolationPrefix: '{'
    interpolationSuffix: '}'
  }
}

/** The words of the window, Chinese until another language is chosen. `pseudo` shows texts that escaped the catalogues. */
export async function startWords(language: WindowLanguage): Promise<I18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'frame',
    // Keys are flat: `drag.start` is one key, as in the other catalogues.
    keySeparator: false,
    ns: Object.keys(windowWords.zh),
    resources: { ...windowWords, pseudo: pseudoWords(windowWords.en) },
    // React escapes; placeholders look the same as in the other catalogues.
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    returnNull: false,
  })
  return i18next
}
