import { type MouseEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { DataTableProps } from './data-table.ts'
import { nextFocus, reachOfClick, type Reach, reachRow } from './data-table-selection.ts'
import { isControl } from './DataTableRow.tsx'

interface TableSelectionInput<Row> {
  readonly props: DataTableProps<Row>
  readonly order: readonly string[]
  readonly rowOf: ReadonlyMap<string, Row>
  readonly scroller: RefObject<HTMLElement | null>
}

export interface TableSelection {
  readonly selected: ReadonlySet<string>
  /** The row that Tab reaches: the focused one while it is there. */
  readonly tabStop: string | undefined
  readonly reach: (id: string, how: Reach) => void
  /** Puts the focus on a row as soon as it is drawn. */
  readonly focusRow: (id: string | undefined) => void
  readonly onClick: (id: string, event: MouseEvent) => void
  readonly onOpen: (id: string) => void
  readonly onFocus: (id: string) => void
}

/**
 * The focus and the selection of a table. The focus survives updates: when its row goes, the row that took its place has
 * it; when selected rows go, they leave the selection.
 */
export function useTableSelection<Row>({
  props,
  order,
  rowOf,
  scroller,
}: TableSelectionInput<Row>): TableSelection {
  const [focused, setFocused] = useState<string>()
  const anchor = useRef<string>(undefined)
  const wanted = useRef<string>(undefined)
  const hasFocus = useRef(false)
  const orderBefore = useRef(order)
  const tabStop =
    focused !== undefined && rowOf.has(focused)
      ? focused
      : (nextFocus(orderBefore.current, order, focused) ??
        order.find((id) => props.selected.has(id)) ??
        order[0])

  const reach = (id: string, how: Reach) => {
    const now = { selected: props.selected, focused: tabStop, anchor: anchor.current }
    const next = reachRow(order, now, id, how)
    anchor.current = next.anchor
    setFocused(id)
    if (how !== 'focus') props.onSelect(next.selected)
  }
  const latest = useRef({ props, reach, rowOf })
  useLayoutEffect(() => {
    latest.current = { props, reach, rowOf }
  })

  useLayoutEffect(() => {
    const node = scroller.current
    if (!node) return
    const enter = () => {
      hasFocus.current = true
    }
    const leave = (event: FocusEvent) => {
      // Without a next element the focused row may just have been taken away.
      if (event.relatedTarget instanceof Node) hasFocus.current = node.contains(event.relatedTarget)
    }
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !node.contains(event.target)) hasFocus.current = false
    }
    node.addEventListener('focusin', enter)
    node.addEventListener('focusout', leave)
    document.addEventListener('pointerdown', press, true)
    return () => {
      node.removeEventListener('focusin', enter)
      node.removeEventListener('focusout', leave)
      document.removeEventListener('pointerdown', press, true)
    }
  }, [scroller])

  useLayoutEffect(() => {
    const before = orderBefore.current
    if (before === order) return
    orderBefore.current = order
    const { props } = latest.current
    const next = nextFocus(before, order, focused)
    if (focused !== undefined && next !== focused) {
      setFocused(next)
      if (hasFocus.current && isNowhere(document.activeElement)) wanted.current = next
    }
    const gone = before.filter((id) => props.selected.has(id) && !latest.current.rowOf.has(id))
    if (gone.length === 0) return
    const left = new Set([...props.selected].filter((id) => !gone.includes(id)))
    if (left.size === 0 && next !== undefined) left.add(next)
    props.onSelect(left)
  }, [order, focused])

  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`)
    if (!row) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
  })

  return {
    selected: props.selected,
    tabStop,
    reach,
    focusRow: (id) => {
      wanted.current = id
      setFocused(id)
      // The row may be drawn already, and then nothing renders again.
      const row = id && scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
      if (!row) return
      wanted.current = undefined
      row.focus({ preventScroll: true })
    },
    onClick: useCallback((id: string, event: MouseEvent) => {
      if (isControl(event.target)) return
      const { ctrlKey, metaKey, shiftKey } = event
      latest.current.reach(id, reachOfClick({ command: ctrlKey || metaKey, shift: shiftKey }))
    }, []),
    onOpen: useCallback((id: string) => {
      const { props, rowOf } = latest.current
      const row = rowOf.get(id)
      if (row !== undefined) props.onOpen?.(row)
    }, []),
    onFocus: useCallback((id: string) => {
      setFocused(id)
      latest.current.props.onFocusRow?.(latest.current.rowOf.get(id))
    }, []),
  }
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body
}
