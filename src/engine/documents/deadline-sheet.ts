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
import { PageFlow } from '../layout/page-flow.ts'
import { a4, textWidth } from '../layout/page.ts'
import { printableName } from '../layout/printable.ts'
import { StructureElement } from '../layout/structure.ts'
import { setTable, type TableRow } from '../layout/table.ts'
import { type FontFiles, openTypefaces } from '../layout/typefaces.ts'
import { stampPlace } from '../pdf/page-stamp.ts'
import type { Bytes } from '../ports.ts'
import { type FormRow, setForm } from './form-table.ts'
import { flowPdf } from './loose-pdf.ts'

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
  return new DeadlineSheet(request, fonts).write()
}

class DeadlineSheet {
  readonly #request: DeadlineSheetRequest
  readonly #flow: PageFlow
  readonly #zh: boolean

  constructor(request: DeadlineSheetRequest, fonts: FontFiles) {
    this.#request = request
    this.#zh = request.language === 'zh'
    this.#flow = new PageFlow({
      typefaces: openTypefaces(fonts),
      language: request.language,
      root: new StructureElement('Part', ''),
      brokenLines: new Map(),
      runningHead: sayDeadline('sheet.title', request.language),
      mark: '',
    })
  }

  write(): Promise<Bytes> {
    const { on, caseCode, createdAt, deadlines } = this.#request
    const title = this.#say('sheet.title')
    this.#flow.paragraph(title, {
      size: this.#zh ? 22 : 18,
      weight: 'bold',
      align: 'center',
      role: 'H1',
      leading: 1.4,
    })
    this.#flow.paragraph(this.#say('sheet.as-of', { date: on }), { size: 9, align: 'center', after: 8 })
    setForm(this.#flow, this.#caseRows(), { labelWidth: 92, size: this.#zh ? 10 : 9.2, paddingY: 3.4 })
    const note = { size: 9, leading: 1.4, before: 6, align: 'start' } as const
    if (deadlines.length === 0) this.#flow.paragraph(this.#say('sheet.none'), note)
    else {
      this.#flow.paragraph('', { size: 6 })
      this.#table()
    }
    this.#flow.paragraph(this.#say('sheet.informs'), note)
    this.#numberPages()
    return flowPdf(this.#flow, { watermark: '', title: `${title} ${caseCode}`, createdAt })
  }

  #caseRows(): FormRow[] {
    const { caseCode, brand, office, caseNumber, ruleset } = this.#request
    const rows: [DeadlineWord, string][] = [
      ['sheet.case', [caseCode, brand].filter((part) => part !== '').join(' · ')],
      ['sheet.office', office],
      ['sheet.case-number', caseNumber],
      ['sheet.law', ruleset],
    ]
    return rows
      .filter(([, value]) => value !== '')
      .map(([word, value]) => ({ label: this.#say(word), value: this.#own(value) }))
  }

  #table(): void {
    const widths = [78, 0, 52, 120, 56]
    const columns = widths.map((width, index) => ({
      width: index === 1 ? textWidth - widths.reduce((sum, one) => sum + one, 0) : width,
      align: index === 1 || index === 3 ? ('start' as const) : ('center' as const),
    }))
    const heads = ['sheet.day', 'sheet.what', 'sheet.who', 'sheet.origin', 'sheet.left'] as const
    setTable(this.#flow, {
      columns,
      head: [
        {
          cells: heads.map((word) => ({
            content: [text(this.#say(word))],
            heading: 'Column',
            weight: 'bold',
            align: 'center',
          })),
        },
      ],
      rows: this.#request.deadlines.map((one) => this.#row(one)),
      size: this.#zh ? 9.4 : 8.6,
      leading: 1.4,
      paddingX: 4,
      paddingY: 3,
    })
  }

  #row(one: Deadline): TableRow {
    const { language, on } = this.#request
    const entered = enteredText(one, language)
    const after = one.afterwards && this.#say('afterwards', { text: one.afterwards[language] })
    const beside = [one.note?.[language], after]
      .filter((part) => part !== undefined)
      .join(this.#zh ? '' : ' ')
    return {
      cells: [
        { content: [text(dayText(one, language))], heading: 'Row', weight: 'bold' },
        {
          content: [
            text(this.#own(one.title[language])),
            ...(beside === '' ? [] : [small(`\n${this.#own(beside)}`, 0.82)]),
          ],
        },
        { content: [text(this.#say(`who.${one.who}`))] },
        {
          content: [
            text(this.#own(originText(one, language))),
            ...(entered === '' ? [] : [small(`\n${this.#own(entered)}`, 0.82)]),
          ],
        },
        { content: [text(daysLeftText(one, on, language))] },
      ],
    }
  }

  #numberPages(): void {
    const { fontSize: size, rightMargin, baseline } = stampPlace
    const last = this.#flow.pages.length
    this.#flow.pages.forEach((page, index) => {
      const [line] = this.#flow.lines([text(this.#say('sheet.page', { number: index + 1, last }))], {
        size,
        weight: 'regular',
        align: 'end',
        firstIndent: 0,
        width: a4.width - rightMargin,
      })
      if (line) page.marks.push({ kind: 'line', line, x: 0, baseline, owner: null, grey: 0 })
    })
  }

  #say(word: DeadlineWord, facts: Facts = {}): string {
    return sayDeadline(word, this.#request.language, facts)
  }

  /** Names a person typed: what no face has, or no eye sees, is written as its code. */
  #own(words: string): string {
    return printableName(words, this.#flow.setting.typefaces)
  }
}
