import type { Facts } from '../contract/failure.ts'
import type { ObstacleKind } from '../domain/case-log.ts'
import { inTimeRate, type Months, type ResponseCounts } from '../domain/response-rate.ts'
import { caseWorkWords as caseWorkEn } from './en/window/case-work.ts'
import { workPaperWords as en } from './en/work-papers.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { caseWorkWords as caseWorkZh } from './zh/window/case-work.ts'
import { type WorkPaperWord, workPaperWords as zh } from './zh/work-papers.ts'

/** A word of the papers about the work with its blanks filled. */
export function sayWorkPaper(word: WorkPaperWord, language: Language, facts: Facts = {}): string {
  return fill((language === 'zh' ? zh : en)[word], facts)
}

/** A kind of obstacle as the log of a case calls it. */
export function obstacleKindName(kind: ObstacleKind, language: Language): string {
  return (language === 'zh' ? caseWorkZh : caseWorkEn)[`obstacle.${kind}`]
}

/** A period in words: `2026-01 to 2026-06`, `all dates`. */
export function periodText({ from, to }: Months, language: Language): string {
  if (from === '' && to === '') return sayWorkPaper('period.all', language)
  if (to === '') return sayWorkPaper('period.from', language, { from })
  if (from === '') return sayWorkPaper('period.to', language, { to })
  return from === to ? from : sayWorkPaper('period.between', language, { from, to })
}

/** The rate in time as `87.5%`; blank where nothing can be judged. */
export function rateText(group: Pick<ResponseCounts, 'counts'>): string {
  const rate = inTimeRate(group)
  return rate === undefined ? '' : `${Math.round(rate * 1000) / 10}%`
}
