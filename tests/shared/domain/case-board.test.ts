import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import {
  type BoardRow,
  isUrgent,
  nextActionOf,
  pressingOf,
  sortedByUrgency,
  urgencyOrder,
  viewsOf,
} from '../../../src/shared/domain/case-board.ts'
import { caseReport } from '../../../src/shared/domain/case-report.ts'
import type { Completeness } from '../../../src/shared/domain/case-report.ts'
import { closingTasks } from '../../../src/shared/domain/case-stage.ts'
import { aCase, law } from '../../builders/cases.ts'

const today = '2026-11-22'
const notice = { manner: 'written', office: '示例市人民检察院', receivedOn: '2026-11-10' }
const returned = { ...notice, receiptReturnedOn: '2026-11-11' }
const named = { ...returned, replyDueOn: '2026-11-30' }
const handedOver = (handedOverOn: string, receiptOn = '') => ({ handedOverOn, receiptOn })
const closing = closingTasks.map((task) => ({ task, state: 'done' }))
const lacking: Completeness = { done: 5, of: 9, blocking: ['a', 'b', 'c', 'd'] }
const whole: Completeness = { done: 9, of: 9, blocking: [] }

function row(changes: Record<string, unknown>, completeness = whole, changedOn = today): BoardRow {
  const record = aCase(changes)
  const report = { ...caseReport(record, law, today), completeness }
  const { caseCode, brand = '' } = record
  return { ...boardFactsOf(record, law, today, report), caseCode, brand, office: 'o', changedOn }
}

test('a case whose facts are blank is not ready to be submitted, however few papers it needs', () => {
  const blank = row({ notice: named, suspects: [], crimes: [], rightHolders: [], rights: [] })
  expect(blank.gaps).toBeGreaterThan(0)
  expect(viewsOf(blank, today, 14)).not.toContain('ready-to-submit')
  expect(nextActionOf(blank)).toBe('complete-case')
  const police = row({ stage: 'investigation', notice: named, suspects: [], crimes: [] })
  expect(police.gaps).toBe(0)
})

test('what was handed over before the notice came is no answer to it', () => {
  const early = [handedOver('2026-11-01')]
  expect(row({ notice: named, submissions: early }).submittedOn).toBeUndefined()
  expect(row({ notice: named, submissions: [...early, handedOver('2026-11-25')] }).submittedOn).toBe(
    '2026-11-25',
  )
  // Without a notice any hand-over counts.
  const heard = { ...named, manner: 'news' }
  expect(row({ notice: heard, submissions: early }).submittedOn).toBe('2026-11-01')
})

test('what the board shows of a case', () => {
  const facts = row(
    {
      stage: 'review',
      owner: '李',
      labels: ['急'],
      raid: '仓库',
      notice: named,
      submissions: [handedOver(''), handedOver('2026-11-25', '2026-11-26'), handedOver('2026-11-20')],
      closing: [{ task: 'money', state: 'waived' }],
    },
    lacking,
  )
  expect(facts).toMatchObject({
    stage: 'review',
    owner: '李',
    labels: ['急'],
    raid: '仓库',
    manner: 'written',
    done: 5,
    of: 9,
    blocking: ['a', 'b', 'c'],
    replyDue: { date: '2026-11-30', origin: 'named' },
    submittedOn: '2026-11-20',
    receiptOutstanding: true,
    officeReceiptOpen: false,
    closingOpen: ['indictment', 'judgment', 'samples', 'destruction'],
    periods: [],
  })
})

test('what the police were given counts while they have the case, and not afterwards', () => {
  const police = {
    given: [{ what: '说明', on: '2026-11-09' }, { what: '鉴别', on: '2026-11-07' }, { what: '价格' }],
  }
  const notice = { manner: 'police' }
  expect(row({ stage: 'investigation', notice, police }).submittedOn).toBe('2026-11-07')
  expect(
    row({ stage: 'investigation', notice, police, submissions: [handedOver('2026-11-01')] }).submittedOn,
  ).toBe('2026-11-01')
  expect(row({ notice, police }).submittedOn).toBeUndefined()
})

test('the receipt of service is open while the checklist wants it: not with the police, nor where it was set aside', () => {
  expect(row({ notice }).officeReceiptOpen).toBe(true)
  expect(row({ notice: returned }).officeReceiptOpen).toBe(false)
  expect(row({ notice: { ...notice, office: ' ' } }).officeReceiptOpen).toBe(false)
  expect(row({ notice, stage: 'investigation' }).officeReceiptOpen).toBe(false)
  const checklist = [{ code: 'notice-receipt', status: 'not-applicable', reason: '未附送达回执' }]
  expect(row({ notice, checklist }).officeReceiptOpen).toBe(false)
})

test('the statutory days of every suspect press; those of offices and rights do not', () => {
  const milestones = [
    { kind: 'not-prosecuted', on: '2026-11-17' },
    { kind: 'not-prosecuted', on: '2026-11-19' },
    { kind: 'sent-back', on: '2026-11-01' },
  ]
  expect(
    row({ milestones, rights: [{ kind: 'trademark', name: '甲', validTo: '2026-12-01' }] }).periods,
  ).toEqual([
    { code: 'not-prosecuted.appeal', date: '2026-11-24' },
    { code: 'not-prosecuted.appeal@milestone-1', date: '2026-11-26' },
  ])
})

test.each([
  ['named by the office', { notice: named, userDates: [{ kind: 'reply', on: '2026-11-25' }] }, 'named'],
  [
    'the own day',
    {
      notice: returned,
      userDates: [
        { kind: 'reply', on: '2026-11-25' },
        { kind: 'other', on: '2026-11-01' },
      ],
    },
    'set',
  ],
  [
    'the police, while they have the case',
    { stage: 'investigation', notice: { manner: 'police' }, police: { dueOn: '2026-11-25' } },
    'police',
  ],
  ['not the police afterwards', { notice: returned, police: { dueOn: '2026-11-25' } }, undefined],
  ['nobody', { notice: returned }, undefined],
])('the reply is due by %s', (_, changes, origin) => {
  expect(row(changes).replyDue?.origin).toBe(origin)
})

test.each([
  ['a fresh notice', {}, whole, ['to-answer', 'ready-to-submit', 'no-deadline']],
  ['papers lack', { notice: named }, lacking, ['to-answer', 'waiting-for-papers']],
  ['no checklist yet', { notice: named }, { done: 0, of: 0, blocking: [] }, ['to-answer']],
  [
    'handed over, receipt out',
    { notice: named, submissions: [handedOver('2026-11-20')] },
    whole,
    ['submitted', 'receipt-outstanding'],
  ],
  [
    'handed over, receipt back',
    { notice: named, submissions: [handedOver('2026-11-20', '2026-11-25')] },
    whole,
    ['submitted'],
  ],
  ['decided unanswered', { stage: 'decided', notice: named }, lacking, []],
  ['trial, still unanswered', { stage: 'trial', notice: named }, whole, ['to-answer', 'ready-to-submit']],
  ['closed', { stage: 'decided', notice: named, closing }, whole, ['closed']],
  [
    'one closing task left',
    { stage: 'decided', closing: closing.slice(1), submissions: [handedOver('2026-11-20', '2026-11-25')] },
    whole,
    ['submitted'],
  ],
])('views: %s', (_, changes, completeness, views) => {
  expect(viewsOf(row(changes, completeness), today, 30)).toEqual(views)
})

test('quiet begins after as many days as the person chose', () => {
  const quiet = row({ notice: named }, whole, '2026-11-08')
  expect(viewsOf(quiet, today, 14)).toContain('no-activity')
  expect(viewsOf(quiet, today, 15)).not.toContain('no-activity')
})

test.each([
  ['the receipt of service first', { notice }, lacking, 'return-office-receipt'],
  ['then the day', { notice: returned }, lacking, 'ask-for-day'],
  ['then papers', { notice: named }, lacking, 'gather-papers'],
  ['then hand in', { notice: named }, whole, 'hand-in'],
  ['then the receipt', { submissions: [handedOver('2026-11-20')] }, whole, 'chase-receipt'],
  ['then follow up', { submissions: [handedOver('2026-11-20', '2026-11-25')] }, whole, 'follow-up'],
  ['then the closing', { stage: 'decided' }, whole, 'close-tasks'],
  ['and then the case is closed', { closing }, whole, 'close-case'],
  ['an oral notice has no receipt', { notice: { ...named, manner: 'oral' } }, whole, 'hand-in'],
])('next: %s', (_, changes, completeness, action) => {
  expect(nextActionOf(row(changes, completeness))).toBe(action)
})

describe('urgency', () => {
  const overdue = row({ caseCode: 'A-OVERDUE', notice: { ...named, replyDueOn: '2026-11-01' } })
  const soon = row({ caseCode: 'B-SOON', notice: { ...named, replyDueOn: '2026-11-24' } })
  const appeal = row({
    caseCode: 'C-APPEAL',
    submissions: [handedOver('2026-10-20', '2026-10-21')],
    milestones: [{ kind: 'not-prosecuted', on: '2026-11-18' }],
  })
  const open = row({ caseCode: 'D-OPEN', notice: returned })
  const waiting = row({ caseCode: 'E-WAITING', submissions: [handedOver('2026-11-20')] })
  const rest = row({ caseCode: 'F-REST', submissions: [handedOver('2026-11-20', '2026-11-25')] })
  const closed = row({ caseCode: '0-CLOSED', notice: named, closing })
  const all = [overdue, soon, appeal, open, waiting, rest, closed]

  test('overdue, then by day with statutory periods among them, then without a day, closed last', () => {
    const sorted = [...all].reverse().sort((a, b) => urgencyOrder(a, b, today))
    expect(sorted.map((one) => one.caseCode)).toEqual(all.map((one) => one.caseCode))
    expect(sortedByUrgency([...all].reverse(), today)).toEqual(all)
  })

  test('what presses, and when it stops to', () => {
    expect(pressingOf(overdue, today)).toEqual({ code: 'reply', date: '2026-11-01', days: -21 })
    expect(pressingOf(appeal, today)).toEqual({
      code: 'not-prosecuted.appeal',
      date: '2026-11-25',
      days: 3,
    })
    expect(pressingOf(appeal, '2026-11-25')?.days).toBe(0)
    expect(pressingOf(appeal, '2026-11-26')).toBeUndefined()
    expect(pressingOf(closed, today)).toBeUndefined()
    expect(pressingOf(rest, today)).toBeUndefined()
  })

  test('the badge counts what is near or passed', () => {
    expect(all.filter((one) => isUrgent(one, today, 3)).map((one) => one.caseCode)).toEqual([
      'A-OVERDUE',
      'B-SOON',
      'C-APPEAL',
    ])
    expect(isUrgent(soon, today, 1)).toBe(false)
  })

  test('the order is one: no case before itself, and both ways round agree', () => {
    const any = fc.constantFrom(...all)
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(urgencyOrder(a, b, today))).toBe(-Math.sign(urgencyOrder(b, a, today)) + 0)
        if (urgencyOrder(a, b, today) <= 0 && urgencyOrder(b, c, today) <= 0)
          expect(urgencyOrder(a, c, today)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
