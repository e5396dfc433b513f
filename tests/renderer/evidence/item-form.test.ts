import { expect, test } from 'vitest'
import {
  fieldText,
  itemFields,
  problemOf,
  sharedText,
  tidied,
  withField,
  withFields,
} from '../../../src/renderer/features/evidence/item-form.ts'
import { blankDetails } from '../../../src/shared/domain/case-draft.ts'

test('a field reads back what was written into it, and leaves the others alone', () => {
  for (const field of itemFields) {
    const text =
      { kind: 'documentary', form: 'copy', copies: '3', secrecy: 'business' }[field as string] ?? '内容'
    const written = withField(blankDetails('n'), field, text)
    expect(fieldText(written, field)).toBe(text)
    for (const other of itemFields.filter((each) => each !== field)) {
      expect(fieldText(written, other)).toBe(fieldText(blankDetails('n'), other))
    }
  }
})

test('an optional field that becomes blank is left out, and so is an empty how-it-was-collected', () => {
  const filled = withFields(
    blankDetails('n'),
    new Map([
      ['collected.by', '李'],
      ['collected.at', '2026-11-22'],
      ['remarks', 'r'],
    ]),
  )
  expect(filled.collected).toEqual({ by: '李', at: '2026-11-22' })
  const less = withField(filled, 'collected.at', '')
  expect(less.collected).toEqual({ by: '李' })
  expect(withField(withField(less, 'collected.by', ''), 'remarks', '')).toEqual(blankDetails('n'))
})

test('copies that are no number leave what was there', () => {
  expect(withField(blankDetails('n'), 'copies', 'two').copies).toBe(1)
})

test('several items show a text only when they agree', () => {
  const all = [blankDetails('a'), blankDetails('b')]
  expect(sharedText(all, 'name')).toBeUndefined()
  expect(sharedText(all, 'source')).toBe('')
})

test.each([
  ['name', 'a\nb', 'line'],
  ['name', 'x'.repeat(501), 'too-long'],
  ['purpose', 'a\nb', undefined],
  ['purpose', 'a\tb', 'paragraphs'],
  ['formedOn', '2026-02-30', 'date'],
  ['formedOn', '', undefined],
  ['collected.at', '2026-11-22 14:03', undefined],
  ['collected.at', 'yesterday', 'moment'],
  ['copies', '0', 'copies'],
  ['copies', '999', undefined],
] as const)('%s %j is judged %s', (field, text, problem) => {
  expect(problemOf(field, text)).toBe(problem)
})

test.each([
  ['formedOn', '2026年6月5日', '2026-06-05'],
  ['formedOn', '２０２６／１１／２２', '2026-11-22'],
  ['formedOn', '20261122', '2026-11-22'],
  ['formedOn', '2026-02-30', '2026-02-30'],
  ['formedOn', '2026-11-22 14:03', '2026-11-22 14:03'],
  ['collected.at', '2026/11/22 9:05', '2026-11-22 09:05'],
  ['collected.at', '2026年11月22日14时3分', '2026-11-22 14:03'],
  ['source', ' 2026/1/2', ' 2026/1/2'],
] as const)('%s %j becomes %j when left', (field, typed, tidy) => {
  expect(tidied(field, typed)).toBe(tidy)
})
