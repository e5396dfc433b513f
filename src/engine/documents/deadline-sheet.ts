import type { Facts } from '../../shared/contract/failure.ts'
import type { Deadline } from '../../shared/domain/deadline.ts'
import type { Language } from '../../shared/messages/explain.ts'
import {
  dayText,
  daysLeftText,
  enteredText,
  originText,
  sayDeadline,
} from '../../shared/messages/say-deadline.ts'
import type { DeadlineWord } from '../../shared/messages/zh/deadlines.ts'
import { small, text } from '../layout/inline.ts'
import type { TableRow } from '../layout/table.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'
import { LooseSheet } from './loose-sheet.ts'

/** What a deadline sheet is written from. */
export interface DeadlineSheetRequest {
  readonly caseCode: string
  readonly brand: string
  readonly office: string
  readonly caseNumber: string
  readonly deadlines: readonly Deadline[]
  /** Plain date the days left are counted from. */
  readonly on: string
  /** Name of the law data, such as `CN-2026-11`. */
  readonly ruleset: string
  readonly language: Language
  /** UTC instant to the second. */
  readonly createdAt: string
}

/** 期限表: the days of a case with where each comes from, to be printed. The same request gives the same bytes. */
export async function deadlineSheet(request: DeadlineSheetRequest, fonts: FontFiles): Promise<Bytes> {
  const { on, caseCode, createdAt, deadlines, language } = request
  const say = (word: DeadlineWord, facts: Facts = {}) => sayDeadline(word, language, facts)
  const title = say('sheet.title')
  const pageText = (number: number, last: number) => say('sheet.page', { number, last })
  const sheet = new LooseSheet({ title, language, pageText }, fonts)
  sheet.head(say('sheet.as-of', { date: on }))
  sheet.form([
    [say('sheet.case'), [caseCode, request.brand].filter((part) => part !== '').join(' · ')],
    [say('sheet.office'), request.office],
    [say('sheet.case-number'), request.caseNumber],
    [say('sheet.law'), request.ruleset],
  ])
  if (deadlines.length === 0) sheet.note(say('sheet.none'))
  else {
    sheet.table(
      [
        { head: say('sheet.day'), width: 78, align: 'center' },
        { head: say('sheet.what') },
        { head: say('sheet.who'), width: 52, align: 'center' },
        { head: say('sheet.origin'), width: 120 },
        { head: say('sheet.left'), width: 56, align: 'center' },
      ],
      deadlines.map((one) => rowOf(one, request, sheet)),
    )
  }
  sheet.note(say('sheet.informs'))
  return sheet.pdf(`${title} ${caseCode}`, createdAt)
}

function rowOf(one: Deadline, { language, on }: DeadlineSheetRequest, sheet: LooseSheet): TableRow {
  const say = (word: DeadlineWord, facts: Facts = {}) => sayDeadline(word, language, facts)
  const entered = enteredText(one, language)
  const after = one.afterwards && say('afterwards', { text: one.afterwards[language] })
  const beside = [one.note?.[language], after]
    .filter((part) => part !== undefined)
    .join(language === 'zh' ? '' : ' ')
  const below = (words: string) => (words === '' ? [] : [small(`\n${sheet.own(words)}`, 0.82)])
  return {
    cells: [
      { content: [text(dayText(one, language))], heading: 'Row', weight: 'bold' },
      { content: [text(sheet.own(one.title[language])), ...below(beside)] },
      { content: [text(say(`who.${one.who}`))] },
      { content: [text(sheet.own(originText(one, language))), ...below(entered)] },
      { content: [text(daysLeftText(one, on, language))] },
    ],
  }
}
