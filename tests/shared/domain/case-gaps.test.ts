import { expect, test } from 'vitest'
import { gapsOf } from '../../../src/shared/domain/case-gaps.ts'
import { aCase, anItem } from '../../builders/cases.ts'

const gaps = (changes: Record<string, unknown>) => gapsOf(aCase(changes)).map(({ subject }) => subject)
const group = (items: unknown[], set = 'evidence') => ({ groups: [{ name: '证据', set, items }] })
const item = 'groups[0].items[0]'

test.each([
  { when: 'nothing is missing', changes: {}, missing: [] },
  {
    when: 'the office is blank',
    changes: { notice: { manner: 'oral', office: '  ', receivedOn: '2026-11-20' } },
    missing: ['notice.office'],
  },
  {
    when: 'a notice came on an unknown day',
    changes: { notice: { manner: 'public', office: '示例检察院', receivedOn: '' } },
    missing: ['notice.receivedOn'],
  },
  {
    when: 'no notice came, so no day is needed',
    changes: { notice: { manner: 'none', office: '示例检察院' } },
    missing: [],
  },
  { when: 'nobody is suspected', changes: { suspects: [] }, missing: ['suspects'] },
  {
    when: 'one suspect has no name',
    changes: { suspects: [{ name: '某某等' }, { name: '' }] },
    missing: ['suspects[1].name'],
  },
  { when: 'no crime is chosen', changes: { crimes: [] }, missing: ['crimes'] },
  {
    when: 'there is no holder, and nobody to call',
    changes: { rightHolders: [], rights: [{ kind: 'copyright', name: '示例' }] },
    missing: ['rightHolders', 'rightHolders[0].phone'],
  },
  {
    when: 'a holder has an English name only',
    changes: { rightHolders: [{ id: 'holder', kind: 'foreign-company', nameEn: 'Example', email: 'a@b' }] },
    missing: [],
  },
  {
    when: 'a holder has no name',
    changes: { rightHolders: [{ id: 'holder', kind: 'foreign-company', phone: '1' }] },
    missing: ['rightHolders[0].nameZh'],
  },
  {
    when: 'neither agent nor holder can be reached',
    changes: {
      rightHolders: [{ id: 'holder', kind: 'individual', nameZh: '示例' }],
      agents: [{ name: '王示例', kind: 'lawyer' }],
    },
    missing: ['agents[0].phone'],
  },
  {
    when: 'an agent has no name',
    changes: { agents: [{ name: ' ', kind: 'lawyer' }] },
    missing: ['agents[0].name'],
  },
  { when: 'no right is named', changes: { rights: [] }, missing: ['rights'] },
  {
    when: 'a trademark and a patent have no number, a work needs none',
    changes: {
      rights: [
        { kind: 'trademark', name: '' },
        { kind: 'patent', name: '示例' },
        { kind: 'copyright', name: '示例' },
        { kind: 'trade-secret', name: '示例' },
      ],
    },
    missing: ['rights[0].name', 'rights[0].registrationNumber', 'rights[1].registrationNumber'],
  },
  { when: 'there is no item', changes: { groups: [{ name: '证据', set: 'evidence' }] }, missing: ['groups'] },
  {
    when: 'a group has no name',
    changes: { groups: [{ set: 'evidence', items: [anItem()] }] },
    missing: ['groups[0].name'],
  },
  {
    when: 'an evidence item is blank',
    changes: group([{ file: 'a' }]),
    missing: ['name', 'form', 'kind', 'source', 'purpose'].map((key) => `${item}.${key}`),
  },
  {
    when: 'an identity paper is blank: it needs no kind, source or purpose',
    changes: group([{ file: 'a' }], 'identity'),
    missing: [`${item}.name`, `${item}.form`],
  },
  {
    when: 'electronic data was collected by nobody',
    changes: group([anItem({ form: 'electronic', collected: { at: '2026-11-22' } })]),
    missing: [`${item}.collected`],
  },
  {
    when: 'electronic data was collected by somebody, some time',
    changes: group([anItem({ form: 'electronic', collected: { by: '示例', at: '2026-11-22' } })]),
    missing: [],
  },
])('$when', ({ changes, missing }) => {
  expect(gaps(changes)).toEqual(missing)
})

test('every gap is a required field', () => {
  const found = gapsOf(aCase({ suspects: [], crimes: [], rights: [] }))
  expect(new Set(found.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
    new Set(['field.required error']),
  )
})
