import { black, type Ink, type Sheet } from './sheet.ts'
import { breakLines } from './line-breaking.ts'
import type { Face } from './typefaces.ts'

export interface Column {
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

export interface TableStyle {
  readonly size?: number
  readonly leading?: number
  readonly padding?: number
  readonly headFill?: Ink
  readonly headFace?: Face
  readonly minHeight?: number
  /** Draws only horizontal rules. */
  readonly open?: boolean
  readonly boldRows?: readonly number[]
}

/** Draws a ruled table from its top edge; returns the y of its lower edge. */
export function table(
  sheet: Sheet,
  x: number,
  y: number,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: TableStyle = {},
): number {
  const { size = 10, leading = 1.45, padding = 5, headFace = 'songSemi', minHeight = 0 } = style
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const rules: number[] = []
  const rule = { ink: black, width: 0.6 }
  const drawRow = (top: number, cells: readonly string[], head: boolean, bold: boolean): number => {
    const face: Face = head || bold ? headFace : 'song'
    const broken = columns.map((column, i) =>
      breakLines(cells[i] ?? '', column.width - padding * 2, (part) => sheet.measure(part, { size, face })),
    )
    const lines = Math.max(...broken.map((cell) => cell.length))
    const height = Math.max(lines * size * leading + padding * 2 - size * (leading - 1) * 0.4, minHeight)
    if (head && style.headFill) sheet.box(x, top, total, height, { fill: style.headFill })
    let left = x
    columns.forEach((column, i) => {
      const cell = broken[i]!
      const align = head ? 'center' : (column.align ?? 'left')
      const block = cell.length * size * leading
      let baseline = top + (height - block) / 2 + size * (leading / 2 + 0.36)
      const anchor =
        align === 'left'
          ? left + padding
          : align === 'right'
            ? left + column.width - padding
            : left + column.width / 2
      for (const line of cell) {
        sheet.text(anchor, baseline, line.text, { size, face, align })
        baseline += size * leading
      }
      left += column.width
    })
    if (!style.open) {
      let edge = x
      for (const column of [...columns, { width: 0 }]) {
        sheet.line(edge, top, edge, top + height, rule)
        edge += column.width
      }
    }
    rules.push(top + height)
    return top + height
  }
  let at = y
  if (columns.some((column) => column.title !== '')) {
    at = drawRow(
      at,
      columns.map((column) => column.title),
      true,
      false,
    )
  }
  rows.forEach((row, i) => {
    at = drawRow(at, row, false, style.boldRows?.includes(i) ?? false)
  })
  sheet.line(x, y, x + total, y, style.open ? { ink: black, width: 1 } : rule)
  for (const level of rules) sheet.line(x, level, x + total, level, rule)
  return at
}
