import type { DataTableProps } from './data-table.ts'
import type { Reach } from './data-table-selection.ts'

/** What a key asks of the table. */
export type KeyAction =
  | { readonly kind: 'move'; readonly to: number; readonly reach: Reach }
  | { readonly kind: 'header' }
  | {
      readonly kind:
        'open' | 'peek' | 'edit' | 'delete' | 'select-all' | 'toggle' | 'one-only' | 'move-up' | 'move-down'
    }

/** What the list of shortcuts says of a table. */
export type TableKey =
  'move' | 'open' | 'peek' | 'select' | 'edit' | 'selectAll' | 'copy' | 'reorder' | 'remove'

type Handlers = Pick<DataTableProps<never>, 'onOpen' | 'onPeek' | 'onEdit' | 'onMove' | 'onDelete'>

/** What a table with these handlers answers to. */
export function keysOfTable({ onOpen, onPeek, onEdit, onMove, onDelete }: Handlers): readonly TableKey[] {
  return [
    'move',
    ...(onOpen ? (['open'] as const) : []),
    onPeek ? 'peek' : 'select',
    ...(onEdit ? (['edit'] as const) : []),
    'selectAll',
    'copy',
    ...(onMove ? (['reorder'] as const) : []),
    ...(onDelete ? (['remove'] as const) : []),
  ]
}

/** The keys of a keyboard event that matter here; `command` is Ctrl, or Cmd on a Mac. */
export interface Keys {
  readonly key: string
  readonly command: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/**
 * What a key means on row `index` of `count` rows, with `page` rows to a page. Undefined: not ours. Ctrl moves the focus
 * alone, Shift extends; Up on the first row reaches the header.
 */
export function actionOfKey(keys: Keys, index: number, count: number, page: number): KeyAction | undefined {
  if (keys.alt) {
    if (keys.command || keys.shift) return undefined
    if (keys.key === 'ArrowUp') return { kind: 'move-up' }
    if (keys.key === 'ArrowDown') return { kind: 'move-down' }
    return undefined
  }
  if (keys.key === 'ArrowUp' && index <= 0 && !keys.shift) return { kind: 'header' }
  const to = targetOfKey(keys.key, index, count, page)
  if (to !== undefined) return { kind: 'move', to, reach: reachOfKeys(keys) }
  if (keys.command) {
    if (keys.key === 'a' || keys.key === 'A') return { kind: 'select-all' }
    if (keys.key === ' ') return { kind: 'toggle' }
    return undefined
  }
  return plainAction(keys)
}

function plainAction(keys: Keys): KeyAction | undefined {
  switch (keys.key) {
    case 'Enter':
      return { kind: 'open' }
    case ' ':
      return keys.shift ? { kind: 'toggle' } : { kind: 'peek' }
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
      return { kind: 'delete' }
    case 'Escape':
      return { kind: 'one-only' }
    default:
      return undefined
  }
}

function targetOfKey(key: string, index: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined
  const last = count - 1
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, index - 1)
    case 'ArrowDown':
      return Math.min(last, index + 1)
    case 'PageUp':
      return Math.max(0, index - page)
    case 'PageDown':
      return Math.min(last, index + page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

function reachOfKeys(keys: Keys): Reach {
  if (keys.shift) return keys.command ? 'add-range' : 'range'
  return keys.command ? 'focus' : 'only'
}
