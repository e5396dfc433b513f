import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSafeContainerPath } from '../../../src/engine/container/safe-name.ts'
import type { BundlePlan } from '../../../src/shared/domain/bundle-plan.ts'
import { plannedItems, planBundle, type PlanInput } from '../../../src/shared/domain/plan-bundle.ts'
import { aCase, anItem, intakeOf, law, limits, takenIn } from '../../builders/cases.ts'

function inputOf(changes: Record<string, unknown> = {}, more: Partial<PlanInput> = {}): PlanInput {
  const record = aCase(changes)
  return {
    case: record,
    intake: intakeOf(record),
    createdAt: '2026-11-22T06:00:00Z',
    draft: false,
    limits,
    law,
    ...more,
  }
}

function planned(changes: Record<string, unknown> = {}, more: Partial<PlanInput> = {}): BundlePlan {
  const outcome = planBundle(inputOf(changes, more))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings))
  return outcome.plan
}

const group = (set: string, name: string, ...files: string[]) => ({
  name,
  set,
  items: files.map((file) => anItem({ file })),
})

test('identity papers come first; groups and items are counted in each set', () => {
  const plan = planned({
    groups: [
      group('evidence', '权利', 'e1.pdf', 'e2.pdf'),
      group('identity', '主体', 'i1.jpg'),
      group('evidence', '空组'),
      group('evidence', '侵权', 'e3.pdf'),
      group('identity', '授权', 'i2.pdf', 'i3.pdf'),
    ],
  })
  expect(
    plan.groups.map(({ set, number, folder, items }) => [
      set,
      number,
      folder,
      items.map((item) => [item.number, item.label, item.file.path]),
    ]),
  ).toEqual([
    ['identity', 1, 'data/01_主体', [[1, 'A001', 'data/01_主体/A001_i1.jpg']]],
    [
      'identity',
      2,
      'data/02_授权',
      [
        [2, 'A002', 'data/02_授权/A002_i2.pdf'],
        [3, 'A003', 'data/02_授权/A003_i3.pdf'],
      ],
    ],
    [
      'evidence',
      1,
      'data/03_权利',
      [
        [1, 'E001', 'data/03_权利/E001_e1.pdf'],
        [2, 'E002', 'data/03_权利/E002_e2.pdf'],
      ],
    ],
    ['evidence', 2, 'data/04_侵权', [[3, 'E003', 'data/04_侵权/E003_e3.pdf']]],
  ])
  expect(plan.totals).toMatchObject({ groups: 4, identityItems: 3, evidenceItems: 3, discs: 1 })
  expect(plan.totals.bytes).toBe([...'e1.pdfe2.pdfi1.jpge3.pdfi2.pdfi3.pdf'].length)
})

test('the list of originals is what sha256sum prints, in the order of LC_ALL=C sort', () => {
  // Past E999 the order of the bytes is no longer that of the numbers.
  const files = [
    'a.pdf',
    '\uffee.pdf',
    '𠮷.pdf',
    'Z.pdf',
    ...Array.from({ length: 1000 }, (_, n) => `${n}.pdf`),
  ]
  const plan = planned({ groups: [group('evidence', '证据', ...files)] })
  const lines = plan.groups
    .flatMap(({ items }) => items)
    .map(({ file, entry }) => `${createHash('sha256').update(entry.file).digest('hex')}  ${file.path}\n`)
  const sorted = [...lines].sort((a, b) => Buffer.compare(Buffer.from(a.slice(66)), Buffer.from(b.slice(66))))
  expect(plan.originalsList).toBe(sorted.join(''))
})

test.each([
  { what: 'emoji', file: 'm/😀合同.pdf', path: 'data/01_组/E001_合同.pdf', original: '😀合同.pdf' },
  { what: '200 characters', file: `${'长'.repeat(196)}.pdf`, path: `data/01_组/E001_${'长'.repeat(31)}.pdf` },
  { what: 'a reserved Windows name', file: 'aux', path: 'data/01_组/E001_aux' },
  { what: 'a decomposed name', file: 'e\u0301.pdf', path: 'data/01_组/E001_\u00e9.pdf' },
  { what: 'spaces', file: 'a  b.pdf', path: 'data/01_组/E001_a_b.pdf' },
])('$what in a name', ({ file, path, original }) => {
  const [item] = planned({ groups: [group('evidence', '组', file)] }).groups.flatMap(({ items }) => items)
  expect(item?.file.path).toBe(path)
  expect(item?.file.originalName).toBe(original ?? file)
})

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    'con',
    'aux.txt',
    '...',
    ' ',
    '😀',
    'é',
    'e\u0301',
    '%2F',
    'a'.repeat(200),
    '长'.repeat(200),
  ),
)
const plainPath = name
  .map((text) => text.replace(/[/\\\0]/g, '_').replace(/^[A-Za-z]:/, '_'))
  .filter((text) => text !== '.' && text !== '..')

test('whatever groups and files are called, paths are safe, short and unlike, and the plan is always the same', () => {
  const line = name.map((text) => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ''))
  const sets = fc.array(
    fc.record({
      name: line,
      set: fc.constantFrom('identity', 'evidence'),
      files: fc.uniqueArray(plainPath, {
        minLength: 1,
        maxLength: 6,
        selector: (text) => text.normalize('NFC'),
      }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(sets, (groups) => {
      const changes = {
        groups: groups.map(({ name: title, set, files }, g) =>
          group(set, title, ...files.map((file) => `${g}/${file}`)),
        ),
      }
      const plan = planned(changes, { draft: true })
      const paths = plan.groups.flatMap(({ items }) => items.map(({ file }) => file.path))
      expect(paths.filter((path) => !isSafeContainerPath(path))).toEqual([])
      expect(paths.filter((path) => [...path].length > 100)).toEqual([])
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
      expect(plan.groups.flatMap(({ items }) => items).length).toBe(
        groups.flatMap(({ files }) => files).length,
      )
      expect(JSON.stringify(planned(changes, { draft: true }))).toBe(JSON.stringify(plan))
    }),
    { seed: 20261122, numRuns: 300 },
  )
})

test('a case with gaps is refused with the list', () => {
  const outcome = planBundle(inputOf({ crimes: [], suspects: [] }))
  expect(outcome.ok).toBe(false)
  expect(outcome.findings.map(({ code, severity, subject }) => [code, severity, subject])).toEqual([
    ['field.required', 'error', 'suspects'],
    ['field.required', 'error', 'crimes'],
  ])
})

test('a draft is planned in spite of gaps, names them, and says so in every file name', () => {
  const outcome = planBundle(inputOf({ crimes: [], suspects: [] }, { draft: true }))
  if (!outcome.ok) throw new Error('refused')
  expect(outcome.findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['field.required', 'warning'],
    ['field.required', 'warning'],
  ])
  expect(outcome.plan.draft).toBe(true)
  expect(outcome.plan.blanks).toEqual(['suspects', 'crimes'])
  expect(Object.values(outcome.plan.names).every((text) => text.includes('DRAFT'))).toBe(true)
})

test('a draft with an unnamed group has a numbered folder', () => {
  const plan = planned({ groups: [group('evidence', '', 'a.pdf')] }, { draft: true })
  expect(plan.groups.map(({ folder }) => folder)).toEqual(['data/01'])
})

test.each([
  { when: 'a file is missing', changes: {}, more: { intake: new Map() }, code: 'file.missing' },
  {
    when: 'a file has changed',
    changes: { groups: [{ name: 'x', set: 'evidence', items: [anItem({ sha256: '0'.repeat(64) })] }] },
    more: {},
    code: 'file.wrong-hash',
  },
  {
    when: 'a path climbs',
    changes: { groups: [group('evidence', 'x', '../a')] },
    more: {},
    code: 'file.outside',
  },
  {
    when: 'there are more items than the limit',
    changes: { groups: [group('evidence', 'x', 'a', 'b', 'c')] },
    more: { limits: { ...limits, maxItems: 2 } },
    code: 'limit.items',
  },
  {
    when: 'there are more bytes than the limit',
    changes: {},
    more: { limits: { ...limits, maxBytes: 10 } },
    code: 'limit.bytes',
  },
])('refused, as a draft too, when $when', ({ changes, more, code }) => {
  for (const draft of [false, true]) {
    const outcome = planBundle(inputOf(changes, { ...more, draft }))
    expect(outcome.ok).toBe(false)
    expect(outcome.findings.map((found) => found.code)).toEqual([code])
  }
})

test('exactly as many items and bytes as the limit are fine', () => {
  const record = aCase({ groups: [group('evidence', 'x', 'a', 'b')] })
  expect(
    planBundle(inputOf({ groups: record.groups }, { limits: { ...limits, maxItems: 2, maxBytes: 2 } })).ok,
  ).toBe(true)
})

test('what only deserves a note does not stop the plan', () => {
  const intake = new Map([
    ['a', takenIn('a', 'same')],
    ['b', takenIn('b', 'same')],
  ])
  const outcome = planBundle(inputOf({ groups: [group('evidence', 'x', 'a', 'b')] }, { intake }))
  expect(outcome.ok).toBe(true)
  expect(outcome.findings.map(({ code }) => code)).toEqual(['file.same-content'])
})

test('of a case that is refused, what could be taken in keeps the labels it will have', () => {
  const input = inputOf({
    groups: [
      { name: 'e', set: 'evidence', items: ['a', 'gone', 'c'].map((file) => anItem({ file, purpose: '' })) },
      { name: 'i', set: 'identity', items: [anItem({ file: 'd' })] },
    ],
  })
  const intake = new Map([...input.intake].filter(([path]) => path !== 'gone'))
  expect(planBundle({ ...input, intake }).ok).toBe(false)
  const items = plannedItems({ case: input.case, intake })
  expect(items.map(({ label, number, entry }) => [label, number, entry.file])).toEqual([
    ['A001', 1, 'd'],
    ['E001', 1, 'a'],
    ['E003', 3, 'c'],
  ])
})
