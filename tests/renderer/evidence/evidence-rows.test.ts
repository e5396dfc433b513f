import { expect, test } from 'vitest'
import {
  evidenceRows,
  requiredPlaces,
  rowsMatching,
} from '../../../src/renderer/features/evidence/evidence-rows.ts'
import { anItem, groups } from './rows.ts'

const items = [
  anItem('a', 'facts'),
  anItem('b', 'facts', { trashed: true }),
  anItem('c', 'papers'),
  anItem('d', 'loss', { original: { ...anItem('a', 'facts').original, path: 'folder/other.pdf' } }),
  anItem('e', 'facts'),
]

test('labels are those that will be printed: identity apart, the trash not counted', () => {
  const rows = evidenceRows(groups, items)
  expect(rows.map((row) => `${row.label} ${row.id} ${row.position}/${row.groupSize}`)).toEqual([
    'A001 c 1/1',
    'E001 a 1/2',
    'E002 e 2/2',
    'E003 d 1/1',
  ])
})

test('items of one content name each other', () => {
  const rows = evidenceRows(groups, items)
  expect(rows.map((row) => row.sameAs)).toEqual([[], ['E003'], [], ['E001']])
})

test('two items that say the same keep labels of their own', () => {
  const twin = anItem('a', 'facts')
  const rows = evidenceRows(groups, [twin, { ...twin, id: 'a2' }])
  expect(rows.map((row) => row.label)).toEqual(['E001', 'E002'])
})

test('what is required differs by set, and for electronic evidence', () => {
  expect([...requiredPlaces('identity', 'original')].sort()).toEqual(['form', 'name'])
  expect([...requiredPlaces('evidence', 'copy')].sort()).toEqual([
    'form',
    'kind',
    'name',
    'purpose',
    'source',
  ])
  expect(requiredPlaces('evidence', 'electronic').has('collected')).toBe(true)
})

test.each([
  ['e002', ['e']],
  ['OTHER folder', ['d']],
  ['  ', ['c', 'a', 'e', 'd']],
  ['nothing like it', []],
])('finding %j', (typed, ids) => {
  expect(rowsMatching(evidenceRows(groups, items), typed).map((row) => row.id)).toEqual(ids)
})
