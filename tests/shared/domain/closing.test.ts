import { expect, test } from 'vitest'
import { blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { closingTasks } from '../../../src/shared/domain/case-stage.ts'
import {
  openTasks,
  waivedFor,
  withEntriesPutBack,
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

test('a case that is worked on again has open what its closing waived; what was written of single tasks stays', () => {
  const reasons = new Set([waiver.reason])
  const closed = withRestWaived(draft, waiver)
  expect(withoutWaivers(closed, reasons)).toEqual(draft)
  expect(withoutWaivers(draft, reasons)).toBe(draft)
  // Put back, but for tasks of which something was said since.
  const waived = waivedFor(closed, reasons)
  expect(waived.map(({ task }) => task)).toEqual(openTasks(draft))
  const since = { ...draft, closing: [...draft.closing, { ...waived[0]!, state: 'done' as const }] }
  const back = withEntriesPutBack(since, waived)
  expect(openTasks(back)).toEqual([])
  expect(back.closing?.find(({ task }) => task === waived[0]?.task)?.state).toBe('done')
  expect(withEntriesPutBack(back, waived)).toBe(back)
})
