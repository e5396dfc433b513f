import { expect, test } from 'vitest'
import { blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { contradictionsOf } from '../../../src/shared/domain/case-contradictions.ts'
import { gapsOf } from '../../../src/shared/domain/case-gaps.ts'
import { withGroup, withOwnGroup } from '../../../src/shared/domain/own-papers.ts'
import { itemLabels, planBundle, plannedItems } from '../../../src/shared/domain/plan-bundle.ts'
import { wordingFindings } from '../../../src/shared/domain/wording-guard.ts'
import { aCase, anItem, intakeOf, law, limits } from '../../builders/cases.ts'

const evidence = { name: '证据材料', set: 'evidence', items: [anItem()] }
const own = (...items: object[]) => ({ name: '', set: 'own', items })
/** Everything an item can lack or do wrong. */
const bare = { file: 'notice.pdf', name: '鉴定意见', purpose: '我司出具的鉴定意见' }

const planOf = (groups: object[], more = {}) => {
  const record = aCase({ groups })
  const intake = intakeOf(record)
  return planBundle({
    case: record,
    intake,
    createdAt: '2026-11-22T06:00:00Z',
    draft: false,
    limits,
    law,
    ...more,
  })
}

test('the plan of a case with own papers is the plan of the case without them', () => {
  const without = planOf([evidence])
  const withOwn = planOf([evidence, own(bare, { file: 'letter.pdf' })])
  expect(without.ok).toBe(true)
  expect(withOwn).toEqual(without)
})

test('in the middle they change nothing that is printed or packed', () => {
  const second = { name: '损失', set: 'evidence', items: [anItem({ file: 'b.pdf' })] }
  expect(planOf([evidence, own(bare), second])).toEqual(planOf([evidence, second]))
})

test('own papers alone are no bundle, and nothing of them is required', () => {
  expect(gapsOf(aCase({ groups: [own(bare)] })).map(({ subject }) => subject)).toEqual(['groups'])
})

test('they have no labels and are not planned', () => {
  const record = aCase({ groups: [own(bare), evidence] })
  expect([...itemLabels(record.groups).values()]).toEqual(['E001'])
  expect(plannedItems({ case: record, intake: intakeOf(record) }).map(({ label }) => label)).toEqual(['E001'])
})

test('they count for no limit', () => {
  const record = aCase({ groups: [evidence, own(bare)] })
  expect(planOf(record.groups, { limits: { ...limits, maxItems: 1 } }).ok).toBe(true)
})

test('a lost or changed own paper stops nothing, one outside of the folder or listed twice does', () => {
  const codes = (groups: object[], missing = false) => {
    const record = aCase({ groups })
    const intake = missing ? intakeOf(aCase({ groups: [evidence] })) : intakeOf(record)
    return contradictionsOf({ case: record, intake, law }).map(({ code }) => code)
  }
  expect(codes([evidence, own(bare)], true)).toEqual([])
  expect(codes([evidence, own({ ...bare, sha256: '0'.repeat(64) })])).toEqual([])
  expect(codes([evidence, own({ file: '../notice.pdf' })])).toEqual(['file.outside'])
  expect(codes([evidence, own({ file: anItem().file })])).toEqual(['file.twice'])
})

test('the words of the office are not judged', () => {
  expect(wordingFindings(aCase({ groups: [own(bare)] }), law)).toEqual([])
  expect(wordingFindings(aCase({ groups: [{ ...evidence, items: [anItem(bare)] }] }), law)).not.toEqual([])
})

test('the group of own papers is made once and stays behind what is handed in', () => {
  let made = 0
  const newId = () => `new-${(made += 1)}`
  const first = withOwnGroup(blankDraft('A', 'zh', newId), newId)
  const again = withOwnGroup(first.draft, newId)
  expect(again).toEqual(first)
  const added = withGroup(first.draft, { id: 'later', set: 'evidence', name: '损失' })
  expect(added.groups.map(({ set }) => set)).toEqual(['identity', 'evidence', 'evidence', 'own'])
  expect(withGroup(added, { id: 'x', set: 'own', name: '' }).groups.at(-1)?.id).toBe('x')
})
