import type { ReactNode } from 'react'

/** A column of `DataTable`. Widths in CSS pixels at 100 %. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** What the cell shows. Buttons in it are stops of Tab only where `inTabOrder`: in the row that Tab reaches. */
  readonly cell: (row: Row, inTabOrder: boolean) => ReactNode
  /** The cell as plain text: for copying and for the screen reader's row name. */
  readonly text: (row: Row) => string
  /** Order of two rows; the column is sortable when given. */
  readonly compare?: (a: Row, b: Row) => number
  readonly width: number
  /** Takes the room that is left, in proportion. */
  readonly grow?: number
  readonly align?: 'start' | 'end'
  /** Hidden until the person shows it. */
  readonly hidden?: boolean
  /** Folds away when the table is too narrow for all columns: the highest number first. Absent: never. */
  readonly fold?: number
}

/**
 * A virtualised grid: arrows, Home, End, Page keys move; Enter opens; Space peeks; F2 edits; Ctrl+A, Shift and Ctrl
 * select; Ctrl+C copies rows as text; Delete removes. Role grid, one tab stop.
 */
export interface DataTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onOpen?: (row: Row) => void
  readonly onPeek?: (row: Row) => void
  readonly onEdit?: (row: Row) => void
  readonly onDelete?: (ids: ReadonlySet<string>) => void
  /** Called when the focused row changes. */
  readonly onFocusRow?: (row: Row | undefined) => void
  /** Moves the selected rows one place; Alt+Up and Alt+Down. */
  readonly onMove?: (direction: 'up' | 'down') => void
  /**
   * Dragging of rows: dropped before the row, or at the end (of the group, with `groupOf`) when undefined. Absent: rows
   * cannot be dragged. Rows can also be dropped on a `useDropTarget` when a `RowDragArea` is around both.
   */
  readonly onDropBefore?: (
    ids: readonly string[],
    before: Row | undefined,
    groupId: string | undefined,
  ) => void
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode
  /** CSS pixels; 36 unless told. */
  readonly rowHeight?: number
  /** Headings between rows; rows of one group stand together. */
  readonly groupOf?: (row: Row) => { readonly id: string; readonly heading: ReactNode }
  /** Remembers width and choice of columns under this name. */
  readonly name: string
}
