import { expect, test } from 'vitest'
import { byFolder, shapeOf, Twins } from '../../../src/renderer/features/evidence/intake-plan.ts'

const picked = (...paths: string[]) => paths.map((path) => ({ path, file: new File(['12'], path) }))

test.each([
  ['loose files make no groups', ['a.pdf', 'b.pdf'], [undefined, undefined]],
  ['one folder is one group', ['证据/a.pdf', '证据/b.pdf'], ['证据', '证据']],
  [
    'folders below one folder are the groups',
    ['案/甲/a.pdf', '案/乙/b.pdf', '案/乙/深/c.pdf'],
    ['甲', '乙', '乙'],
  ],
  ['a file beside folders belongs to the folder above', ['案/a.pdf', '案/乙/b.pdf'], ['案', '乙']],
  ['a file beside a folder has none', ['a.pdf', '乙/b.pdf'], [undefined, '乙']],
  ['a file at the end of a long path', ['一/二/三/a.pdf'], ['三']],
])('%s', (_, paths, folders) => {
  expect(byFolder(picked(...paths)).map(({ folder }) => folder)).toEqual(folders)
})

test('a drop is counted before it is asked about', () => {
  expect(shapeOf(picked('案/甲/a.pdf', '案/乙/b.pdf', '案/乙/c.pdf'))).toEqual({
    files: 3,
    bytes: 6,
    folders: ['甲', '乙'],
  })
})

test('the item in the case is named as the twin, before the one in the trash', () => {
  const twins = new Twins()
  twins.add('x', { kind: 'trashed', name: 'old' })
  twins.add('x', { kind: 'item', label: 'E003', name: 'n' })
  twins.add('x', { kind: 'file', path: 'later.pdf' })
  expect(twins.of('x')).toEqual({ kind: 'item', label: 'E003', name: 'n' })
  expect(twins.of('y')).toBeUndefined()
})
