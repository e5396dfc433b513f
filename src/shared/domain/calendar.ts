import type { Holidays } from '../law/holidays.ts'

const dayMs = 86_400_000
const [firstDay, lastDay] = ['0001-01-01', '9999-12-31'] as const

/** The plain date `days` days later, earlier when negative; never outside the years 1 to 9999. */
export function addDays(date: string, days: number): string {
  const moved = instantOf(date) + days * dayMs
  if (moved < instantOf(firstDay)) return firstDay
  if (moved > instantOf(lastDay)) return lastDay
  return new Date(moved).toISOString().slice(0, 10)
}

/** Days from one plain date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / dayMs)
}

/**
 * The last day of a period of months that starts on a plain date (刑诉法解释 202): the same day of the month, the last
 * day where there is none, and from the last day of a month the last day of the other.
 */
export function addMonths(date: string, months: number): string {
  const same = sameDayAfter(date, months)
  return isMonthEnd(date) ? monthEnd(same) : same
}

/**
 * The other reading of a period of months: the same day of the month even from the last day of one, so that 28 February
 * gives 28 March. Never later than `addMonths`.
 */
export function sameDayAfter(date: string, months: number): string {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const target = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
  if (count < 12) return firstDay
  if (count >= 10_000 * 12) return lastDay
  const end = monthEnd(`${target}-01`)
  const wished = `${target}-${String(day).padStart(2, '0')}`
  return wished < end ? wished : end
}

/**
 * Whether a plain date is worked by the official arrangement of its year; undefined for a year without data, weekends
 * included: they may be worked.
 */
export function isWorkday(date: string, holidays: Holidays): boolean | undefined {
  const year = holidays.years.find((one) => date.startsWith(`${one.year}-`))
  if (!year) return undefined
  if (year.worked.includes(date)) return true
  if (year.off.some(({ from, to }) => from <= date && date <= to)) return false
  const weekday = new Date(instantOf(date)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The date itself when it is worked, else the first worked day after it; undefined where data of a year lacks. */
export function nextWorkday(date: string, holidays: Holidays): string | undefined {
  for (let day = date; ; day = addDays(day, 1)) {
    const worked = isWorkday(day, holidays)
    if (worked === undefined) return undefined
    if (worked) return day
  }
}

function isMonthEnd(date: string): boolean {
  return monthEnd(date) === date
}

function monthEnd(date: string): string {
  const [year, month] = date.split('-').map(Number)
  const end = new Date(0)
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  end.setUTCFullYear(year ?? 1, month ?? 1, 0)
  return end.toISOString().slice(0, 10)
}

function instantOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}
