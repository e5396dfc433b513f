import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checklistOf } from '../../../src/shared/domain/checklist.ts'
import {
  applyVariant,
  hasMore,
  makeVariant,
  OfficeVariant,
  readOfficeVariant,
  variantFor,
} from '../../../src/shared/domain/office-variant.ts'
import { aCase, law } from '../../builders/cases.ts'

const on = '2026-11-29'
const plain = {
  format: 'rights-dossier/office-variant',
  version: 1,
  office: '示例市人民检察院',
  entries: [{ code: 'own-second-set', title: '全套材料另备一份' }],
  hidden: [{ code: 'business-licence', reason: '该院自行查询' }],
}
const variant = OfficeVariant.parse(plain)
const rowsOf = (changes: Record<string, unknown>) => checklistOf(aCase({ ...changes }), law, on)

test('the example of the format page is one', () => {
  const page = readFileSync(new URL('../../../docs/formats/office-variant-v1.md', import.meta.url), 'utf8')
  const example = /```json\n([^`]+)```/.exec(page)?.[1] ?? ''
  expect(readOfficeVariant(`\ufeff${example}`)).toMatchObject({ ok: true })
})

test.each([
  ['no JSON', '{', [['variant.not-json', '']]],
  ['another format', JSON.stringify({ ...plain, format: 'x' }), [['variant.invalid', 'format']]],
  ['a later version', JSON.stringify({ ...plain, version: 2 }), [['variant.invalid', 'version']]],
  ['no office', JSON.stringify({ ...plain, office: ' ' }), [['variant.invalid', 'office']]],
  [
    'an unknown key',
    JSON.stringify({ ...plain, colour: 1 }),
    [['variant.invalid', 'rights-dossier/office-variant']],
  ],
  ['a list', '[]', [['variant.invalid', 'rights-dossier/office-variant']]],
  [
    'two wrong places',
    JSON.stringify({ ...plain, entries: [{ code: 'x' }], hidden: [{ code: 'a', reason: '' }] }),
    [
      ['variant.invalid', 'entries[0].code'],
      ['variant.invalid', 'hidden[0].reason'],
    ],
  ],
])('%s is refused', (_, text, expected) => {
  const read = readOfficeVariant(text)
  expect(read.ok ? [] : read.findings.map(({ code, subject }) => [code, subject])).toEqual(expected)
})

test('it is offered to a case of its office until the case has all of it', () => {
  expect(variantFor([{ variant }], ' 示例市 人民检察院')).toEqual({ variant })
  expect(variantFor([{ variant }], '示例省人民检察院')).toBeUndefined()
  expect(variantFor([{ variant }], '')).toBeUndefined()
  expect(hasMore(variant, aCase(), rowsOf({}))).toBe(true)
  const changes = applyVariant(variant, aCase(), rowsOf({}))
  expect(hasMore(variant, aCase({ ...changes }), rowsOf({ ...changes }))).toBe(false)
  // Where a person said something of a row it does not count as missing.
  const own = { ...changes, checklist: [{ code: 'business-licence@holder', status: 'draft' as const }] }
  expect(hasMore(variant, aCase(own), rowsOf(own))).toBe(false)
  // What was adapted for this case is not offered again.
  const [entry] = changes.ownEntries
  const adapted = { ...changes, ownEntries: [{ ...entry!, title: '另备两份' }] }
  expect(hasMore(variant, aCase({ ...adapted }), rowsOf({ ...adapted }))).toBe(false)
})

test('applied, its entries are there and its hidden papers set aside with the reason', () => {
  const changes = applyVariant(variant, aCase(), rowsOf({}))
  const rows = rowsOf({ ...changes })
  expect(rows.find(({ code }) => code === 'own-second-set')).toMatchObject({ own: true, status: 'missing' })
  expect(rows.find(({ code }) => code === 'business-licence@holder')).toMatchObject({
    status: 'not-applicable',
    state: { reason: '该院自行查询' },
  })
  expect(changes.checklist).toHaveLength(1)
})

test('what a person said stays, and applying twice changes nothing more', () => {
  const before = {
    ownEntries: [
      { code: 'own-other', title: '其他' },
      { code: 'own-second-set', title: '旧' },
    ],
    checklist: [{ code: 'business-licence@holder', status: 'ready' }],
  }
  const once = applyVariant(variant, aCase(before), rowsOf(before))
  expect(once.ownEntries.map(({ title }) => title)).toEqual(['其他', '全套材料另备一份'])
  expect(once.checklist).toEqual(before.checklist)
  expect(applyVariant(variant, aCase({ ...once }), rowsOf({ ...once }))).toEqual(once)
})

test('a variant made of a case gives it back', () => {
  const changes = applyVariant(variant, aCase(), rowsOf({}))
  expect(makeVariant(aCase({ ...changes }), rowsOf({ ...changes }))).toEqual(variant)
  expect(() => makeVariant(aCase({ notice: { manner: 'none' } }), [])).toThrow(TypeError)
})

test('a rule is hidden only when none of its papers is needed', () => {
  const two = {
    rightHolders: [
      { id: 'a', kind: 'domestic-company', nameZh: '甲', phone: '000' },
      { id: 'b', kind: 'domestic-company', nameZh: '乙' },
    ],
    rights: [],
    checklist: [{ code: 'business-licence@a', status: 'not-applicable', reason: '已在另案提交' }],
  }
  expect(makeVariant(aCase(two), rowsOf(two), '备注').hidden).toEqual([])
  expect(makeVariant(aCase(two), rowsOf(two), '备注').notes).toBe('备注')
})
