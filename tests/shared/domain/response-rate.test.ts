import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import { closingTasks } from '../../../src/shared/domain/case-stage.ts'
import {
  inTimeRate,
  isWithin,
  responseClasses,
  responseOf,
  type ResponseRow,
  responseTable,
} from '../../../src/shared/domain/response-rate.ts'
import { responseCsv } from '../../../src/shared/messages/response-csv.ts'
import { aCase, law } from '../../builders/cases.ts'

const today = '2026-11-22'
const notice = { manner: 'written', office: '甲院', receivedOn: '2026-10-10' }
const named = { ...notice, replyDueOn: '2026-11-01' }
const own = { userDates: [{ kind: 'reply', on: '2026-11-05' }] }
const on = (...days: string[]) => ({ submissions: days.map((handedOverOn) => ({ handedOverOn })) })

function row(changes: Record<string, unknown>): ResponseRow {
  const record = aCase(changes)
  const { brand = '', crimes } = record
  return {
    ...boardFactsOf(record, law, today),
    brand,
    office: record.notice.office,
    crimes,
    receivedOn: record.notice.receivedOn ?? '',
  }
}

test.each([
  ['on the day', { notice: named, ...on('2026-11-01') }, 'in-time'],
  ['a day later', { notice: named, ...on('2026-11-02') }, 'late'],
  ['the first hand-over counts', { notice: named, ...on('2026-11-20', '2026-10-30') }, 'in-time'],
  ['the named day before the own', { notice: named, ...own, ...on('2026-11-04') }, 'late'],
  ['the own day without a named one', { notice, ...own, ...on('2026-11-04') }, 'in-time'],
  ['neither day, handed over', { notice, ...on('2026-11-04') }, 'no-named-day'],
  ['neither day, still open', { notice }, 'no-named-day'],
  ['neither day, on trial', { stage: 'trial', notice }, 'no-reply'],
  ['passed', { notice: named }, 'overdue'],
  ['passed, on trial', { stage: 'trial', notice: named }, 'no-reply'],
  [
    'passed, closed',
    { notice: named, closing: closingTasks.map((task) => ({ task, state: 'waived' })) },
    'no-reply',
  ],
  ['not passed', { notice: { ...notice, replyDueOn: today } }, 'pending'],
  ['handed over tomorrow has not happened', { notice: named, ...on('2026-11-23') }, 'overdue'],
  ['police stage', { stage: 'investigation', notice: named, ...on('2026-11-01') }, undefined],
  ['no notice', { notice: { ...named, manner: 'news' } }, undefined],
  ['oral notice', { notice: { ...named, manner: 'oral' } }, 'overdue'],
])('%s', (_, changes, expected) => {
  expect(responseOf(row(changes), today)).toBe(expected)
})

const rows = [
  row({ brand: '甲', crimes: ['213', '214'], notice: named, ...on('2026-11-01') }),
  row({ brand: '乙', crimes: ['214'], notice: { ...named, receivedOn: '2026-09-30' } }),
  row({ brand: '甲', crimes: [], notice: { ...named, office: '乙院' }, ...on('2026-11-09') }),
  row({ brand: '丙', stage: 'investigation', notice: { manner: 'police' } }),
]

test.each([
  ['month', { '2026-09': 1, '2026-10': 2 }],
  ['brand', { 乙: 1, 甲: 2 }],
  ['office', { 乙院: 1, 甲院: 2 }],
  ['crime', { '': 1, '213': 1, '214': 2 }],
] as const)('counted by %s', (by, expected) => {
  const table = responseTable(rows, by, today)
  expect(Object.fromEntries(table.groups.map(({ key, notified }) => [key, notified]))).toEqual(expected)
  expect(table.total).toMatchObject({ notified: 3, counts: { 'in-time': 1, late: 1, overdue: 1 } })
})

test('the classes of a group add up to its notices, whatever the day', () => {
  fc.assert(
    fc.property(fc.constantFrom('2026-09-01', '2026-10-31', today, '2027-01-01'), (day) => {
      for (const { notified, counts } of responseTable(rows, 'brand', day).groups)
        expect(responseClasses.reduce((sum, one) => sum + counts[one], 0)).toBe(notified)
    }),
  )
})

test('as CSV: a row a group, the total last, nothing a spreadsheet would run', () => {
  const odd = [row({ brand: '=HYPERLINK("x"),甲', notice: named }), ...rows]
  expect(responseCsv(responseTable(odd, 'brand', today), 'brand', 'zh')).toBe(
    [
      '\ufeff品牌,收到告知,按期答复,逾期答复,未定期限,逾期未答复,未答复,期限内待答复,按期率',
      `"'=HYPERLINK(""x""),甲",1,0,0,0,1,0,0,0%`,
      '乙,1,0,0,0,1,0,0,0%',
      '甲,2,1,1,0,0,0,0,50%',
      '合计,4,1,1,0,2,0,0,25%',
      '',
    ].join('\r\n'),
  )
  const named214 = responseCsv(responseTable(rows, 'crime', today), 'crime', 'en', (key) => `art. ${key}`)
  expect(named214).toContain('\r\n(blank),1,')
  expect(named214).toContain('\r\nart. 214,2,')
})

test('the rate leaves out what has no named day or is still within time', () => {
  const counts = { 'in-time': 2, late: 1, 'no-named-day': 5, overdue: 2, 'no-reply': 3, pending: 7 }
  expect(inTimeRate({ counts })).toBe(0.25)
  expect(
    inTimeRate({ counts: { ...counts, 'in-time': 0, late: 0, overdue: 0, 'no-reply': 0 } }),
  ).toBeUndefined()
})

test.each([
  ['2026-10-31', '2026-10', '2026-10', true],
  ['2026-11-01', '2026-10', '2026-10', false],
  ['2026-09-30', '2026-10', '', false],
  ['2026-09-30', '', '2026-10', true],
  ['', '', '', true],
  ['', '2026-10', '', false],
])('%s from %s to %s', (date, from, to, expected) => {
  expect(isWithin(date, { from, to })).toBe(expected)
})
