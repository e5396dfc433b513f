import { expect, test } from 'vitest'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import type { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { withKnownDates } from '../../../src/shared/domain/known-dates.ts'
import { aCase, law } from '../../builders/cases.ts'

const good = aCase({
  notice: {
    manner: 'written',
    office: '甲院',
    acceptedOn: '2026-11-01',
    receivedOn: '2026-11-05',
    receiptReturnedOn: '2026-11-06',
  },
  milestones: [{ kind: 'not-prosecuted', on: '2026-11-20' }],
  userDates: [{ kind: 'reply', on: '2026-12-01' }],
  police: { receivedOn: '2026-10-01', dueOn: '2026-10-09', given: [{ what: '说明', on: '2026-10-05' }] },
  submissions: [{ handedOverOn: '2026-11-21', receiptOn: '2026-11-21' }],
})

/** A draft while somebody types: the schema of the stored case would not take it. */
function typing(text: string): CaseRecord {
  return JSON.parse(
    JSON.stringify(good).replaceAll(/"(2026-1[0-2]-\d\d)"/g, JSON.stringify(text)),
  ) as CaseRecord
}

test.each(['2026.11.20', '2026-1', '2026-13-40', '明天'])('a date that reads %s stops no writing', (text) => {
  const facts = boardFactsOf(typing(text), law, '2026-11-22')
  expect(facts.replyDue).toBeUndefined()
  expect(facts.periods).toEqual([])
  expect(facts.submittedOn).toBeUndefined()
  expect(facts.officeReceiptOpen).toBe(true)
  expect(boardFactsOf({ ...typing(text), stage: 'investigation' }, law, '2026-11-22').submittedOn).toBe(
    undefined,
  )
})

test('whole dates stay', () => {
  expect(withKnownDates(good)).toEqual(good)
  expect(boardFactsOf(good, law, '2026-11-22').replyDue).toEqual({ date: '2026-12-01', origin: 'set' })
})
