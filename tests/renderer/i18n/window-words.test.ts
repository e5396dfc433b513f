import { describe, expect, it } from 'vitest'
import { windowWords, type WindowArea } from '../../../src/shared/messages/window.ts'

const areas = Object.keys(windowWords.zh) as WindowArea[]

describe.each(areas)('words of %s', (area) => {
  const zh: Record<string, string> = windowWords.zh[area]
  const en: Record<string, string> = windowWords.en[area]

  it('fill the same blanks in both languages', () => {
    for (const [key, sentence] of Object.entries(zh))
      expect([key, blanks(en[key])]).toEqual([key, blanks(sentence)])
  })

  it('are each in their own language, but for words of a notice that stand as they are written there', () => {
    for (const [key, sentence] of Object.entries(en)) {
      const chinese = sentence.match(/[\u4e00-\u9fff]/g)?.length ?? 0
      const english = sentence.match(/[a-z]/gi)?.length ?? 0
      if (chinese > english) expect(bilingual).toContain(`${area}.${key}`)
    }
  })

  it('are not empty and have no spaces around, but for separators', () => {
    for (const [key, sentence] of [...Object.entries(zh), ...Object.entries(en)]) {
      expect(sentence, key).not.toBe('')
      if (sentence.length > 3) expect([key, sentence.trim()]).toEqual([key, sentence])
    }
  })
})

/** Names of languages stand in their own language, and papers name a signer in the language of the papers. */
const bilingual = ['frame.switchLanguage', 'vault.chooseLanguage', 'bundle.throwAwayNameZh']

function blanks(sentence: string | undefined): string[] {
  return [...new Set([...(sentence ?? '').matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? ''))].sort()
}
