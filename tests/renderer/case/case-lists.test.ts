import { freeHolderId } from '../../../src/shared/domain/attach-papers.ts'
import { describe, expect, test } from 'vitest'
import {
  addEntry,
  duplicateEntry,
  moveEntry,
  reinsertEntry,
  removeEntry,
} from '../../../src/renderer/features/case/case-lists.ts'
import { assertWellFormedDraft } from '../../../src/shared/domain/case-draft.ts'
import { aDraft } from './a-draft.ts'

const twoHolders = () =>
  aDraft({
    rightHolders: [
      { id: 'a', kind: 'domestic-company', nameZh: '甲' },
      { id: 'b', kind: 'domestic-company', nameZh: '乙' },
    ],
    agents: [{ name: '李某', kind: 'lawyer', actsFor: ['a', 'b'] }],
    rights: [{ kind: 'trademark', name: '示例', registrationNumber: '1', holder: 'a' }],
  })

describe('entries of the lists of a case', () => {
  test.each(['suspects', 'rightHolders', 'agents', 'rights'] as const)(
    'a blank entry of %s is one the register takes',
    (list) => {
      const draft = addEntry(aDraft(), list)
      expect(draft[list]).toHaveLength(aDraft()[list].length + 1)
      expect(() => assertWellFormedDraft(draft)).not.toThrow()
    },
  )

  test('with one right holder a new agent acts for it, and a new right is held by it', () => {
    expect(addEntry(aDraft(), 'agents').agents[0]?.actsFor).toEqual(['holder'])
    expect(addEntry(aDraft(), 'rights').rights[1]?.holder).toBe('holder')
    expect(addEntry(twoHolders(), 'agents').agents[1]?.actsFor).toEqual([])
  })

  test('ids of right holders are never used again, not even those an agent still names', () => {
    const draft = aDraft({ agents: [{ name: '李某', kind: 'lawyer', actsFor: ['holder-1'] }] })
    expect(freeHolderId(draft)).toBe('holder-2')
  })

  test('a copied right holder gets an id of its own', () => {
    const { rightHolders } = duplicateEntry(twoHolders(), 'rightHolders', 0)
    expect(rightHolders.map((holder) => holder.nameZh)).toEqual(['甲', '甲', '乙'])
    expect(new Set(rightHolders.map((holder) => holder.id)).size).toBe(3)
  })

  test('a removed right holder leaves no trace, and comes back with who held it', () => {
    const before = twoHolders()
    const removed = removeEntry(before, 'rightHolders', 0)
    expect(removed.agents[0]?.actsFor).toEqual(['b'])
    expect(removed.rights[0]).not.toHaveProperty('holder')
    const back = reinsertEntry(removed, before, 'rightHolders', 0)
    expect(back.rightHolders).toEqual(before.rightHolders)
    expect(back.agents[0]?.actsFor).toEqual(['b', 'a'])
    expect(back.rights[0]?.holder).toBe('a')
  })

  test('of two right holders with one id, one can go without the other losing its agents', () => {
    const draft = aDraft({
      rightHolders: [
        { id: 'a', kind: 'individual', nameZh: '甲' },
        { id: 'a', kind: 'individual', nameZh: '乙' },
      ],
      agents: [{ name: '李某', kind: 'lawyer', actsFor: ['a'] }],
    })
    expect(removeEntry(draft, 'rightHolders', 1).agents[0]?.actsFor).toEqual(['a'])
  })

  test('entries move by places and stay inside their list', () => {
    const draft = aDraft({ suspects: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] })
    const names = (moved: typeof draft) => moved.suspects.map((suspect) => suspect.name).join('')
    expect(names(moveEntry(draft, 'suspects', 0, 2))).toBe('乙丙甲')
    expect(names(moveEntry(draft, 'suspects', 2, 1))).toBe('甲丙乙')
    expect(names(moveEntry(draft, 'suspects', 0, -1))).toBe('甲乙丙')
    expect(names(moveEntry(draft, 'suspects', 2, 3))).toBe('甲乙丙')
  })

  test('an agent who comes back brings what was said of its papers, and others keep theirs', () => {
    const before = aDraft({
      agents: [
        { name: '李某', kind: 'lawyer', actsFor: [] },
        { name: '王某', kind: 'lawyer', actsFor: [] },
      ],
      checklist: [
        { code: 'power-of-attorney@agent-0', status: 'requested', requestedFrom: '客户' },
        { code: 'power-of-attorney@agent-1', status: 'ready' },
      ],
    })
    const removed = removeEntry(before, 'agents', 0)
    expect(removed.checklist).toEqual([{ code: 'power-of-attorney@agent-0', status: 'ready' }])
    const back = reinsertEntry(removed, before, 'agents', 0)
    expect(new Set(back.checklist)).toEqual(new Set(before.checklist))
  })

  test('a date that comes back brings who wrote it', () => {
    const at = '2026-11-22T06:00:00Z'
    const before = aDraft({
      milestones: [
        { kind: 'indicted', on: '2026-11-01' },
        { kind: 'hearing', on: '2026-12-01' },
      ],
      dateMarks: [
        { path: 'milestones[0].on', by: '甲', at },
        { path: 'milestones[1].on', by: '乙', at },
        { path: 'notice.receivedOn', by: '丙', at },
      ],
    })
    const back = reinsertEntry(removeEntry(before, 'milestones', 1), before, 'milestones', 1)
    expect(new Set(back.dateMarks)).toEqual(new Set(before.dateMarks))
  })

  test('what was said of the papers of a removed holder is not said of the next one', () => {
    const before = aDraft({
      rightHolders: [{ id: 'holder-1', kind: 'domestic-company', nameZh: '甲' }],
      agents: [],
      rights: [],
      checklist: [{ code: 'business-licence@holder-1', status: 'ready' }],
    })
    const next = addEntry(removeEntry(before, 'rightHolders', 0), 'rightHolders')
    expect(next.rightHolders[0]?.id).toBe('holder-2')
  })
})
