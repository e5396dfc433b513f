import type { ObstacleReport, ReportedObstacle } from '../../shared/domain/obstacle-report.ts'
import type { Language } from '../../shared/messages/explain.ts'
import { obstacleKindName, periodText, sayWorkPaper } from '../../shared/messages/say-work-paper.ts'
import type { Facts } from '../../shared/contract/failure.ts'
import type { WorkPaperWord } from '../../shared/messages/zh/work-papers.ts'
import { small, text } from '../layout/inline.ts'
import type { TableRow } from '../layout/table.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'
import { LooseSheet } from './loose-sheet.ts'

/** What the report on obstacles is written from. */
export interface ObstaclePaperRequest {
  readonly report: ObstacleReport
  /** Cases that could not be opened and are not in the report. */
  readonly unread: number
  /** Plain date of the report. */
  readonly on: string
  readonly language: Language
  /** UTC instant to the second. */
  readonly createdAt: string
}

/** 障碍报告: what stood in the way over all cases, to be printed. The same request gives the same bytes. */
export async function obstaclePaper(request: ObstaclePaperRequest, fonts: FontFiles): Promise<Bytes> {
  const { report, unread, on, language, createdAt } = request
  const say = (word: WorkPaperWord, facts: Facts = {}) => sayWorkPaper(word, language, facts)
  const title = say('obstacles.title')
  const sheet = new LooseSheet(
    { title, language, pageText: (number, last) => say('page', { number, last }) },
    fonts,
  )
  sheet.head(say('as-of', { date: on }))
  sheet.form([
    [say('obstacles.period'), periodText(report.months, language)],
    [say('obstacles.cases'), say('obstacles.cases-count', { count: report.cases })],
    [say('obstacles.scope'), say(report.isAnonymised ? 'obstacles.anonymised' : 'obstacles.named')],
  ])
  if (report.obstacles.length === 0) sheet.note(say('obstacles.none'))
  else {
    sheet.heading(say('obstacles.by-kind'))
    countTable(sheet, report, language)
    sheet.heading(say('obstacles.list'))
    obstacleTable(sheet, report, language)
  }
  if (report.undated > 0) sheet.note(say('obstacles.undated', { count: report.undated }))
  if (unread > 0) sheet.note(say('obstacles.unread', { count: unread }))
  return sheet.pdf(`${title} ${on}`, createdAt)
}

function countTable(sheet: LooseSheet, { counts }: ObstacleReport, language: Language): void {
  const row = (name: string, numbers: readonly number[], weight: 'regular' | 'bold'): TableRow => ({
    cells: [
      { content: [text(name)], heading: 'Row', weight },
      ...numbers.map((count) => ({ content: [text(String(count))], weight })),
    ],
  })
  const sum = (key: 'all' | 'solved' | 'open') => counts.reduce((total, one) => total + one[key], 0)
  sheet.table(
    [
      { head: sayWorkPaper('obstacles.kind', language) },
      ...(['all', 'solved', 'open'] as const).map((key) => ({
        head: sayWorkPaper(`obstacles.${key}`, language),
        width: 70,
        align: 'center' as const,
      })),
    ],
    [
      ...counts.map(({ kind, all, solved, open }) =>
        row(obstacleKindName(kind, language), [all, solved, open], 'regular'),
      ),
      row(sayWorkPaper('obstacles.total', language), [sum('all'), sum('solved'), sum('open')], 'bold'),
    ],
  )
}

function obstacleTable(sheet: LooseSheet, report: ObstacleReport, language: Language): void {
  const say = (word: WorkPaperWord) => sayWorkPaper(word, language)
  const row = ({ kind, on, solvedOn, named }: ReportedObstacle): TableRow => {
    const about = named && [named.caseCode, named.brand, named.office].filter((part) => part !== '')
    return {
      cells: [
        { content: [text(on === '' ? say('obstacles.no-date') : on)], heading: 'Row' },
        { content: [text(obstacleKindName(kind, language))] },
        ...(named && about
          ? [
              {
                content: [
                  text(sheet.own(about.join(' · '))),
                  ...(named.note.trim() === '' ? [] : [small(`\n${sheet.own(named.note)}`, 0.92)]),
                ],
              },
            ]
          : []),
        { content: [text(say(solvedOn === '' ? 'obstacles.open' : 'obstacles.solved'))] },
        { content: [text(solvedOn === '' ? '–' : solvedOn)] },
      ],
    }
  }
  sheet.table(
    [
      { head: say('obstacles.on'), width: 64, align: 'center' },
      { head: say('obstacles.kind'), ...(report.isAnonymised ? {} : { width: 84 }) },
      ...(report.isAnonymised ? [] : [{ head: say('obstacles.note') }]),
      { head: say('obstacles.state'), width: 50, align: 'center' },
      { head: say('obstacles.solved-on'), width: 64, align: 'center' },
    ],
    report.obstacles.map(row),
  )
}
