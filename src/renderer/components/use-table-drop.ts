import { type RefObject, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../app/announce.ts'
import type { DataTableProps } from './data-table.ts'
import { dropPlace, type DropPlace, type Entry, type Sort } from './data-table-entries.ts'
import { idsDragged } from './data-table-selection.ts'
import { type DraggedRows, type Point, useDropTarget, useRowDrag } from './row-drag.tsx'
import type { TableSelection } from './use-table-selection.ts'

interface TableDropInput<Row> {
  readonly props: DataTableProps<Row>
  readonly gridId: string
  readonly entries: readonly Entry<Row>[]
  readonly order: readonly string[]
  readonly body: RefObject<HTMLElement | null>
  readonly rowHeight: number
  readonly sort: Sort | undefined
  readonly selection: TableSelection
}

/** Picking rows up and dropping them between others. `line`: where the mark of the place is drawn, from the top. */
export function useTableDrop<Row>(input: TableDropInput<Row>): {
  readonly setNodeRef: (element: HTMLElement | null) => void
  readonly pick: ((id: string) => DraggedRows) | undefined
  readonly line: number | undefined
} {
  const { t } = useTranslation('table')
  const announce = useAnnounce()
  const [line, setLine] = useState<number>()
  const dragged = useRowDrag()?.dragged
  const latest = useRef({ ...input, dragged })
  latest.current = { ...input, dragged }
  const draggable = input.props.onDropBefore !== undefined

  const actions = useMemo(() => {
    const place = (at: Point): DropPlace<Row> | undefined => {
      const { body, entries, rowHeight, dragged, sort } = latest.current
      if (sort) return undefined
      const y = at.y - (body.current?.getBoundingClientRect().top ?? at.y)
      const index = Math.min(entries.length - 1, Math.max(0, Math.floor(y / rowHeight)))
      const half = y - index * rowHeight < rowHeight / 2 ? 'upper' : 'lower'
      return dropPlace(entries, index, half, dragged?.ids ?? [])
    }
    return {
      pick: (id: string): DraggedRows => {
        const { props, order, selection, entries } = latest.current
        if (!props.selected.has(id)) selection.reach(id, 'only')
        const ids = idsDragged(order, props.selected, id)
        const first = entries.find((entry) => entry.kind === 'row' && entry.id === ids[0])
        const name =
          first?.kind === 'row'
            ? props.columns
                .slice(0, 2)
                .map((column) => column.text(first.row))
                .join(' ')
            : ''
        return { ids, name }
      },
      onHover: (at: Point | undefined) => {
        const { rowHeight } = latest.current
        const found = at && place(at)
        setLine(found && found.line * rowHeight)
      },
      onDrop: (ids: readonly string[], at: Point) => {
        const { props, sort } = latest.current
        const found = place(at)
        if (found) props.onDropBefore?.(ids, found.before, found.groupId)
        else if (sort) {
          const title = props.columns.find((column) => column.key === sort.key)?.title ?? ''
          announce(t('sort.moved-off', { title }), 'assertive')
        }
      },
    }
  }, [announce, t])
  const label = input.props.label
  const target = useMemo(
    () => (draggable ? { name: label, onHover: actions.onHover, onDrop: actions.onDrop } : undefined),
    [draggable, label, actions],
  )
  const { setNodeRef } = useDropTarget(`${input.gridId} rows`, target)
  return { setNodeRef, pick: draggable ? actions.pick : undefined, line }
}
