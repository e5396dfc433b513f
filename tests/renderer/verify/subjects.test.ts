import { expect, test } from 'vitest'
import { compareFingerprint } from '../../../src/renderer/features/verify/compare-fingerprint.ts'
import { subjectsOf } from '../../../src/renderer/features/verify/subjects.ts'

const picked = (...paths: string[]) => paths.map((path) => ({ path, file: new File(['abc'], path) }))
const named = (files: ReturnType<typeof picked>, unreadable: string[] = []) =>
  subjectsOf(
    { files, leftOut: unreadable.map((path) => ({ path, why: 'unreadable' as const })) },
    'disc',
  ).map(({ name, subject }) =>
    subject.kind === 'file'
      ? name
      : [name, ...subject.files.keys(), ...(subject.unreadable ?? []).map((p) => `!${p}`)],
  )

test('files are verified one by one, a folder as one', () => {
  expect(named(picked('a.zip', 'b.pdf'))).toEqual(['a.zip', 'b.pdf'])
  expect(named(picked('disc/bagit.txt', 'disc/data/x', 'c.zip'))).toEqual([
    ['disc', 'bagit.txt', 'data/x'],
    'c.zip',
  ])
})

test('the loose contents of a bag or a disc are the one thing they come from', () => {
  const bag = ['bagit.txt', 'data/x', 'manifest-sha256.txt']
  expect(named(picked(...bag))).toEqual([['disc', ...bag]])
  const disc = ['01_证据目录.pdf', '90_电子卷_请勿改动/bagit.txt']
  expect(named(picked(...disc))).toEqual([['disc', ...disc]])
})

test('what could not be opened in a folder is not missed', () => {
  expect(named(picked('bag/bagit.txt'), ['bag/data/locked'])).toEqual([['bag', 'bagit.txt', '!data/locked']])
  expect(named([], ['bag/data/locked'])).toEqual([['bag', '!data/locked']])
  expect(named([], ['locked.zip'])).toEqual([['locked.zip', '!locked.zip']])
})

test('a fingerprint is compared as people write it from paper', () => {
  const hex = '0123456789abcdef'.repeat(4)
  expect(compareFingerprint(hex, '0123 4567', '89AB CDEF')).toBe('match')
  expect(compareFingerprint(hex, '０１２３４５６７', '89-ab-cd-ef')).toBe('match')
  expect(compareFingerprint(hex, hex.replace(/.{8}/g, '$& '), '')).toBe('match')
  expect(compareFingerprint(hex, '01234567', '89abcdee')).toBe('differs')
  expect(compareFingerprint(hex, '89abcdef', '01234567')).toBe('differs')
  expect(compareFingerprint(hex, `${hex.slice(0, 63)}0`, '')).toBe('differs')
  expect(compareFingerprint(hex, '0123456', '89abcdef')).toBe('wrong-first')
  expect(compareFingerprint(hex, '01234567', 'O9abcdef')).toBe('wrong-last')
  expect(compareFingerprint(hex, '', '')).toBe('wrong-first')
})
