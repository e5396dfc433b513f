import { expect, test } from 'vitest'
import { gathered, isSystemLeftover } from '../../../src/renderer/platform/gathered-files.ts'

const file = (path: string) => ({ path, file: new File([], path.split('/').at(-1) ?? '') })

test.each([
  ['.DS_Store', true],
  ['案/图/Thumbs.db', true],
  ['desktop.ini', true],
  ['案/._照片.jpg', true],
  ['__MACOSX/a.jpg', true],
  ['$RECYCLE.BIN/x.pdf', true],
  ['System Volume Information/IndexerVolumeGuid', true],
  ['thumbs.db.pdf', false],
  ['案/DS_Store', false],
  ['.hidden', false],
  ['__MACOSX', false],
])('%s: left behind by a system is %s', (path, leftover) => {
  expect(isSystemLeftover(path)).toBe(leftover)
})

test('files come in natural order, folder by folder; leftovers and unreadable ones are told', () => {
  const found = [
    'b/10.jpg',
    'b/2.jpg',
    'a.txt',
    'b-2/1.jpg',
    'b/.DS_Store',
    'B/1.jpg',
    '证据10.pdf',
    '证据9.pdf',
  ]
  const { files, leftOut } = gathered(found.map(file), ['b/locked.pdf'])
  expect(files.map(({ path }) => path)).toEqual([
    '证据9.pdf',
    '证据10.pdf',
    'a.txt',
    'b/2.jpg',
    'b/10.jpg',
    'B/1.jpg',
    'b-2/1.jpg',
  ])
  expect(leftOut).toEqual([
    { path: 'b/locked.pdf', why: 'unreadable' },
    { path: 'b/.DS_Store', why: 'system' },
  ])
})
