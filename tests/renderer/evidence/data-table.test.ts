import { expect, test } from 'vitest'
import type { Column } from '../../../src/renderer/components/data-table.ts'
import {
  columnTemplate,
  noChoice,
  rememberedChoice,
  rowsAsText,
  visibleColumns,
} from '../../../src/renderer/components/data-table-columns.ts'
import { dropPlace, entriesOf, nextSort } from '../../../src/renderer/components/data-table-entries.ts'
import { actionOfKey } from '../../../src/renderer/components/data-table-keys.ts'
import { nextFocus, reachRow, idsDragged } from '../../../src/renderer/components/data-table-selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const keys = (key: string, more: object = {}) => ({ key, command: false, shift: false, alt: false, ...more })

test('Shift extends from where the selection began, in both directions', () => {
  const start = reachRow(order, { selected: new Set(), focused: undefined, anchor: undefined }, 'c', 'only')
  const down = reachRow(order, start, 'e', 'range')
  expect([...down.selected]).toEqual(['c', 'd', 'e'])
  expect([...reachRow(order, down, 'a', 'range').selected]).toEqual(['a', 'b', 'c'])
  const added = reachRow(order, reachRow(order, start, 'a', 'toggle'), 'b', 'add-range')
  expect([...added.selected].sort()).toEqual(['a', 'b', 'c'])
})

test.each([
  ['its row stays', ['a', 'c'], 'c', 'c'],
  ['the next one takes its place', ['a', 'd'], 'c', 'd'],
  ['the last one went', ['a', 'b'], 'e', 'b'],
  ['nothing is left', [], 'c', undefined],
])('where the focus goes when %s', (_, after, focused, next) => {
  expect(nextFocus(order, after, focused)).toBe(next)
})

test('dragging a selected row takes all selected ones, in their order', () => {
  expect(idsDragged(order, new Set(['d', 'b']), 'd')).toEqual(['b', 'd'])
  expect(idsDragged(order, new Set(['d', 'b']), 'a')).toEqual(['a'])
})

test.each([
  [keys('ArrowDown'), 1, { kind: 'move', to: 2, reach: 'only' }],
  [keys('ArrowUp'), 0, { kind: 'header' }],
  [keys('End', { shift: true }), 1, { kind: 'move', to: 4, reach: 'range' }],
  [keys('ArrowDown', { command: true }), 1, { kind: 'move', to: 2, reach: 'focus' }],
  [keys('ArrowUp', { alt: true }), 1, { kind: 'move-up' }],
  [keys('a', { command: true }), 1, { kind: 'select-all' }],
  [keys(' '), 1, { kind: 'peek' }],
  [keys('z', { command: true }), 1, undefined],
  [keys('ArrowLeft', { alt: true }), 1, undefined],
])('%j on row %i', (pressed, index, action) => {
  expect(actionOfKey(pressed, index, 5, 3)).toEqual(action)
})

interface Row {
  readonly id: string
  readonly group: string
}
const rows: Row[] = [
  { id: 'a', group: 'x' },
  { id: 'b', group: 'y' },
  { id: 'c', group: 'x' },
]
const column = (key: string, more: Partial<Column<Row>> = {}): Column<Row> => ({
  key,
  title: key,
  cell: (row) => row.id,
  text: (row) => `${row.id}\t${key}`,
  width: 100,
  ...more,
})

test('groups stand together, sorted or not', () => {
  const columns = [column('id', { compare: (a, b) => a.id.localeCompare(b.id) })]
  const shown = (sort?: { key: string; direction: 'ascending' | 'descending' }) =>
    entriesOf(
      rows,
      (row) => row.id,
      (row) => ({ id: row.group, heading: row.group }),
      columns,
      sort,
    ).map((entry) => entry.id)
  expect(shown()).toEqual(['x', 'a', 'c', 'y', 'b'])
  expect(shown({ key: 'id', direction: 'descending' })).toEqual(['x', 'c', 'a', 'y', 'b'])
})

test('a third press on a title goes back to the rows’ own order', () => {
  expect(nextSort(nextSort(nextSort(undefined, 'id'), 'id'), 'id')).toBeUndefined()
})

test('rows are never dropped before one that is dragged itself', () => {
  const entries = entriesOf(
    rows,
    (row) => row.id,
    (row) => ({ id: row.group, heading: row.group }),
    [],
    undefined,
  )
  expect(dropPlace(entries, 1, 'upper', [])).toEqual({ before: rows[0], groupId: 'x', line: 1 })
  expect(dropPlace(entries, 1, 'upper', ['a'])).toEqual({ before: rows[2], groupId: 'x', line: 1 })
  expect(dropPlace(entries, 2, 'lower', [])).toEqual({ before: undefined, groupId: 'x', line: 3 })
  expect(dropPlace(entries, 3, 'lower', [])).toEqual({ before: rows[1], groupId: 'y', line: 4 })
})

test('columns fold away when it is narrow, the least important first', () => {
  const columns = [column('a', { grow: 1 }), column('b', { fold: 1 }), column('c', { fold: 2 })]
  expect(visibleColumns(columns, noChoice, 300).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect(visibleColumns(columns, noChoice, 250).map(({ key }) => key)).toEqual(['a', 'b'])
  expect(visibleColumns(columns, noChoice, 50).map(({ key }) => key)).toEqual(['a'])
  expect(columnTemplate(columns, { widths: { a: 80 }, shown: {} })).toBe('80px 100px 100px minmax(0, 1fr)')
})

test('rows are copied as a table, whatever stands in a cell', () => {
  expect(rowsAsText(rows.slice(0, 1), [column('a'), column('b')])).toBe('a\tb\na a\ta b')
})

test.each([
  ['not json', '{'],
  ['something else', '"text"'],
  ['wrong values', '{"widths":{"a":"wide"},"shown":{"b":3}}'],
])('a remembered choice that is %s is none', (_, stored) => {
  expect(rememberedChoice('t', { getItem: () => stored })).toEqual(noChoice)
})
