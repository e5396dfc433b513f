import type { Language } from '../../../shared/messages/explain.ts'
import type { CaseWords } from './place-words.ts'

/** An article as it is cited: `第214条`, `第219条之一`; `Art. 219-1`. */
export function articleText(article: string, language: Language, t: CaseWords): string {
  const [main = article, inserted] = article.split('-')
  if (language === 'en') return t('articleNumber', { article })
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
  const suffix = inserted === undefined ? '' : `之${numerals[Number(inserted) - 1] ?? inserted}`
  return t('articleNumber', { article: main }) + suffix
}
