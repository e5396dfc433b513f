import { type Inline, plainText, text } from './inline.ts'
import type { TextLine } from './line-breaking.ts'
import type { PageFlow, ParagraphStyle } from './page-flow.ts'
import { a4, type LinkTarget } from './page.ts'
import { StructureElement } from './structure.ts'
import type { Weight } from './typefaces.ts'

export interface TableColumn {
  /** Points; the widths of a table add up to its width. */
  readonly width: number
  readonly align: 'start' | 'center' | 'end'
}

export interface TableCell {
  readonly content: readonly Inline[]
  readonly align?: TableColumn['align']
  /** Columns it covers. */
  readonly span?: number
  readonly weight?: Weight
  readonly heading?: 'Column' | 'Row'
  /** Size of the text when not that of the table. */
  readonly size?: number
  /** Continues in the cell below: no rule between the two. */
  readonly openBelow?: boolean
}

export interface TableRow {
  readonly cells: readonly TableCell[]
  /** Not parted from the row below by the end of a page. */
  readonly keepWithNext?: boolean
  readonly anchor?: string
  readonly link?: LinkTarget
  readonly grey?: number
  readonly minHeight?: number
  /** Where the lines of lower cells stand; the middle without it. */
  readonly vertical?: 'top' | 'middle'
}

export interface Table {
  readonly columns: readonly TableColumn[]
  /** Repeated on every page. */
  readonly head: readonly TableRow[]
  readonly rows: readonly TableRow[]
  readonly size: number
  readonly leading?: number
  readonly paddingX?: number
  readonly paddingY?: number
  /** Points that must be free below the last row, for what belongs to the end of the table. */
  readonly keepAfter?: number
  /** Heading above the table, on the page where its first rows are. */
  readonly heading?: { readonly words: string; readonly style: Partial<ParagraphStyle> }
}

interface MeasuredCell {
  readonly cell: TableCell
  readonly lines: readonly TextLine[]
  readonly x: number
  readonly width: number
  readonly size: number
  readonly lineHeight: number
  readonly element: StructureElement | null
}

interface MeasuredRow {
  readonly row: TableRow
  readonly cells: readonly MeasuredCell[]
  readonly height: number
}

/** A cell of plain words. */
export function cell(words: string, options: Omit<TableCell, 'content'> = {}): TableCell {
  return { content: [text(words)], ...options }
}

/** Sets a table: repeated head, rows kept whole unless taller than a page, rules around every cell. */
export function setTable(flow: PageFlow, table: Table, parent: StructureElement = flow.setting.root): void {
  new TableSetter(flow, table, parent).set()
}

class TableSetter {
  readonly #flow: PageFlow
  readonly #table: Table
  readonly #parent: StructureElement
  readonly #element: StructureElement
  readonly #left = a4.left
  #fresh = true

  constructor(flow: PageFlow, table: Table, parent: StructureElement) {
    this.#flow = flow
    this.#table = table
    this.#parent = parent
    this.#element = new StructureElement('Table', '')
  }

  set(): void {
    const head = this.#table.head.map((row) => this.#measure(row, true))
    const rows = this.#table.rows.map((row) => this.#measure(row, true))
    const headHeight = total(head)
    const capacity = a4.height - a4.top - a4.bottom - headHeight
    const runs = keptTogether(rows)
    const needed = (run: readonly MeasuredRow[] | undefined) => {
      const after = run === runs.at(-1) ? (this.#table.keepAfter ?? 0) : 0
      return Math.min(total(run ?? []) + after, capacity)
    }
    const opening = headHeight + needed(runs[0])
    const { heading } = this.#table
    if (heading) this.#flow.paragraph(heading.words, { ...heading.style, keep: opening }, this.#parent)
    else this.#flow.ensure(opening)
    this.#parent.children.push(this.#element)
    for (const row of head) this.#place(row)
    for (const run of runs) {
      if (total(run) <= capacity && needed(run) > this.#flow.room) this.#turn()
      for (const row of run) {
        if (row.height > this.#flow.room && row.height <= capacity) this.#turn()
        if (row.height <= this.#flow.room) this.#place(row)
        else this.#placeInParts(row)
      }
    }
  }

  #turn(): void {
    this.#flow.nextPage()
    this.#fresh = true
    for (const row of this.#table.head) this.#place(this.#measure(row, false))
  }

  #measure(row: TableRow, inStructure: boolean): MeasuredRow {
    const { columns, size, leading = 1.4, paddingX = 3, paddingY = 3 } = this.#table
    const element = inStructure ? this.#element.add('TR') : null
    let column = 0
    let x = this.#left
    const cells = row.cells.map((entry): MeasuredCell => {
      const span = entry.span ?? 1
      const width = columns.slice(column, column + span).reduce((sum, one) => sum + one.width, 0)
      const cellSize = entry.size ?? size
      const measured = {
        cell: entry,
        lines: this.#flow.lines(entry.content, {
          size: cellSize,
          weight: entry.weight ?? 'regular',
          align: entry.align ?? columns[column]?.align ?? 'start',
          firstIndent: 0,
          width: width - 2 * paddingX,
        }),
        x,
        width,
        size: cellSize,
        lineHeight: cellSize * leading,
        element: element
          ? element.add(entry.heading ? 'TH' : 'TD', plainText(entry.content), {
              ...(entry.heading ? { scope: entry.heading } : {}),
              columnSpan: span,
            })
          : null,
      }
      column += span
      x += width
      return measured
    })
    const tallest = Math.max(...cells.map((one) => one.lines.length * one.lineHeight))
    return { row, cells, height: Math.max(tallest + 2 * paddingY, row.minHeight ?? 0) }
  }

  #place(measured: MeasuredRow): void {
    const flow = this.#flow
    const { paddingX = 3 } = this.#table
    if (measured.row.anchor !== undefined) flow.anchor(measured.row.anchor)
    this.#background(measured, measured.height)
    for (const one of measured.cells) {
      const block = one.lines.length * one.lineHeight
      const above =
        measured.row.vertical === 'top' ? (this.#table.paddingY ?? 3) : (measured.height - block) / 2
      let top = flow.y - above
      for (const line of one.lines) {
        flow.line(line, one.x + paddingX, top, one.lineHeight, one.size, one.element)
        top -= one.lineHeight
      }
    }
    this.#frame(measured, measured.height, true)
    if (measured.row.link !== undefined) {
      flow.link(
        [this.#left, flow.y - measured.height, this.#left + rowWidth(measured), flow.y],
        measured.row.link,
      )
    }
    flow.y -= measured.height
  }

  /** A row taller than a page: as many lines of every cell as fit, the rest on the next page. */
  #placeInParts(measured: MeasuredRow): void {
    const { paddingY = 3 } = this.#table
    const tallestLine = Math.max(...measured.cells.map((one) => one.lineHeight))
    let rest = measured
    while (rest.cells.some((one) => one.lines.length > 0)) {
      if (this.#flow.room < 3 * tallestLine + 2 * paddingY) this.#turn()
      const inner = this.#flow.room - 2 * paddingY
      const taken = rest.cells.map((one) => Math.min(one.lines.length, Math.floor(inner / one.lineHeight)))
      const part = this.#slice(rest, (index) => [0, taken[index] ?? 0])
      const isLast = rest.cells.every((one, index) => one.lines.length === taken[index])
      this.#place(part)
      rest = this.#slice(rest, (index) => [taken[index] ?? 0, Infinity])
      if (!isLast) this.#turn()
    }
  }

  #slice(measured: MeasuredRow, range: (index: number) => readonly [number, number]): MeasuredRow {
    const { paddingY = 3 } = this.#table
    const cells = measured.cells.map((one, index): MeasuredCell => ({
      ...one,
      lines: one.lines.slice(...range(index)),
    }))
    const tallest = Math.max(...cells.map((one) => one.lines.length * one.lineHeight))
    return { row: { ...measured.row, vertical: 'top' }, cells, height: tallest + 2 * paddingY }
  }

  #background(measured: MeasuredRow, height: number): void {
    if (measured.row.grey === undefined) return
    const { y, page } = this.#flow
    // Behind everything, or it would cover half of the rule above.
    page.marks.unshift({
      kind: 'fill',
      rect: [this.#left, y - height, this.#left + rowWidth(measured), y],
      grey: measured.row.grey,
    })
  }

  #frame(measured: MeasuredRow, height: number, closed: boolean): void {
    const flow = this.#flow
    const top = flow.y
    const bottom = top - height
    const right = this.#left + rowWidth(measured)
    if (this.#fresh) flow.rule([this.#left, top], [right, top], 0.8)
    this.#fresh = false
    for (const one of measured.cells) {
      flow.rule([one.x, top], [one.x, bottom])
      if (closed && !one.cell.openBelow) flow.rule([one.x, bottom], [one.x + one.width, bottom])
    }
    flow.rule([right, top], [right, bottom])
  }
}

function total(rows: readonly MeasuredRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0)
}

function rowWidth(measured: MeasuredRow): number {
  return measured.cells.reduce((sum, one) => sum + one.width, 0)
}

function keptTogether(rows: readonly MeasuredRow[]): readonly (readonly MeasuredRow[])[] {
  const runs: MeasuredRow[][] = []
  let open = false
  for (const row of rows) {
    if (open) runs.at(-1)?.push(row)
    else runs.push([row])
    open = row.row.keepWithNext === true
  }
  return runs
}
