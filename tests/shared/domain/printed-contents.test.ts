import { expect, test } from 'vitest'
import { printedContents } from '../../../src/shared/domain/printed-contents.ts'
import { aCase, anItem } from '../../builders/cases.ts'
import { planOf } from '../../builders/a-plan.ts'

const group = (changes: Record<string, unknown> = {}) => [
  { name: '侵权事实', set: 'evidence', items: [anItem(changes)] },
]
const agents = [{ name: '王示范', kind: 'lawyer' }]
const contents = (changes: Record<string, unknown> = {}) =>
  printedContents(planOf(aCase({ groups: group(), agents, ...changes }), true))

test.each<[string, Record<string, unknown>]>([
  ['who looks after it', { owner: '李' }],
  ['a hand-over that was noted', { submissions: [{ handedOverOn: '2026-11-23', remarks: '已递交' }] }],
  ['an entry of the checklist', { checklist: [{ code: 'business-licence@holder-1', status: 'ready' }] }],
  [
    'the days of a power of attorney',
    { agents: [{ name: '王示范', kind: 'lawyer', authority: { validTo: '2027-01-01' } }] },
  ],
  ['an own paper', { groups: [...group(), { name: '往来', set: 'own', items: [] }] }],
])('what a case keeps for itself does not make a bundle outdated: %s', (_, changes) => {
  expect(contents(changes)).toBe(contents())
})

test.each<[string, Record<string, unknown>]>([
  ['the office', { notice: { office: '示例县人民检察院', manner: 'written' } }],
  ['the round', { round: 2 }],
  ['a suspect', { suspects: [{ name: '王某' }] }],
  ['what an item proves', { groups: group({ purpose: '另一证明内容' }) }],
  ['the name of a group', { groups: [{ ...group()[0], name: '损失' }] }],
])('what papers print makes it outdated: %s', (_, changes) => {
  expect(contents(changes)).not.toBe(contents())
})

test('neither the moment nor the mark of a draft counts', () => {
  const plan = planOf(aCase({ groups: group() }), true)
  const later = { ...plan, createdAt: '2027-01-01T00:00:00Z', draft: false }
  expect(printedContents(later)).toBe(printedContents(plan))
})
