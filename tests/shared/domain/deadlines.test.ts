import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar.ts'
import { milestoneKinds } from '../../../src/shared/domain/case-stage.ts'
import { type Deadline, deadlinesOf } from '../../../src/shared/domain/deadlines.ts'
import { law, aCase } from '../../builders/cases.ts'

const notice = { manner: 'written', office: '示例市人民检察院', receivedOn: '2026-11-10' }
const accepted = { ...notice, acceptedOn: '2026-11-02', issuedOn: '2026-11-05' }
const on = (kind: string, day = '') => ({ kind, on: day })

/** A day as the tables write it: `2026-11-05`, `2026-11-05…`, `…2026-11-05`, `?`. */
function shown({ date, bounds }: Deadline): string {
  if (date !== undefined) return date
  const { earliest = '', latest = '' } = bounds ?? {}
  return earliest + latest === '' ? '?' : `${earliest}…${latest}`
}

function daysOf(changes: Record<string, unknown>): Record<string, string> {
  const found = deadlinesOf(aCase(changes), law)
  return Object.fromEntries(found.map((one) => [one.code, shown(one)]))
}

const of = (changes: Record<string, unknown>, code: string) =>
  deadlinesOf(aCase(changes), law).find((one) => one.code === code)

const trademark = { kind: 'trademark', name: '甲' }
const review = {
  'review.fast-track': '2026-11-12',
  'review.fast-track-long': '2026-11-17',
  'review.month': '2026-12-02',
  'review.extended': '2026-12-17',
}
const limitation = { 'limitation.trademark': '…2029-11-10' }
const told = { 'notice.agent': '2026-11-05', 'notice.rights': '2026-11-12' }

interface Situation {
  readonly what: string
  readonly source: string
  readonly changes: Record<string, unknown>
  readonly days: Record<string, string>
}

const situations: Situation[] = [
  {
    what: 'acceptance known',
    source: '刑诉法 46、172；检规 351',
    changes: { notice: accepted },
    days: { ...told, ...review, ...limitation },
  },
  {
    what: 'acceptance unknown: bounds from the day of the notice less ten',
    source: 'domain 6',
    changes: { notice: { ...notice, issuedOn: '2026-11-05' } },
    days: {
      'review.fast-track': '2026-11-05…',
      'review.fast-track-long': '2026-11-10…',
      'review.month': '2026-11-26…',
      'review.extended': '2026-12-11…',
      ...limitation,
    },
  },
  {
    what: 'only the day of receipt known',
    source: 'domain 6',
    changes: { notice },
    days: {
      'review.fast-track': '2026-11-10…',
      'review.fast-track-long': '2026-11-15…',
      'review.month': '2026-11-30…',
      'review.extended': '2026-12-15…',
      ...limitation,
    },
  },
  {
    what: 'no notice and no day at all',
    source: 'domain 11.1',
    changes: { notice: { manner: 'none' } },
    days: {},
  },
  {
    what: 'a patent and a secret, learned from the platform',
    source: '专利法 74',
    changes: {
      notice: { manner: 'platform', receivedOn: '2026-11-10' },
      rights: [
        { kind: 'patent', name: '乙' },
        { kind: 'trade-secret', name: '丙' },
      ],
    },
    days: { 'limitation.patent': '…2029-11-10' },
  },
  {
    what: 'learned from the news: no ten-day rule',
    source: 'domain 6',
    changes: { notice: { manner: 'news', receivedOn: '2026-11-10' } },
    days: { ...limitation },
  },
  {
    what: 'compensation claimed: no fast track, the incidental action appears',
    source: '刑诉法 223(五)；解释 184、198',
    changes: { notice: accepted, claims: ['compensation'] },
    days: {
      ...told,
      'review.month': '2026-12-02',
      'review.extended': '2026-12-17',
      ...limitation,
      'incidental.complaint': '?',
    },
  },
  {
    what: 'sent back: the review rests, the police have a month',
    source: '刑诉法 175(3)',
    changes: { notice: accepted, milestones: [on('sent-back', '2026-11-30')] },
    days: { ...told, 'supplement.investigation': '2026-12-31', ...limitation },
  },
  {
    what: 'sent back on a day not entered',
    source: '刑诉法 175(3)',
    changes: { notice: accepted, milestones: [on('sent-back')] },
    days: { ...told, 'supplement.investigation': '?', ...limitation },
  },
  {
    what: 'accepted again: the review starts anew',
    source: '刑诉法 175(3)；检规 346',
    changes: {
      notice: accepted,
      milestones: [on('sent-back', '2026-11-30'), on('accepted-again', '2026-12-20')],
    },
    days: {
      ...told,
      'review.fast-track': '2026-12-30',
      'review.fast-track-long': '2027-01-04',
      'review.month': '2027-01-20',
      'review.extended': '2027-02-04',
      'supplement.investigation': '2026-12-31',
      ...limitation,
    },
  },
  {
    what: 'accepted again on a day not entered: earliest only',
    source: '刑诉法 175(3)',
    changes: { notice: accepted, milestones: [on('sent-back', '2026-11-20'), on('accepted-again')] },
    days: {
      ...told,
      'review.fast-track': '2026-11-30…',
      'review.fast-track-long': '2026-12-05…',
      'review.month': '2026-12-20…',
      'review.extended': '2027-01-04…',
      'supplement.investigation': '2026-12-20',
      ...limitation,
    },
  },
  {
    what: 'jurisdiction changed',
    source: '刑诉法 172(2)',
    changes: { notice: accepted, milestones: [on('jurisdiction-changed', '2026-11-16')] },
    days: {
      ...told,
      'review.fast-track': '2026-11-26',
      'review.fast-track-long': '2026-12-01',
      'review.month': '2026-12-16',
      'review.extended': '2026-12-31',
      ...limitation,
    },
  },
  {
    what: 'indicted: the review is over',
    source: '刑诉法 172',
    changes: { notice: accepted, milestones: [on('indicted', '2026-11-20')] },
    days: { ...told, ...limitation },
  },
  {
    what: 'non-prosecution: seven days, a Sunday moves to Monday',
    source: '刑诉法 180、105',
    changes: { notice: accepted, milestones: [on('not-prosecuted', '2026-11-22')] },
    days: { ...told, 'not-prosecuted.appeal': '2026-11-30', ...limitation },
  },
  {
    what: 'non-prosecution of two suspects: a period each',
    source: '刑诉法 180',
    changes: {
      notice: accepted,
      milestones: [on('not-prosecuted', '2026-11-17'), on('not-prosecuted', '2026-11-19')],
    },
    days: {
      ...told,
      'not-prosecuted.appeal': '2026-11-24',
      'not-prosecuted.appeal@milestone-1': '2026-11-26',
      ...limitation,
    },
  },
  {
    what: 'non-prosecution received on a day not entered',
    source: '刑诉法 180',
    changes: { notice: accepted, milestones: [on('not-prosecuted')] },
    days: { ...told, 'not-prosecuted.appeal': '?', ...limitation },
  },
  {
    what: 'over National Day',
    source: '刑诉法 180、105',
    changes: { notice: { manner: 'none' }, milestones: [on('not-prosecuted', '2026-09-25')] },
    days: { 'not-prosecuted.appeal': '2026-10-08' },
  },
  {
    what: 'a Saturday that is worked stays',
    source: '刑诉法 105；2026 放假安排',
    changes: { notice: { manner: 'none' }, milestones: [on('not-prosecuted', '2026-10-03')] },
    days: { 'not-prosecuted.appeal': '2026-10-10' },
  },
  {
    what: 'a year without holiday data moves nothing',
    source: 'brief',
    changes: { notice: { manner: 'none' }, milestones: [on('not-prosecuted', '2027-02-27')] },
    days: { 'not-prosecuted.appeal': '2027-03-06' },
  },
  {
    what: 'judgment received: five days, Spring Festival moves it',
    source: '刑诉法 229、105',
    changes: {
      stage: 'trial',
      notice: { manner: 'none' },
      milestones: [on('judgment-received', '2026-02-12')],
    },
    days: { 'judgment.protest-request': '2026-02-24' },
  },
  {
    what: 'court accepted: two, at the latest three months',
    source: '刑诉法 208',
    changes: {
      stage: 'trial',
      notice: { manner: 'none' },
      milestones: [on('court-accepted', '2026-11-30')],
    },
    days: { 'trial.judgment': '2027-01-31', 'trial.judgment-latest': '2027-02-28' },
  },
  {
    what: 'court accepted with an incidental action and a hearing',
    source: '刑诉法 208；解释 184、198',
    changes: {
      stage: 'trial',
      notice: { manner: 'none' },
      claims: ['compensation'],
      milestones: [on('court-accepted', '2026-03-10'), on('hearing', '2026-04-21')],
    },
    days: {
      hearing: '2026-04-21',
      'incidental.complaint': '2026-04-21…',
      'trial.judgment': '2026-05-10',
      'trial.judgment-latest': '2026-06-10',
      'trial.incidental': '2026-09-10',
    },
  },
  {
    what: 'preservation before action: fifteen days from acceptance by the court',
    source: '解释 189(2)',
    changes: {
      stage: 'trial',
      notice: { manner: 'none' },
      milestones: [on('asset-preservation', '2026-11-02'), on('court-accepted', '2026-11-05')],
    },
    days: {
      'preservation.complaint': '2026-11-20',
      'trial.judgment': '2027-01-05',
      'trial.judgment-latest': '2027-02-05',
    },
  },
  {
    what: 'preservation claimed, the last day in Spring Festival',
    source: '解释 189(2)；刑诉法 105',
    changes: {
      stage: 'trial',
      notice: { manner: 'none' },
      claims: ['asset-preservation'],
      milestones: [on('court-accepted', '2026-02-02')],
    },
    days: {
      'preservation.complaint': '2026-02-24',
      'trial.judgment': '2026-04-02',
      'trial.judgment-latest': '2026-05-02',
    },
  },
  {
    what: 'preservation claimed, judgment received: over',
    source: '解释 189(2)；刑诉法 229',
    changes: {
      stage: 'decided',
      notice: { manner: 'none' },
      claims: ['asset-preservation'],
      milestones: [on('court-accepted', '2026-02-02'), on('judgment-received', '2026-04-01')],
    },
    days: { 'judgment.protest-request': '2026-04-07' },
  },
  {
    what: 'judgment of two defendants, one day not entered',
    source: '刑诉法 229',
    changes: {
      stage: 'decided',
      notice: { manner: 'none' },
      milestones: [on('judgment-received', '2026-11-02'), on('judgment-received')],
    },
    days: { 'judgment.protest-request': '2026-11-09', 'judgment.protest-request@milestone-1': '?' },
  },
  {
    what: 'judgment effective: nothing left to ask for but what was received',
    source: '刑诉法 208',
    changes: {
      stage: 'decided',
      notice: { manner: 'none' },
      milestones: [on('court-accepted', '2026-02-02'), on('judgment-effective', '2026-04-20')],
    },
    days: {},
  },
  {
    what: 'accepted on 29 February of a leap year',
    source: '解释 202',
    changes: { notice: { manner: 'oral', acceptedOn: '2024-02-29' }, claims: ['forgiveness'] },
    days: {
      'notice.agent': '2024-03-03',
      'notice.rights': '2024-03-10',
      'review.fast-track': '2024-03-10',
      'review.fast-track-long': '2024-03-15',
      'review.month': '2024-03-31',
      'review.extended': '2024-04-15',
    },
  },
  {
    what: 'accepted on 30 January: no such day in February',
    source: '解释 202',
    changes: { notice: { manner: 'telephone', acceptedOn: '2026-01-30' }, claims: ['compensation'] },
    days: {
      'notice.agent': '2026-02-02',
      'notice.rights': '2026-02-09',
      'review.month': '2026-02-28',
      'review.extended': '2026-03-15',
      'incidental.complaint': '?',
    },
  },
  {
    what: 'a public notice, acceptance not known, bound from the last day of March',
    source: 'domain 6；解释 202',
    changes: { notice: { manner: 'public', issuedOn: '2026-04-10' }, claims: ['compensation'] },
    days: {
      'review.month': '2026-04-30…',
      'review.extended': '2026-05-15…',
      'incidental.complaint': '?',
      'limitation.trademark': '…2029-04-10',
    },
  },
  {
    what: 'sent back twice, accepted again once: the review rests',
    source: '刑诉法 175(3)',
    changes: {
      notice: { manner: 'none', acceptedOn: '2026-06-01' },
      milestones: [
        on('sent-back', '2026-06-30'),
        on('accepted-again', '2026-07-30'),
        on('sent-back', '2026-08-31'),
      ],
    },
    days: {
      'notice.agent': '2026-06-04',
      'notice.rights': '2026-06-11',
      'supplement.investigation': '2026-09-30',
    },
  },
  {
    what: 'accepted again although the first day is not known',
    source: '刑诉法 175(3)',
    changes: {
      notice: { ...notice, issuedOn: '2026-11-05' },
      claims: ['compensation'],
      milestones: [on('sent-back', '2026-11-16'), on('accepted-again', '2026-11-24')],
    },
    days: {
      'review.month': '2026-12-24',
      'review.extended': '2027-01-08',
      'supplement.investigation': '2026-12-16',
      'incidental.complaint': '?',
      ...limitation,
    },
  },
  {
    what: 'jurisdiction changed on a day not entered, nothing else known',
    source: '刑诉法 172(2)',
    changes: {
      notice: { manner: 'none' },
      claims: ['compensation'],
      milestones: [on('jurisdiction-changed')],
    },
    days: { 'review.month': '?', 'review.extended': '?', 'incidental.complaint': '?' },
  },
  {
    what: 'converted from the police stage: the earlier day of learning counts',
    source: '商标民事解释 18；domain 11.2',
    changes: {
      notice: { ...notice, issuedOn: '2026-11-05', replyDueOn: '2026-11-20' },
      claims: ['compensation'],
      police: { receivedOn: '2026-08-05', dueOn: '2026-08-08' },
    },
    days: {
      'police.reply': '2026-08-08',
      'notice.reply': '2026-11-20',
      'review.month': '2026-11-26…',
      'review.extended': '2026-12-11…',
      'limitation.trademark': '…2029-08-05',
      'incidental.complaint': '?',
    },
  },
  {
    what: 'two hearings',
    source: 'named by the court',
    changes: {
      stage: 'trial',
      notice: { manner: 'none' },
      milestones: [on('hearing', '2026-04-21'), on('hearing', '2026-05-02'), on('hearing')],
    },
    days: { hearing: '2026-04-21', 'hearing@milestone-1': '2026-05-02' },
  },
  {
    what: 'preservation before action, court not yet',
    source: '解释 189(2)',
    changes: { notice: { manner: 'none' }, milestones: [on('asset-preservation', '2026-11-02')] },
    days: { 'preservation.complaint': '?' },
  },
  {
    what: 'arrest requested during the investigation',
    source: '检规 282',
    changes: {
      stage: 'investigation',
      notice: { manner: 'none' },
      milestones: [on('arrest-requested', '2026-11-02')],
    },
    days: {
      'arrest.detained': '2026-11-09',
      'arrest.not-detained': '2026-11-17',
      'arrest.complex': '2026-11-22',
    },
  },
  {
    what: 'police stage: their day, and no review',
    source: 'domain 11.2',
    changes: {
      stage: 'investigation',
      notice: { manner: 'police' },
      police: { receivedOn: '2026-08-05', dueOn: '2026-08-08' },
    },
    days: { 'police.reply': '2026-08-08', 'limitation.trademark': '…2029-08-05' },
  },
  {
    what: 'a day named by the office on a holiday stays, own days stay',
    source: 'domain 11.1(10)',
    changes: {
      notice: { manner: 'none', replyDueOn: '2026-10-03' },
      userDates: [on('reply', '2026-10-04'), { kind: 'other', title: '约谈', on: '2026-10-05' }, on('other')],
    },
    days: { 'notice.reply': '2026-10-03', 'user.0': '2026-10-04', 'user.1': '2026-10-05' },
  },
  {
    what: 'a trademark that ends under the law of 2019',
    source: '商标法 39、40',
    changes: {
      notice: { manner: 'none' },
      rights: [{ kind: 'trademark', name: '甲', validTo: '2026-08-31' }],
    },
    days: { 'right.trademark-renewal@right-0': '2026-08-31', 'right.trademark-grace@right-0': '2027-02-28' },
  },
  {
    what: 'one that ends under the revision, other rights, and authorities',
    source: 'domain 6',
    changes: {
      notice: { manner: 'none' },
      rights: [
        { kind: 'trademark', name: '甲', validTo: '2027-01-01' },
        { kind: 'patent', name: '乙', validTo: '2030-05-05' },
        { kind: 'copyright', name: '丙', validTo: '2050-12-31' },
        { kind: 'trade-secret', name: '丁', validTo: '2030-01-01' },
      ],
      agents: [{ name: '王', kind: 'lawyer', authority: { validTo: '2026-12-31' } }],
      authority: [{ grantee: '某所', validTo: '2027-06-30' }],
    },
    days: {
      'right.trademark-renewal@right-0': '2027-01-01',
      'right.trademark-grace@right-0': '2027-07-01',
      'right.patent-ends@right-1': '2030-05-05',
      'right.copyright-ends@right-2': '2050-12-31',
      'authority.ends@agent-0': '2026-12-31',
      'authority.ends@link-0': '2027-06-30',
    },
  },
]

test.each(situations)('$what ($source)', ({ changes, days }) => {
  expect(daysOf({ rights: [trademark], ...changes })).toEqual(days)
})

describe('what a day says of itself', () => {
  test('who entered it and when, the newest mark', () => {
    const dateMarks = [
      { path: 'notice.replyDueOn', by: '甲', at: '2026-11-13T02:00:00Z' },
      { path: 'notice.replyDueOn', by: '乙', at: '2026-11-14T02:00:00Z' },
      { path: 'notice.receivedOn', by: '丙', at: '2026-11-15T02:00:00Z' },
    ]
    const found = of({ notice: { ...notice, replyDueOn: '2026-11-30' }, dateMarks }, 'notice.reply')
    expect(found).toMatchObject({ origin: 'named', path: 'notice.replyDueOn', by: '乙' })
    expect(found?.at).toBe('2026-11-14T02:00:00Z')
  })

  test('late but still useful, with its article', () => {
    const found = of({ notice: { ...notice, replyDueOn: '2026-11-30' } }, 'notice.reply')
    expect(found?.afterwards?.zh).toContain('刑诉规则第340条')
    expect(found?.afterwards?.en).toMatch(/^Late but still useful/)
    expect(found?.note?.zh).toContain('不顺延')
  })

  test('a bound says why, and how many days the reported rule has', () => {
    const found = of({ notice: { ...notice, issuedOn: '2026-11-05' } }, 'review.month')
    expect(found?.note?.zh).toContain('受理日未知')
    expect(found?.note?.zh).toContain('10日内')
    // The day to be filled in, not the one it is bounded by.
    expect(found?.path).toBe('notice.acceptedOn')
    expect(of({ notice }, 'review.month')?.note?.en).toContain('date of the notice is not known')
  })

  test('the earlier reading of a month from its last day', () => {
    const found = of({ notice: { ...notice, acceptedOn: '2026-02-28' } }, 'review.month')
    expect(found?.date).toBe('2026-03-31')
    expect(found?.note?.zh).toContain('2026-03-28')
    expect(of({ notice: accepted }, 'review.month')?.note?.zh).not.toContain('另一种算法')
  })

  test('that it was moved, or that the year has no data', () => {
    const moved = of({ milestones: [on('not-prosecuted', '2026-11-22')] }, 'not-prosecuted.appeal')
    expect(moved?.note?.zh).toContain('2026-11-29为节假日')
    const unknown = of({ milestones: [on('not-prosecuted', '2027-02-27')] }, 'not-prosecuted.appeal')
    expect(unknown?.note?.zh).toContain('没有2027年的节假日数据')
  })

  test('what only the press reports is marked so', () => {
    expect(of({ notice: accepted }, 'notice.rights')?.source?.confidence).toBe('secondary')
    expect(of({ notice: accepted }, 'review.month')?.source?.confidence).toBe('confirmed')
  })
})

const anyDay = fc
  .date({ min: new Date('2019-12-30'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const milestones = fc.array(
  fc.record({ kind: fc.constantFrom(...milestoneKinds), on: fc.oneof(fc.constant(''), anyDay) }),
  { maxLength: 5 },
)

describe('properties', () => {
  test('a named day is never changed', () => {
    fc.assert(
      fc.property(anyDay, milestones, (replyDueOn, steps) => {
        const found = of({ notice: { ...notice, replyDueOn }, milestones: steps }, 'notice.reply')
        expect(found?.date).toBe(replyDueOn)
      }),
    )
  })

  test('without a day of acceptance or restart no day of the review is given, only bounds', () => {
    fc.assert(
      fc.property(anyDay, fc.option(anyDay), (receivedOn, issued) => {
        const issuedOn = issued ?? ''
        const found = deadlinesOf(aCase({ notice: { ...notice, receivedOn, issuedOn } }), law)
        const days = found.filter(({ code }) => code.startsWith('review.') || code.startsWith('notice.'))
        expect(days.length).toBe(4)
        for (const { date, bounds } of days) {
          expect(date).toBeUndefined()
          expect(bounds?.latest).toBeUndefined()
          expect(bounds?.earliest).toBeDefined()
        }
      }),
    )
  })

  test('the bound is never later than the day once acceptance is known, if the ten-day rule was kept', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 10 }), (acceptedOn, days) => {
        const told = { ...notice, issuedOn: addDays(acceptedOn, days), receivedOn: addDays(acceptedOn, days) }
        for (const code of ['review.fast-track', 'review.month', 'review.extended']) {
          const bound = of({ notice: told }, code)?.bounds?.earliest ?? '9999'
          expect(bound <= (of({ notice: { ...told, acceptedOn } }, code)?.date ?? '')).toBe(true)
        }
      }),
    )
  })

  test('the first day is not counted: seven days end on the same weekday unless moved, never earlier', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { date = '' } = of({ milestones: [on('not-prosecuted', day)] }, 'not-prosecuted.appeal') ?? {}
        expect(date >= addDays(day, 7)).toBe(true)
        expect(date <= addDays(day, 7 + 9)).toBe(true)
      }),
    )
  })

  test('whatever the case, each has a day or bounds, one code, and the list is in order', () => {
    fc.assert(
      fc.property(milestones, fc.boolean(), (steps, claimed) => {
        const found = deadlinesOf(
          aCase({ milestones: steps, ...(claimed ? { claims: ['compensation'] } : {}) }),
          law,
        )
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length)
        for (const one of found) expect((one.date === undefined) !== (one.bounds === undefined)).toBe(true)
        const keys = found.map(({ date, bounds }) => date ?? bounds?.earliest ?? bounds?.latest ?? '9999')
        expect(keys).toEqual([...keys].sort())
      }),
    )
  })
})
