/** Which rows are selected, which one has the focus, and from where Shift extends. Ids of rows. */
export interface Selection {
  readonly selected: ReadonlySet<string>
  readonly focused: string | undefined
  readonly anchor: string | undefined
}

/** How a row was reached: alone, added to or taken from the selection, as the end of a range, or looked at only. */
export type Reach = 'only' | 'toggle' | 'range' | 'add-range' | 'focus'

/** The selection after a row was reached by pointer or key. `order` has the ids of all rows as shown. */
export function reachRow(order: readonly string[], now: Selection, id: string, reach: Reach): Selection {
  if (reach === 'focus') return { ...now, focused: id }
  if (reach === 'only') return { selected: new Set([id]), focused: id, anchor: id }
  if (reach === 'toggle') {
    const selected = new Set(now.selected)
    if (!selected.delete(id)) selected.add(id)
    return { selected, focused: id, anchor: id }
  }
  const anchor = now.anchor !== undefined && order.includes(now.anchor) ? now.anchor : (now.focused ?? id)
  const range = idsBetween(order, anchor, id)
  return {
    selected: new Set(reach === 'add-range' ? [...now.selected, ...range] : range),
    focused: id,
    anchor,
  }
}

/** How modifier keys make a click reach a row. `command` is Ctrl, or Cmd on a Mac. */
export function reachOfClick(keys: { readonly command: boolean; readonly shift: boolean }): Reach {
  if (keys.shift) return keys.command ? 'add-range' : 'range'
  return keys.command ? 'toggle' : 'only'
}

/** The ids from `a` to `b` in the order shown, both included; `b` alone when `a` is not shown. */
export function idsBetween(order: readonly string[], a: string, b: string): string[] {
  const [from, to] = [order.indexOf(a), order.indexOf(b)]
  if (to < 0) return []
  if (from < 0) return [b]
  return order.slice(Math.min(from, to), Math.max(from, to) + 1)
}

/** The row that takes the focus when the focused one went away: the one now in its place, else the last. */
export function nextFocus(
  before: readonly string[],
  after: readonly string[],
  focused: string | undefined,
): string | undefined {
  if (focused === undefined) return undefined
  const present = new Set(after)
  if (present.has(focused)) return focused
  const index = before.indexOf(focused)
  if (index < 0) return after[0]
  return (
    before.slice(index + 1).find((id) => present.has(id)) ??
    before.slice(0, index).findLast((id) => present.has(id))
  )
}

/** The ids that are dragged when `id` is picked up: the whole selection in the order shown, or the row alone. */
export function idsDragged(
  order: readonly string[],
  selected: ReadonlySet<string>,
  id: string,
): readonly string[] {
  return selected.has(id) ? order.filter((each) => selected.has(each)) : [id]
}
