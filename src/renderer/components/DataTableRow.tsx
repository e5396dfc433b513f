import { type CSSProperties, memo, type MouseEvent, type ReactNode } from 'react'
import type { Column } from './data-table.ts'
import styles from './DataTable.module.css'
import { type DraggedRows, useDragSource } from './row-drag.tsx'

interface DataTableRowProps<Row> {
  readonly row: Row
  readonly id: string
  /** Unique in the window, for dragging. */
  readonly dragId: string
  readonly columns: readonly Column<Row>[]
  /** Position among all rows of the grid, headings and titles included; from 1. */
  readonly ariaIndex: number
  readonly top: number
  readonly height: number
  readonly selected: boolean
  readonly tabStop: boolean
  readonly dragged: boolean
  readonly pick: ((id: string) => DraggedRows) | undefined
  readonly onReach: (id: string, event: MouseEvent) => void
  readonly onOpen: (id: string) => void
  readonly onFocus: (id: string) => void
}

/** One row of a `DataTable`. Focus goes to the row, not to its cells. */
export const DataTableRow = memo(function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { row, id, columns, selected, pick } = props
  const { setNodeRef, listeners } = useDragSource(props.dragId, pick && (() => pick(id)))
  return (
    <div
      ref={setNodeRef}
      role="row"
      aria-rowindex={props.ariaIndex}
      aria-selected={selected}
      tabIndex={props.tabStop ? 0 : -1}
      data-row={id}
      className={styles.row}
      data-dragged={props.dragged || undefined}
      style={placeOf(props.top, props.height)}
      onClick={(event) => props.onReach(id, event)}
      onDoubleClick={(event) => {
        if (!isControl(event.target)) props.onOpen(id)
      }}
      onFocus={() => props.onFocus(id)}
      {...listeners}
    >
      {columns.map((column, index) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={index + 1}
          className={styles.cell}
          data-align={column.align}
          onPointerEnter={(event) => tellIfCut(event.currentTarget, column.text(row))}
        >
          {column.cell(row, props.tabStop)}
        </div>
      ))}
    </div>
  )
}) as <Row>(props: DataTableRowProps<Row>) => ReactNode

/** The heading before the rows of a group. */
export function DataTableHeading(props: {
  readonly heading: ReactNode
  readonly ariaIndex: number
  readonly columnCount: number
  readonly top: number
  readonly height: number
}) {
  return (
    <div
      role="row"
      aria-rowindex={props.ariaIndex}
      className={styles.heading}
      style={placeOf(props.top, props.height)}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={props.columnCount} className={styles.headingCell}>
        {props.heading}
      </div>
    </div>
  )
}

/** A text that is cut off is told whole where it is pointed at. */
function tellIfCut(cell: HTMLElement, text: string): void {
  const lines = [cell, ...cell.querySelectorAll('*')]
  const isCut = lines.some((line) => line.clientWidth > 0 && line.scrollWidth > line.clientWidth)
  if (isCut && text !== '') cell.title = text
  else cell.removeAttribute('title')
}

function placeOf(top: number, height: number): CSSProperties {
  return { transform: `translateY(${top}px)`, height }
}

/** True inside something that has a use of its own, such as a button in a cell. */
export function isControl(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('button, a, input, textarea, select, [role="combobox"]') !== null
  )
}
