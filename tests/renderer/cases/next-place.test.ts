import { expect, test } from 'vitest'
import type { BoardFacts } from '../../../src/shared/domain/board-facts.ts'
import { firstGap } from '../../../src/renderer/components/cases/asked-place.ts'
import { nextPlaceOf } from '../../../src/renderer/components/cases/next-place.ts'

const due = { date: '2026-12-01', origin: 'named' } as const

const facts = (changes: Partial<BoardFacts> = {}): BoardFacts => ({
  stage: 'review',
  owner: '',
  labels: [],
  raid: '',
  manner: 'written',
  done: 0,
  of: 2,
  blocking: [],
  receiptOutstanding: false,
  officeReceiptOpen: false,
  closingOpen: ['judgment'],
  findings: 0,
  gaps: 0,
  periods: [],
  ...changes,
})

test.each([
  [
    'the receipt of the office: its day',
    facts({ officeReceiptOpen: true }),
    'overview',
    'notice.receiptReturnedOn',
  ],
  ['blank facts: the first of them', facts({ gaps: 3 }), 'overview', firstGap],
  ['no day to answer: the day of the notice', facts(), 'overview', 'notice.replyDueOn'],
  ['with the police: theirs', facts({ stage: 'investigation' }), 'overview', 'police.dueOn'],
  [
    'lacking papers: the first',
    facts({ replyDue: due, blocking: ['a@holder-1', 'b'] }),
    'checklist',
    'checklist.a@holder-1',
  ],
  ['all there: the bundle', facts({ replyDue: due }), 'bundle', undefined],
  [
    'handed over: its receipt',
    facts({ submittedOn: '2026-11-20', receiptOutstanding: true }),
    'log',
    'part:submissions',
  ],
  ['then: what is said since', facts({ submittedOn: '2026-11-20' }), 'log', 'part:contacts'],
  [
    'after the judgment: the closing',
    facts({ submittedOn: '2026-11-20', stage: 'decided' }),
    'log',
    'part:closing',
  ],
  ['nothing left: where it is closed', facts({ closingOpen: [] }), 'log', 'part:closing'],
])('the next step of a case leads to its field (%s)', (_name, row, page, place) => {
  expect(nextPlaceOf(row)).toEqual(place === undefined ? { page } : { page, place })
})
