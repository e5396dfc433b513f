import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../app/announce.ts'
import type { DataTableProps } from './data-table.ts'
import type { Sort } from './data-table-entries.ts'
import { actionOfKey, type KeyAction } from './data-table-keys.ts'
import { isControl } from './DataTableRow.tsx'
import type { TableSelection } from './use-table-selection.ts'

interface TableKeyboardInput<Row> {
  readonly props: DataTableProps<Row>
  readonly order: readonly string[]
  readonly rowOf: ReadonlyMap<string, Row>
  readonly selection: TableSelection
  readonly reveal: (id: string) => void
  readonly scroller: RefObject<HTMLElement | null>
  readonly header: RefObject<HTMLElement | null>
  readonly rowHeight: number
  readonly sort: Sort | undefined
}

/** Handles the keys of a table; those it has no use for go on to the page. */
export function useTableKeyboard<Row>(input: TableKeyboardInput<Row>): (event: KeyboardEvent) => void {
  const { t } = useTranslation('table')
  const announce = useAnnounce()
  const { props, order, rowOf, selection } = input

  const perform = (action: KeyAction): boolean => {
    const id = selection.tabStop
    const row = id === undefined ? undefined : rowOf.get(id)
    switch (action.kind) {
      case 'header':
        input.header.current?.querySelector<HTMLElement>('[data-title]')?.focus()
        return true
      case 'move':
        return moveTo(order[action.to], action.reach)
      case 'select-all':
        props.onSelect(new Set(order))
        announce(t('selected', { count: order.length }))
        return true
      case 'toggle':
        if (id !== undefined) selection.reach(id, 'toggle')
        return true
      case 'one-only':
        if (props.selected.size < 2 || id === undefined) return false
        selection.reach(id, 'only')
        return true
      case 'open':
        return call(props.onOpen, row)
      case 'peek':
        return props.onPeek ? call(props.onPeek, row) : perform({ kind: 'toggle' })
      case 'edit':
        return call(props.onEdit, row)
      case 'delete':
        if (!props.onDelete || props.selected.size === 0) return false
        props.onDelete(props.selected)
        return true
      case 'move-up':
      case 'move-down':
        return moveRows(action.kind === 'move-up' ? 'up' : 'down')
    }
  }
  const moveTo = (id: string | undefined, reach: Parameters<TableSelection['reach']>[1]): boolean => {
    if (id === undefined) return false
    selection.reach(id, reach)
    input.reveal(id)
    selection.focusRow(id)
    return true
  }
  const moveRows = (direction: 'up' | 'down'): boolean => {
    if (!props.onMove) return false
    const title = props.columns.find((column) => column.key === input.sort?.key)?.title
    if (title !== undefined) announce(t('sort.moved-off', { title }), 'assertive')
    else props.onMove(direction)
    return true
  }
  return (event) => {
    if (event.defaultPrevented || isControl(event.target)) return
    // Pop-ups of a cell or of the header are elsewhere on the page, but their keys come through here.
    if (event.target instanceof Node && !input.scroller.current?.contains(event.target)) return
    const page = Math.max(1, Math.floor((input.scroller.current?.clientHeight ?? 0) / input.rowHeight) - 2)
    const action = actionOfKey(
      {
        key: event.key,
        command: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
      },
      selection.tabStop === undefined ? -1 : order.indexOf(selection.tabStop),
      order.length,
      page,
    )
    if (!action || !perform(action)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function call<Row>(handler: ((row: Row) => void) | undefined, row: Row | undefined): boolean {
  if (!handler || row === undefined) return false
  handler(row)
  return true
}
