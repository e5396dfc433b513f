import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../app/announce.ts'
import type { DataTableProps } from './data-table.ts'
import {
  columnTemplate,
  rememberChoice,
  rememberedChoice,
  rowsAsText,
  visibleColumns,
} from './data-table-columns.ts'
import { entriesOf, nextSort, type Sort } from './data-table-entries.ts'
import { keysOfTable } from './data-table-keys.ts'
import styles from './DataTable.module.css'
import { DataTableHeader } from './DataTableHeader.tsx'
import { DataTableHeading, DataTableRow, isControl } from './DataTableRow.tsx'
import { RowDragArea, useRowDrag } from './row-drag.tsx'
import { useInnerWidth } from './use-inner-width.ts'
import { useTableDrop } from './use-table-drop.ts'
import { useTableKeyboard } from './use-table-keyboard.ts'
import { useTableSelection } from './use-table-selection.ts'

const chooserWidth = 36
const headerHeight = 36

/** A virtualised grid with one tab stop; see `DataTableProps` for its keys. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const area = useRowDrag()
  if (props.onDropBefore && !area) {
    return (
      <RowDragArea>
        <Grid {...props} />
      </RowDragArea>
    )
  }
  return <Grid {...props} />
}

function Grid<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, columns, groupOf, rowHeight = 36, name } = props
  const { t } = useTranslation('table')
  const announce = useAnnounce()
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const header = useRef<HTMLDivElement>(null)
  const width = useInnerWidth(scroller)
  const [choice, setChoice] = useState(() => rememberedChoice(name, localStorage))
  const [sort, setSort] = useState<Sort>()
  const dragged = useRowDrag()?.dragged

  const visible = useMemo(
    () => visibleColumns(columns, choice, width - chooserWidth),
    [columns, choice, width],
  )
  const entries = useMemo(
    () => entriesOf(rows, rowId, groupOf, columns, sort),
    [rows, rowId, groupOf, columns, sort],
  )
  const order = useMemo(
    () => entries.filter((entry) => entry.kind === 'row').map((entry) => entry.id),
    [entries],
  )
  const rowOf = useMemo(
    () => new Map(entries.flatMap((entry) => (entry.kind === 'row' ? [[entry.id, entry.row] as const] : []))),
    [entries],
  )
  const indexOf = useMemo(
    () =>
      new Map(entries.flatMap((entry, index) => (entry.kind === 'row' ? [[entry.id, index] as const] : []))),
    [entries],
  )

  const selection = useTableSelection({ props, order, rowOf, scroller })
  const kept = [selection.tabStop, dragged?.ids[0]].flatMap((id) => {
    const index = id === undefined ? undefined : indexOf.get(id)
    return index === undefined ? [] : [index]
  })
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    // The row that has the focus stays on the page, else the focus would be lost when it is scrolled away.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const shown = new Set(kept.filter((index) => index < count))
      for (let i = Math.max(0, startIndex - overscan); i <= Math.min(count - 1, endIndex + overscan); i++)
        shown.add(i)
      return [...shown].sort((a, b) => a - b)
    },
  })
  const reveal = (id: string) => {
    const index = indexOf.get(id)
    if (index !== undefined) virtualizer.scrollToIndex(index, { align: 'auto' })
  }
  const keyDown = useTableKeyboard({
    props,
    order,
    rowOf,
    selection,
    reveal,
    scroller,
    header,
    rowHeight,
    sort,
  })
  const drop = useTableDrop({ props, gridId, entries, order, body, rowHeight, sort, selection })

  const changeChoice = (next: typeof choice) => {
    setChoice(next)
    rememberChoice(name, next, localStorage)
  }
  return (
    <div
      ref={(element) => {
        scroller.current = element
        drop.setNodeRef(element)
      }}
      role="grid"
      data-keys={keysOfTable(props).join(' ')}
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={entries.length + 1}
      aria-colcount={visible.length + 1}
      className={styles.grid}
      style={{ '--columns': columnTemplate(visible, choice) } as CSSProperties}
      onKeyDown={keyDown}
      onCopy={(event) => {
        if (isControl(event.target) || selection.selected.size === 0) return
        const copied = order.flatMap((id) =>
          selection.selected.has(id) ? (rowOf.get(id) ?? []) : [],
        ) as Row[]
        event.clipboardData.setData('text/plain', rowsAsText(copied, visible))
        event.preventDefault()
        announce(t('copied.rows', { count: copied.length }))
      }}
    >
      <DataTableHeader
        columns={visible}
        allColumns={columns}
        choice={choice}
        onChoice={changeChoice}
        sort={sort}
        onSort={(key) => setSort((now) => nextSort(now, key))}
        tabStop={order.length === 0}
        onLeave={() => selection.focusRow(selection.tabStop)}
        header={header}
      />
      {entries.length === 0 ? (
        <div role="rowgroup">
          <div role="row" aria-rowindex={2}>
            <div role="gridcell" aria-colspan={visible.length + 1} className={styles.empty}>
              {props.empty}
            </div>
          </div>
        </div>
      ) : (
        <div
          role="rowgroup"
          ref={body}
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const entry = entries[item.index]
            if (!entry) return null
            const top = item.start - headerHeight
            if (entry.kind === 'heading') {
              return (
                <DataTableHeading
                  key={`heading ${entry.id}`}
                  heading={entry.heading}
                  ariaIndex={item.index + 2}
                  columnCount={visible.length}
                  top={top}
                  height={item.size}
                />
              )
            }
            return (
              <DataTableRow
                key={entry.id}
                row={entry.row}
                id={entry.id}
                dragId={`${gridId} ${entry.id}`}
                columns={visible}
                ariaIndex={item.index + 2}
                top={top}
                height={item.size}
                selected={selection.selected.has(entry.id)}
                tabStop={selection.tabStop === entry.id}
                dragged={dragged?.ids.includes(entry.id) ?? false}
                pick={drop.pick}
                onReach={selection.onClick}
                onOpen={selection.onOpen}
                onFocus={selection.onFocus}
              />
            )
          })}
          {drop.line !== undefined && (
            <div aria-hidden className={styles.dropLine} style={{ top: drop.line }} />
          )}
        </div>
      )}
    </div>
  )
}
