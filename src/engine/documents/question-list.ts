import type { FirstCallQuestion } from '../../shared/domain/first-call.ts'
import type { Language } from '../../shared/messages/explain.ts'
import { sayWorkPaper } from '../../shared/messages/say-work-paper.ts'
import { text } from '../layout/inline.ts'
import type { TableRow } from '../layout/table.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'
import { LooseSheet } from './loose-sheet.ts'

/** What the list of questions is written from. */
export interface QuestionListRequest {
  readonly caseCode: string
  readonly brand: string
  readonly office: string
  readonly documentNumber: string
  readonly questions: readonly FirstCallQuestion[]
  /** Plain date of the list. */
  readonly on: string
  readonly language: Language
  /** UTC instant to the second. */
  readonly createdAt: string
}

/**
 * 问题清单: what to ask the prosecutor in the first talk, with room to write and what the case already has. The same
 * request gives the same bytes.
 */
export async function questionList(request: QuestionListRequest, fonts: FontFiles): Promise<Bytes> {
  const { caseCode, brand, office, documentNumber, questions, on, language, createdAt } = request
  const say = (word: Parameters<typeof sayWorkPaper>[0]) => sayWorkPaper(word, language)
  const title = say('questions.title')
  const sheet = new LooseSheet(
    { title, language, pageText: (number, last) => sayWorkPaper('page', language, { number, last }) },
    fonts,
  )
  sheet.head(sayWorkPaper('as-of', language, { date: on }))
  sheet.form([
    [say('questions.case'), [caseCode, brand].filter((part) => part !== '').join(' · ')],
    [say('questions.office'), office],
    [say('questions.document-number'), documentNumber],
    [say('questions.call'), say('questions.call-line')],
  ])
  sheet.table(
    [
      { head: '', width: 34, align: 'center' },
      { head: say('questions.question'), width: 210 },
      { head: say('questions.answer') },
    ],
    questions.map(({ topic, known }, index): TableRow => ({
      cells: [
        { content: [text(`${known === '' ? '☐' : '☑'} ${index + 1}`)] },
        { content: [text(say(`question.${topic}`))], heading: 'Row' },
        {
          content:
            known === ''
              ? []
              : [text(sheet.own(sayWorkPaper('questions.known', language, { answer: known })))],
        },
      ],
      minHeight: 29,
    })),
  )
  sheet.note(say('questions.legend'))
  sheet.note(say('questions.practice'))
  return sheet.pdf(`${title} ${caseCode}`, createdAt)
}
