import type { Facts } from '../contract/failure.ts'
import type { RequestedPaper, RequestLetter } from '../domain/request-letter.ts'
import { requestLetterWords as en } from './en/request-letter.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { rowTitle, sayChecklist } from './say-checklist.ts'
import { requestLetterWords as zh } from './zh/request-letter.ts'

/** A letter or e-mail as plain text, lines ended by `\n`. */
export interface LetterText {
  readonly subject: string
  readonly body: string
}

/**
 * The words of a letter that asks for papers: each with form, purpose and how far it is, the day it is needed by, and the
 * registered names.
 */
export function requestLetterText(letter: RequestLetter, language: Language): LetterText {
  const words = language === 'zh' ? zh : en
  const say = (word: keyof typeof zh, facts: Facts = {}) => fill(words[word], facts)
  const { suspects, crimes, caseCode, neededBy, reader, papers, holders } = letter
  const separator = say('separator')
  const named = suspects.length > 0 && crimes.length > 0
  const caseName = named
    ? say('case.full', {
        suspects: suspects.join(separator),
        crimes: crimes.map((crime) => crime[language]).join(separator),
      })
    : say('case.code', { code: caseCode })
  const office = letter.office.trim() || say('office.unknown')
  const paperLines = (paper: RequestedPaper, index: number): string[] => {
    const { form, why, status } = paper
    return [
      say('paper', { number: index + 1, title: rowTitle(paper, language) }),
      ...(form[language] === '' ? [] : [`   ${say('form', { form: form[language] })}`]),
      ...(why[language] === '' ? [] : [`   ${say('why', { why: why[language] })}`]),
      ...(status === 'missing'
        ? []
        : [`   ${say('status', { status: sayChecklist(`status.${status}`, language) })}`]),
    ]
  }
  const names = holders
    .filter(({ nameZh, nameEn }) => nameZh !== '' || nameEn !== '')
    .map(({ nameZh, nameEn }) =>
      nameZh !== '' && nameEn !== ''
        ? say('name.both', { name: nameZh, other: nameEn })
        : say('name', { name: nameZh || nameEn }),
    )
  const paragraphs = [
    [say(`greeting.${reader}`)],
    [say(`intro.${reader}`, { case: caseName, office })],
    ...papers.map(paperLines),
    [neededBy === undefined ? say('date.open') : say('date', { date: dayText(neededBy, language) })],
    ...(names.length === 0 ? [] : [[say('names'), ...names]]),
    [say('secrecy')],
    [say('closing')],
  ]
  return {
    subject: say('subject', { case: caseName, count: papers.length }),
    body: `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`,
  }
}

function dayText(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-')
  // Chinese days have no leading zeros.
  return language === 'zh'
    ? fill(zh.day, { year, month: Number(month), day: Number(day) })
    : fill(en.day, { year, month, day })
}
