import type { ReactNode } from 'react'
import type { Column, DataTableProps } from './data-table.ts'

/** What the table shows in its order: rows, and headings before the rows of a group. */
export type Entry<Row> =
  | { readonly kind: 'row'; readonly id: string; readonly row: Row; readonly groupId: string | undefined }
  | { readonly kind: 'heading'; readonly id: string; readonly heading: ReactNode }

export interface Sort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

/** The order after another press on a title: ascending, descending, then the rows' own order. */
export function nextSort(now: Sort | undefined, key: string): Sort | undefined {
  if (now?.key !== key) return { key, direction: 'ascending' }
  return now.direction === 'ascending' ? { key, direction: 'descending' } : undefined
}

/** Rows in the order asked for; equal ones keep their own order, and groups stay together. */
export function entriesOf<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  groupOf: DataTableProps<Row>['groupOf'],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): readonly Entry<Row>[] {
  const compare = comparison(columns, sort)
  const entry = (row: Row, groupId: string | undefined): Entry<Row> => ({
    kind: 'row',
    id: rowId(row),
    row,
    groupId,
  })
  if (!groupOf) return sorted(rows, compare).map((row) => entry(row, undefined))
  const groups = new Map<string, { heading: ReactNode; rows: Row[] }>()
  for (const row of rows) {
    const { id, heading } = groupOf(row)
    const group = groups.get(id)
    if (group) group.rows.push(row)
    else groups.set(id, { heading, rows: [row] })
  }
  return [...groups].flatMap(([id, group]) => [
    { kind: 'heading', id, heading: group.heading } satisfies Entry<Row>,
    ...sorted(group.rows, compare).map((row) => entry(row, id)),
  ])
}

/** Where rows dropped on an entry go; `line` is how many entries stand above the place. */
export interface DropPlace<Row> {
  /** Undefined: at the end of the group, or of all rows. */
  readonly before: Row | undefined
  readonly groupId: string | undefined
  readonly line: number
}

/** Where rows go that are dropped on the upper or lower half of an entry. Never before one of the `dragged` rows. */
export function dropPlace<Row>(
  entries: readonly Entry<Row>[],
  index: number,
  half: 'upper' | 'lower',
  dragged: readonly string[],
): DropPlace<Row> {
  const entry = entries[index]
  const groupId = entry?.kind === 'heading' ? entry.id : entry?.groupId
  const line = Math.min(entries.length, entry?.kind === 'row' && half === 'upper' ? index : index + 1)
  for (let at = line; at < entries.length; at++) {
    const next = entries[at]
    if (next?.kind !== 'row') break
    if (!dragged.includes(next.id)) return { before: next.row, groupId, line }
  }
  return { before: undefined, groupId, line }
}

function comparison<Row>(
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): ((a: Row, b: Row) => number) | undefined {
  const compare = columns.find((column) => column.key === sort?.key)?.compare
  if (!compare) return undefined
  return sort?.direction === 'descending' ? (a, b) => compare(b, a) : compare
}

function sorted<Row>(
  rows: readonly Row[],
  compare: ((a: Row, b: Row) => number) | undefined,
): readonly Row[] {
  return compare ? rows.toSorted(compare) : rows
}
