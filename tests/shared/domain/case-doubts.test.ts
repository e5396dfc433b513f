import { expect, test } from 'vitest'
import type { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { aheadFindings, doubtsOf } from '../../../src/shared/domain/case-doubts.ts'
import { aCase } from '../../builders/cases.ts'

/** Not parsed: a draft of the window may hold text that is no date. */
const found = (changes: Partial<CaseRecord>) =>
  doubtsOf({ ...aCase(), ...changes }).map(({ code, subject, facts }) => ({ code, subject, ...facts }))

const notice = { manner: 'written', office: '示例市示例区人民检察院' } as const
const holder = { id: 'holder', kind: 'domestic-company', nameZh: '示例有限公司' } as const

test.each([
  {
    when: 'received before it was issued',
    dates: { issuedOn: '2026-11-20', receivedOn: '2026-11-18' },
    at: 'receivedOn',
  },
  {
    when: 'due before it was received',
    dates: { receivedOn: '2026-11-18', replyDueOn: '2026-11-10' },
    at: 'replyDueOn',
  },
  {
    when: 'due before it was issued, receipt unknown',
    dates: { issuedOn: '2026-11-20', replyDueOn: '2026-11-10' },
    at: 'replyDueOn',
  },
])('a notice $when is noted', ({ dates, at }) => {
  expect(found({ notice: { ...notice, ...dates } })).toMatchObject([
    { code: 'case.dates-reversed', subject: `notice.${at}` },
  ])
})

test('the same day, an unknown day and a day that is none are no doubt', () => {
  for (const dates of [
    { issuedOn: '2026-11-20', receivedOn: '2026-11-20', replyDueOn: '2026-11-20' },
    { issuedOn: '', receivedOn: '2026-11-20' },
    { issuedOn: '2026-13-45', receivedOn: '2026-11-20' },
  ]) {
    expect(found({ notice: { ...notice, ...dates } })).toEqual([])
  }
})

test('an end before its beginning is noted, of an authority and of a right', () => {
  const validity = { validFrom: '2026-11-19', validTo: '2025-11-19' }
  expect(
    found({
      agents: [{ name: '王示范', kind: 'lawyer', actsFor: [], authority: { ...validity, powers: [] } }],
      rights: [{ kind: 'trademark', name: '示例', ...validity }],
    }),
  ).toMatchObject([
    { code: 'case.dates-reversed', subject: 'agents[0].authority.validTo' },
    { code: 'case.dates-reversed', subject: 'rights[0].validTo' },
  ])
})

test.each(['legal＠example.com', 'legal@example', 'legal example.com', '@example.com'])(
  'the address %s is noted',
  (email) => {
    expect(found({ rightHolders: [{ ...holder, email }] })).toEqual([
      { code: 'case.email-doubtful', subject: 'rightHolders[0].email', given: email },
    ])
  },
)

test('a telephone number without digits is noted, a short one of an exchange is not', () => {
  expect(found({ notice: { ...notice, prosecutor: { name: '', phone: '无' } } })).toMatchObject([
    { code: 'case.phone-doubtful', subject: 'notice.prosecutor.phone' },
  ])
  expect(
    found({ rightHolders: [{ ...holder, phone: '１２３４５', email: 'a.b+c@example.com.cn' }] }),
  ).toEqual([])
})

test('a receipt before its hand-over is noted', () => {
  const submissions = [
    { round: 1, handedOverOn: '2026-11-20', manner: 'courier', receiptOn: '2026-11-20' },
    { round: 2, handedOverOn: '2026-12-20', manner: 'courier', receiptOn: '2026-11-01' },
  ] as const
  expect(found({ submissions: [...submissions] })).toMatchObject([
    { code: 'case.dates-reversed', subject: 'submissions[1].receiptOn' },
  ])
})

test('what is said to have happened on a day that has not come is noted; a day that is due is not', () => {
  const record: CaseRecord = {
    ...aCase(),
    notice: { ...notice, issuedOn: '2026-11-30', receivedOn: '2027-05-01', replyDueOn: '2027-06-01' },
    submissions: [{ round: 1, handedOverOn: '2026-12-01', manner: 'courier', receiptOn: '2026-11-30' }],
  }
  expect(aheadFindings(record, '2026-11-30').map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    'case.date-ahead notice.receivedOn',
    'case.date-ahead submissions[0].handedOverOn',
  ])
})
