import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  readDateText,
  tidyDateText,
  weeksOf,
} from '../../../src/renderer/components/date-text.ts'

describe('a date as people type it', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['2026.1.2', '2026-01-02'],
    ['2026年11月22日', '2026-11-22'],
    ['2026年1月2', '2026-01-02'],
    ['2026 年 11 月 22 日', '2026-11-22'],
    ['２０２６－１１－２２', '2026-11-22'],
    ['２０２６年１月２日', '2026-01-02'],
    ['2026–11–22', '2026-11-22'],
    ['  2024-02-29 ', '2024-02-29'],
  ])('%s is %s', (typed, date) => {
    expect(readDateText(typed)).toBe(date)
  })

  test.each(['2026-02-29', '2026-13-01', '2026-11', '22-11-2026', '261122', 'tomorrow', '', '2026年'])(
    '%s is no date and stays as it was typed',
    (typed) => {
      expect(readDateText(typed)).toBeUndefined()
      expect(tidyDateText(typed)).toBe(typed)
    },
  )

  test('spaces alone become empty', () => {
    expect(tidyDateText('   ')).toBe('')
  })
})

describe('the calendar', () => {
  test('moves over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  })

  test('never leaves the years that have a date', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addMonths('9999-12-31', 1)).toBe('9999-12-31')
    expect(addMonths('0001-01-01', -1)).toBe('0001-01-01')
  })

  test('shows whole weeks from Monday', () => {
    const weeks = weeksOf({ year: 2026, month: 11 })
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
    expect(weeks[5]?.[0]).toBe('2026-11-30')
    expect(weeks.every((week) => week.length === 7)).toBe(true)
  })
})
