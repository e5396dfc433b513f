import {
  type Months,
  responseClasses,
  type ResponseCounts,
  type ResponseGrouping,
  type ResponseTable,
} from '../../shared/domain/response-rate.ts'
import type { Language } from '../../shared/messages/explain.ts'
import { sayBoard } from '../../shared/messages/say-board.ts'
import { periodText, rateText, sayWorkPaper } from '../../shared/messages/say-work-paper.ts'
import { text } from '../layout/inline.ts'
import type { TableRow } from '../layout/table.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'
import { LooseSheet } from './loose-sheet.ts'

/** What the paper on answered notices is written from. */
export interface ResponsePaperRequest {
  readonly table: ResponseTable
  readonly by: ResponseGrouping
  /** Words of the keys of the groups, such as those of crimes; a key without any stands for itself. */
  readonly names: Readonly<Record<string, string>>
  readonly months: Months
  /** Plain date the answers were judged on. */
  readonly on: string
  readonly language: Language
  /** UTC instant to the second. */
  readonly createdAt: string
}

/** 答复情况统计: how notices were answered, to be printed. The same request gives the same bytes. */
export async function responsePaper(request: ResponsePaperRequest, fonts: FontFiles): Promise<Bytes> {
  const { table, by, names, months, on, language, createdAt } = request
  const title = sayWorkPaper('response.title', language)
  const sheet = new LooseSheet(
    { title, language, pageText: (number, last) => sayWorkPaper('page', language, { number, last }) },
    fonts,
  )
  sheet.head(sayWorkPaper('as-of', language, { date: on }))
  sheet.form([
    [sayWorkPaper('response.period', language), periodText(months, language)],
    [sayWorkPaper('response.by', language), sayBoard(`response.by-${by}`, language)],
    [sayWorkPaper('response.cases', language), String(table.total.notified)],
    [sayBoard('response.rate', language), rateText(table.total)],
  ])
  if (table.total.notified === 0) sheet.note(sayWorkPaper('response.none', language))
  else {
    const row = (name: string, group: ResponseCounts, weight: 'regular' | 'bold'): TableRow => ({
      cells: [
        { content: [text(sheet.own(name))], heading: 'Row', weight },
        ...[group.notified, ...responseClasses.map((one) => group.counts[one])].map((count) => ({
          content: [text(String(count))],
          weight,
        })),
        { content: [text(rateText(group) || '–')], weight },
      ],
    })
    const numbers = ['notified', ...responseClasses, 'rate'] as const
    sheet.table(
      [
        { head: sayBoard(`response.by-${by}`, language) },
        ...numbers.map((one) => ({
          head: sayBoard(`response.${one}`, language),
          width: language === 'zh' ? 44 : 48,
          align: 'center' as const,
        })),
      ],
      [
        ...table.groups.map((group) =>
          row(
            group.key === '' ? sayBoard('board.blank', language) : (names[group.key] ?? group.key),
            group,
            'regular',
          ),
        ),
        row(sayBoard('response.total', language), table.total, 'bold'),
      ],
    )
  }
  const notes = ['means', 'rate-means', 'counted', ...(by === 'crime' ? (['crimes'] as const) : [])] as const
  for (const note of notes) sheet.note(sayWorkPaper(`response.${note}`, language))
  return sheet.pdf(`${title} ${on}`, createdAt)
}
