import { createInstance } from 'i18next'
import { pseudoWords } from '../../../src/renderer/i18n/pseudo-language.ts'
import { windowWords, type WindowArea } from '../../../src/shared/messages/window.ts'

export type TestLanguage = 'zh' | 'en'

type WithoutPlural<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key

/** A key of the words of an area; plural forms go by their stem and `count`. */
export type WordKey<Area extends WindowArea> = WithoutPlural<keyof (typeof windowWords)['zh'][Area]> & string

/** The sentences the window shows, so that no test repeats them. */
export type Say = <Area extends WindowArea>(
  area: Area,
  key: WordKey<Area>,
  facts?: Readonly<Record<string, string | number>>,
) => string

/** The words of the window in one language. Throws on a key the catalogues do not have. */
export async function wordsIn(language: TestLanguage | 'pseudo'): Promise<Say> {
  const i18n = createInstance()
  await i18n.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    resources: { ...windowWords, pseudo: pseudoWords(windowWords.en) },
    ns: Object.keys(windowWords.zh),
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  })
  // The keys are checked above; i18next's own types would check them again, at length.
  const translate = i18n.t as unknown as (key: string, options: object) => string
  return (area, key, facts = {}) => {
    const options = { ns: area, ...facts }
    if (!i18n.exists(key, options)) throw new Error(`no words for ${area}:${key}`)
    return translate(key, options)
  }
}
