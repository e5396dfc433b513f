import { text } from '../layout/inline.ts'
import { PageFlow } from '../layout/page-flow.ts'
import { a4, textWidth } from '../layout/page.ts'
import { printableName } from '../layout/printable.ts'
import { StructureElement } from '../layout/structure.ts'
import { setTable, type TableCell, type TableColumn, type TableRow } from '../layout/table.ts'
import { type FontFiles, openTypefaces } from '../layout/typefaces.ts'
import { stampPlace } from '../pdf/page-stamp.ts'
import type { Bytes } from '../ports.ts'
import { type FormRow, setForm } from './form-table.ts'
import { flowPdf } from './loose-pdf.ts'

export interface SheetStyle {
  readonly title: string
  readonly language: 'zh' | 'en'
  /** `第 1 页，共 2 页`. */
  readonly pageText: (number: number, last: number) => string
}

/** A column of a table; the one without a width takes what is left. */
export interface SheetColumn {
  readonly head: string
  readonly width?: number
  readonly align?: TableColumn['align']
}

/** The pages of a paper of its own, to be filled. */
export function looseFlow(
  { title, language }: Pick<SheetStyle, 'title' | 'language'>,
  fonts: FontFiles,
): PageFlow {
  return new PageFlow({
    typefaces: openTypefaces(fonts),
    language,
    root: new StructureElement('Part', ''),
    brokenLines: new Map(),
    runningHead: title,
    mark: '',
  })
}

/** Writes on every page of a filled flow which one it is, where the stamp of a bundle stands. */
export function numberPages(flow: PageFlow, pageText: SheetStyle['pageText']): void {
  const { fontSize: size, rightMargin, baseline } = stampPlace
  const last = flow.pages.length
  flow.pages.forEach((page, index) => {
    const [line] = flow.lines([text(pageText(index + 1, last))], {
      size,
      weight: 'regular',
      align: 'end',
      firstIndent: 0,
      width: a4.width - rightMargin,
    })
    if (line) page.marks.push({ kind: 'line', line, x: 0, baseline, owner: null, grey: 0 })
  })
}

/** A paper of its own about the work, neither signed nor part of a bundle: title, forms, tables, notes, page numbers. */
export class LooseSheet {
  readonly #style: SheetStyle
  readonly #flow: PageFlow
  readonly #zh: boolean

  constructor(style: SheetStyle, fonts: FontFiles) {
    this.#style = style
    this.#zh = style.language === 'zh'
    this.#flow = looseFlow(style, fonts)
  }

  /** The title, and below it what it is as of. */
  head(asOf: string): void {
    const heading = { weight: 'bold', align: 'center', role: 'H1', leading: 1.4 } as const
    this.#flow.paragraph(this.#style.title, { ...heading, size: this.#zh ? 20 : 17 })
    this.#flow.paragraph(asOf, { size: 9, align: 'center', after: 8 })
  }

  heading(words: string): void {
    const style = { size: 12, weight: 'bold', role: 'H2', align: 'start' } as const
    this.#flow.paragraph(words, { ...style, before: 12, after: 4, keep: 60 })
  }

  note(words: string): void {
    this.#flow.paragraph(this.own(words), { size: 9, leading: 1.4, before: 5, align: 'start' })
  }

  /** Rows with a blank value are left out. */
  form(rows: readonly (readonly [label: string, value: string])[]): void {
    const filled = rows.filter(([, value]) => value !== '')
    const set = filled.map(([label, value]): FormRow => ({ label, value: this.own(value) }))
    setForm(this.#flow, set, {
      labelWidth: this.#zh ? 104 : 116,
      size: this.#zh ? 10 : 9.2,
      paddingY: 3.4,
    })
  }

  table(columns: readonly SheetColumn[], rows: readonly TableRow[]): void {
    const given = columns.reduce((sum, { width = 0 }) => sum + width, 0)
    this.#flow.paragraph('', { size: 6 })
    setTable(this.#flow, {
      columns: columns.map(({ width = textWidth - given, align = 'start' }) => ({ width, align })),
      head: [
        {
          cells: columns.map(({ head }): TableCell => ({
            content: [text(head)],
            heading: 'Column',
            weight: 'bold',
            align: 'center',
            // So that English heads of narrow columns are not broken inside a word.
            ...(this.#zh ? {} : { size: 7.6 }),
          })),
        },
      ],
      rows,
      size: this.#zh ? 9.4 : 8.6,
      leading: 1.4,
      paddingX: 3,
      paddingY: 3,
    })
  }

  /** Words of a person: what no face has, or no eye sees, is written as its code. */
  own(words: string): string {
    return printableName(words, this.#flow.setting.typefaces)
  }

  /** `createdAt` is a UTC instant to the second. The same sheet gives the same bytes. */
  pdf(title: string, createdAt: string): Promise<Bytes> {
    numberPages(this.#flow, this.#style.pageText)
    return flowPdf(this.#flow, { watermark: '', title, createdAt })
  }
}
