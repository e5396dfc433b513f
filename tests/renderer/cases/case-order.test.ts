import { describe, expect, test } from 'vitest'
import { buildCommand } from '../../../src/renderer/components/cases/build-command.ts'
import { urgencyOf } from '../../../src/renderer/components/cases/reply-due.ts'
import {
  caseOfSameCode,
  freeCaseCode,
  nextCaseCode,
} from '../../../src/renderer/components/cases/case-codes.ts'
import { byReplyDue, countStates, suspectsOf } from '../../../src/renderer/features/cases/case-order.ts'
import { aSummary } from './a-summary.ts'

describe('the list of cases', () => {
  test('begins with the earliest reply; no day, or none yet, comes last, what was changed last first', () => {
    const cases = [
      aSummary({ id: 'none', changedAt: '2026-11-20T00:00:00Z' }),
      aSummary({ id: 'typing', replyDueOn: '2026-1', changedAt: '2026-11-21T00:00:00Z' }),
      aSummary({ id: 'later', replyDueOn: '2026-12-01' }),
      aSummary({ id: 'overdue', replyDueOn: '2026-11-01' }),
    ]
    expect(cases.sort(byReplyDue).map((row) => row.id)).toEqual(['overdue', 'later', 'typing', 'none'])
  })

  test('counts states', () => {
    const cases = [aSummary(), aSummary({ state: 'closed' }), aSummary({ state: 'trashed' }), aSummary()]
    expect(countStates(cases)).toEqual({ open: 2, closed: 1, trashed: 1 })
  })

  test('names the first suspect and how many there are beside', () => {
    expect(suspectsOf(aSummary({ suspects: ['', '张某', '李某', ' '] }))).toEqual({ first: '张某', more: 1 })
    expect(suspectsOf(aSummary())).toEqual({ first: '', more: 0 })
  })

  test('a new case gets a code of the day that nobody uses', () => {
    const cases = [aSummary({ caseCode: 'CASE-20261122-1' }), aSummary({ caseCode: 'CASE-20261122-7' })]
    expect(freeCaseCode([], '2026-11-22')).toBe('CASE-20261122-1')
    expect(freeCaseCode(cases, '2026-11-22')).toBe('CASE-20261122-8')
    expect(freeCaseCode(cases, '2026-11-23')).toBe('CASE-20261123-1')
    expect(
      freeCaseCode([aSummary({ caseCode: 'CASE-20261122-999' })], '2026-11-22').length,
    ).toBeLessThanOrEqual(20)
  })
})

test('a new case gets a code nobody uses also where the page has not read the cases yet', async () => {
  const cases = { summaries: () => Promise.resolve([aSummary({ caseCode: 'CASE-20261122-1' })]) }
  expect(await nextCaseCode(cases, '2026-11-22')).toBe('CASE-20261122-2')
})

test('another case with the same code is found, whatever its letters, but not in the trash', () => {
  const own = { id: 'own', caseCode: 'BF-1' }
  const cases = [aSummary(own), aSummary({ id: 'gone', caseCode: 'BF-1', state: 'trashed' })]
  expect(caseOfSameCode(cases, own)).toBeUndefined()
  expect(caseOfSameCode([...cases, aSummary({ id: 'b', caseCode: 'bf-1' })], own)?.id).toBe('b')
  expect(caseOfSameCode([aSummary({ caseCode: '' })], { id: 'own', caseCode: '' })).toBeUndefined()
})

describe('how near a reply is', () => {
  test.each([
    ['2026-11-21', 'overdue'],
    ['2026-11-22', 'soon'],
    ['2026-11-25', 'soon'],
    ['2026-11-26', 'near'],
    ['2026-12-02', 'near'],
    ['2026-12-03', 'later'],
    ['2026-11', 'none'],
    ['', 'none'],
  ])('%s is %s', (due, urgency) => {
    expect(urgencyOf(due, '2026-11-22')).toBe(urgency)
  })
})

describe('the command for a saved folder', () => {
  test('quotes any name, and makes a draft of what has gaps', () => {
    expect(buildCommand('EX-1_示例 品牌', false)).toBe(
      'npm run -s dossier -- build "EX-1_示例 品牌" --out "EX-1_示例 品牌-out"',
    )
    expect(buildCommand('a"$(b)`', true)).toBe(
      'npm run -s dossier -- build "a\\"\\$(b)\\`" --out "a\\"\\$(b)\\`-out" --draft',
    )
  })
})
