import type { ListName } from './case-lists.ts'

/** The buttons of an entry, as `data-tool` names them. */
export type Tool = 'up' | 'down' | 'copy' | 'remove' | 'fold'

/** Finds a button of an entry. */
export function toolSelector(index: number, tool: Tool): string {
  return `[data-entry="${index}"] [data-tool="${tool}"]`
}

/** The button of the other direction. */
export function other(tool: Tool): Tool {
  return tool === 'up' ? 'down' : 'up'
}

/** Finds the field that had the focus in the entry's new place; undefined when nothing in `box` had it. */
export function samePlace(box: HTMLElement | null, from: number, to: number): string | undefined {
  const focused = document.activeElement
  const field = focused instanceof HTMLElement ? focused.closest<HTMLElement>('[data-path]') : undefined
  if (!box?.contains(focused ?? null)) return undefined
  const path = field?.dataset['path']
  return path?.includes(`[${from}]`)
    ? `[data-path="${path.replace(`[${from}]`, `[${to}]`)}"] input, [data-path="${path.replace(`[${from}]`, `[${to}]`)}"] textarea`
    : toolSelector(to, 'fold')
}

/** The number of the entry a place belongs to; undefined when it is of another list. */
export function indexIn(path: string, list: ListName): number | undefined {
  const match = new RegExp(`^${list}\\[(\\d+)\\]`).exec(path)
  return match ? Number(match[1]) : undefined
}
