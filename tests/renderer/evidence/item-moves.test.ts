import { expect, test } from 'vitest'
import { evidenceRows, groupsInOrder } from '../../../src/renderer/features/evidence/evidence-rows.ts'
import { groupMoved, placeOneStep } from '../../../src/renderer/features/evidence/item-moves.ts'
import { anItem, groups } from './rows.ts'

const ordered = groupsInOrder(groups)
const rows = evidenceRows(groups, [
  anItem('p', 'papers'),
  ...['a', 'b', 'c', 'd'].map((id) => anItem(id, 'facts')),
  anItem('l', 'loss'),
])

test.each([
  ['up', ['b'], { groupId: 'facts', before: 'a' }],
  ['down', ['b'], { groupId: 'facts', before: 'd' }],
  ['down', ['c'], { groupId: 'facts' }],
  ['up', ['b', 'c'], { groupId: 'facts', before: 'a' }],
  ['down', ['a', 'b'], { groupId: 'facts', before: 'd' }],
  ['up', ['a'], undefined],
  ['down', ['d'], { groupId: 'loss', before: 'l' }],
  ['up', ['l'], { groupId: 'facts' }],
  ['down', ['l'], undefined],
  ['down', ['p'], undefined],
  ['up', [], undefined],
] as const)('%s with %j', (direction, selected, place) => {
  expect(placeOneStep(rows, ordered, new Set(selected), direction)).toEqual(place)
})

test('a group moves among those of its set only', () => {
  expect(groupMoved(groups, 'loss', 'up')?.map((group) => group.id)).toEqual(['loss', 'papers', 'facts'])
  expect(groupMoved(groups, 'facts', 'up')).toBeUndefined()
  expect(groupMoved(groups, 'papers', 'down')).toBeUndefined()
  expect(groupMoved(groups, 'unknown', 'down')).toBeUndefined()
})
