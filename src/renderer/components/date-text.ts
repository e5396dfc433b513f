import { isCalendarDate } from '../../shared/domain/schema-pieces.ts'

const written = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?$/,
]

/**
 * A date as people type it (`20261122`, `2026/11/22`, `2026年11月22日`, full-width digits too) as `2026-11-22`;
 * undefined when it is no existing day.
 */
export function readDateText(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  for (const pattern of written) {
    const match = pattern.exec(plain)
    if (!match) continue
    const [, year = '', month = '', day = ''] = match
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isCalendarDate(date) ? date : undefined
  }
  return undefined
}

/** What a date field holds after the person left it: the date in one form, or the text as it was typed. */
export function tidyDateText(text: string): string {
  return text.trim() === '' ? '' : (readDateText(text) ?? text)
}

/** Months are 1 to 12. */
export interface Month {
  readonly year: number
  readonly month: number
}

/** `2026-11-22` moved by whole days; stays inside the years 1 to 9999. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  const text = moved.toISOString().slice(0, 10)
  return isCalendarDate(text) ? text : date
}

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  const last = new Date(Date.UTC(target.year, target.month, 0)).getUTCDate()
  const moved = dateOf(target, Math.min(day, last))
  return isCalendarDate(moved) ? moved : date
}

/** The month a date lies in. */
export function monthOf(date: string): Month {
  const [year = 1, month = 1] = date.split('-').map(Number)
  return { year, month }
}

/** Weeks of a month, Monday first; undefined where a week reaches into another month. */
export function weeksOf({ year, month }: Month): readonly (readonly (string | undefined)[])[] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length: Math.ceil((first + count) / 7) * 7 }, (_, i) => {
    const day = i - first + 1
    return day >= 1 && day <= count ? dateOf({ year, month }, day) : undefined
  })
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

function dateOf({ year, month }: Month, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
