import { type Inline, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { textWidth } from '../layout/page.ts'
import { setTable, type TableRow } from '../layout/table.ts'

export interface FormRow {
  readonly label: string
  readonly value: string | readonly Inline[]
}

export interface FormStyle {
  readonly labelWidth: number
  readonly size: number
  readonly paddingY?: number
}

/** Sets a ruled form: a label in the left column, what is filled in to its right. */
export function setForm(flow: PageFlow, rows: readonly FormRow[], style: FormStyle): void {
  setTable(flow, {
    columns: [
      { width: style.labelWidth, align: 'center' },
      { width: textWidth - style.labelWidth, align: 'start' },
    ],
    head: [],
    rows: rows.map((row): TableRow => ({
      cells: [
        { content: [text(row.label)], heading: 'Row', weight: 'bold' },
        { content: typeof row.value === 'string' ? [text(row.value)] : row.value },
      ],
    })),
    size: style.size,
    leading: 1.42,
    paddingX: 5,
    paddingY: style.paddingY ?? 4,
  })
}
