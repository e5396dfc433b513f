import { expect, test } from 'vitest'
import { blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { closingTasks } from '../../../src/shared/domain/case-stage.ts'
import {
  openTasks,
  withoutWaivers,
  withRestWaived,
  withWaiverTakenBack,
} from '../../../src/shared/domain/closing.ts'

const waiver = { on: '2026-11-29', reason: '结案时标记为不需要' }
let ids = 0
const draft = {
  ...blankDraft('A-1', 'zh', () => `id-${(ids += 1)}`),
  closing: [
    { task: 'money' as const, state: 'done' as const, on: '2026-11-29' },
    { task: 'samples' as const, state: 'waived' as const, reason: '无样品' },
  ],
}

test('what is left is waived, and only that is open again when the case is not closed after all', () => {
  const closed = withRestWaived(draft, waiver)
  expect(openTasks(closed)).toEqual([])
  expect(withRestWaived(closed, waiver)).toBe(closed)
  expect(withWaiverTakenBack(closed, waiver)).toEqual(draft)
  expect(withWaiverTakenBack(draft, waiver)).toBe(draft)
  const { closing: _closing, ...blank } = draft
  expect(openTasks(withWaiverTakenBack(withRestWaived(blank, waiver), waiver))).toEqual([...closingTasks])
})

test('a case that is worked on again has its waived tasks open, and those that are done stay so', () => {
  const reopened = withoutWaivers(withRestWaived(draft, waiver))
  expect(reopened.closing).toEqual([{ task: 'money', state: 'done', on: '2026-11-29' }])
  expect(withoutWaivers(reopened)).toBe(reopened)
})
