import { expect, test } from 'vitest'
import { boardRowOf } from '../../../src/renderer/components/cases/board-row.ts'
import { boardOrder, countViews } from '../../../src/renderer/features/cases/board-views.ts'
import { aSummary } from './a-summary.ts'

const today = '2026-11-29'

test('the sample is in no view but that of all, and stands last whatever its day', () => {
  const sample = boardRowOf(aSummary({ id: 'sample', isSample: true, replyDueOn: '2026-07-08' }))
  const own = boardRowOf(aSummary({ id: 'own', replyDueOn: '2026-12-20' }))
  const { views, counts } = countViews([sample, own], today)
  expect(counts).toMatchObject({ all: 2, 'to-answer': 1 })
  expect(views.get(sample)).toEqual([])
  expect(boardOrder([sample, own], today).map(({ summary }) => summary.id)).toEqual(['own', 'sample'])
})
