import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  isWorkday,
  nextWorkday,
  sameDayAfter,
} from '../../../src/shared/domain/calendar.ts'
import { isCalendarDate } from '../../../src/shared/domain/schema-pieces.ts'
import { law } from '../../builders/cases.ts'

const { holidays } = law
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const dayOf2026 = fc.integer({ min: 0, max: 360 }).map((days) => addDays('2026-01-01', days))

test.each([
  ['2026-11-02', 3, '2026-11-05'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2100-02-28', 1, '2100-03-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['9999-12-31', 1, '9999-12-31'],
  ['0001-01-01', -1, '0001-01-01'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected)
})

/** 解释 202, each clause; the third column the other reading. */
test.each([
  ['the same day of the next month', '2026-11-02', 1, '2026-12-02', '2026-12-02'],
  ['over the year', '2026-12-15', 1, '2027-01-15', '2027-01-15'],
  ['last day to last day', '2026-02-28', 1, '2026-03-31', '2026-03-28'],
  ['last day to last day, 30 days', '2026-04-30', 1, '2026-05-31', '2026-05-30'],
  ['last day of a longer month', '2026-01-31', 1, '2026-02-28', '2026-02-28'],
  ['no such day in the next month', '2026-01-30', 1, '2026-02-28', '2026-02-28'],
  ['no such day, leap year', '2024-01-30', 1, '2024-02-29', '2024-02-29'],
  ['29 February is the last day', '2024-02-29', 1, '2024-03-31', '2024-03-29'],
  ['28 February of a leap year is not', '2024-02-28', 1, '2024-03-28', '2024-03-28'],
  ['2100 is no leap year', '2100-01-31', 1, '2100-02-28', '2100-02-28'],
  ['three years', '2024-02-29', 36, '2027-02-28', '2027-02-28'],
  ['nothing', '2026-05-05', 0, '2026-05-05', '2026-05-05'],
  ['two months', '2026-12-31', 2, '2027-02-28', '2027-02-28'],
])('months: %s', (_, date, months, expected, other) => {
  expect(addMonths(date, months)).toBe(expected)
  expect(sameDayAfter(date, months)).toBe(other)
})

describe('months', () => {
  test('always give a day that exists, in the month they should, never before the other reading', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const end = addMonths(date, months)
        expect(isCalendarDate(end)).toBe(true)
        const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
        expect(count(end) - count(date)).toBe(months)
        expect(sameDayAfter(date, months) <= end).toBe(true)
      }),
    )
  })

  test('keep the day, or end on the last day of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const end = addMonths(date, months)
        const isLast = addDays(end, 1).endsWith('-01')
        expect(isLast || end.slice(8) === date.slice(8)).toBe(true)
        if (addDays(date, 1).endsWith('-01')) expect(isLast).toBe(true)
      }),
    )
  })
})

test('days there and back', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days)
      expect(addDays(addDays(date, days), -days)).toBe(date)
    }),
  )
})

test.each([
  ['2026-02-14', true, 'a Saturday that is worked'],
  ['2026-02-15', false, 'Spring Festival'],
  ['2026-02-23', false, 'its last day, a Monday'],
  ['2026-02-24', true, 'the Tuesday after'],
  ['2026-03-07', false, 'a Saturday'],
  ['2026-09-20', true, 'a Sunday that is worked'],
  ['2026-10-07', false, 'National Day'],
  ['2026-10-08', true, 'the day after'],
  ['2025-10-08', false, 'Mid-Autumn of 2025'],
  ['2027-03-08', undefined, 'a Monday of a year without data'],
  ['2027-03-07', undefined, 'a Sunday of a year without data: it may be worked'],
])('%s is worked: %s (%s)', (date, expected, _) => {
  expect(isWorkday(date, holidays)).toBe(expected)
})

test.each([
  ['2026-10-01', '2026-10-08'],
  ['2026-02-15', '2026-02-24'],
  ['2026-11-28', '2026-11-30'],
  ['2026-11-27', '2026-11-27'],
  ['2025-12-31', '2025-12-31'],
  ['2027-01-02', undefined],
])('the working day from %s is %s', (date, expected) => {
  expect(nextWorkday(date, holidays)).toBe(expected)
})

test('a working day is never moved, a day off always forward to the first working day', () => {
  fc.assert(
    fc.property(dayOf2026, (date) => {
      const next = nextWorkday(date, holidays) ?? ''
      expect(isWorkday(next, holidays)).toBe(true)
      for (let day = date; day < next; day = addDays(day, 1)) expect(isWorkday(day, holidays)).toBe(false)
    }),
  )
})

test('each year with data has the days that the State Council gave, 13 holidays of the law moved to weekdays', () => {
  for (const { year, off, worked } of holidays.years) {
    for (const day of worked) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
    const days = off.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)
    expect([year, days, worked.length]).toEqual(year === 2025 ? [2025, 28, 5] : [2026, 33, 6])
  }
})
