import type { Column } from './data-table.ts'

/** What a person changed about the columns of a table: widths in CSS pixels, and which ones are shown. */
export interface ColumnChoice {
  readonly widths: Readonly<Record<string, number>>
  readonly shown: Readonly<Record<string, boolean>>
}

export const noChoice: ColumnChoice = { widths: {}, shown: {} }

export const narrowestColumn = 48
const widestColumn = 1200

/** The columns to show, in their order: those chosen, without those that must fold away at this width. */
export function visibleColumns<Row>(
  columns: readonly Column<Row>[],
  choice: ColumnChoice,
  available: number,
): readonly Column<Row>[] {
  let visible = columns.filter((column) => isShown(column, choice))
  const needed = () => visible.reduce((sum, column) => sum + widthOf(column, choice), 0)
  while (available > 0 && needed() > available) {
    const folding = visible.filter((column) => column.fold !== undefined)
    if (folding.length === 0) break
    const first = Math.max(...folding.map((column) => column.fold ?? 0))
    const gone = folding.findLast((column) => column.fold === first)
    visible = visible.filter((column) => column !== gone)
  }
  return visible
}

export function isShown<Row>(column: Column<Row>, choice: ColumnChoice): boolean {
  return choice.shown[column.key] ?? column.hidden !== true
}

export function widthOf<Row>(column: Column<Row>, choice: ColumnChoice): number {
  return choice.widths[column.key] ?? column.width
}

/** `grid-template-columns` for these columns; one that was given a width by hand no longer grows. */
export function columnTemplate<Row>(columns: readonly Column<Row>[], choice: ColumnChoice): string {
  const tracks = columns.map((column) => {
    const width = `${widthOf(column, choice)}px`
    const grows = column.grow !== undefined && choice.widths[column.key] === undefined
    return grows ? `minmax(${width}, ${column.grow}fr)` : width
  })
  const grows = tracks.some((track) => track.startsWith('minmax'))
  return [...tracks, grows ? '0' : 'minmax(0, 1fr)'].join(' ')
}

/** A width a column may have. */
export function boundedWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)))
}

/** Rows as tab-separated text with a line of titles: what spreadsheets and word processors paste as a table. */
export function rowsAsText<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ')
  return [
    columns.map((column) => clean(column.title)).join('\t'),
    ...rows.map((row) => columns.map((column) => clean(column.text(row))).join('\t')),
  ].join('\n')
}

const storageKey = (name: string) => `columns.${name}`

/** The remembered choice of a table; nothing when there is none or it is not readable. Only numbers and column keys. */
export function rememberedChoice(name: string, storage: Pick<Storage, 'getItem'>): ColumnChoice {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey(name)) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return noChoice
    const { widths, shown } = stored as { widths?: unknown; shown?: unknown }
    return {
      widths: entriesOf(widths, (value) => typeof value === 'number' && Number.isFinite(value)) as Record<
        string,
        number
      >,
      shown: entriesOf(shown, (value) => typeof value === 'boolean') as Record<string, boolean>,
    }
  } catch {
    return noChoice
  }
}

export function rememberChoice(name: string, choice: ColumnChoice, storage: Pick<Storage, 'setItem'>): void {
  try {
    storage.setItem(storageKey(name), JSON.stringify(choice))
  } catch {
    // Storage may be full or switched off; then widths last as long as the window.
  }
}

function entriesOf(value: unknown, keep: (value: unknown) => boolean): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, each]) => keep(each)))
}
