import { type Finding, type FindingCode, finding } from '../contract/finding.ts'
import { Holidays } from '../law/holidays.ts'
import { pathText } from './read-case.ts'

export type ReadHolidays =
  | { readonly ok: true; readonly holidays: Holidays }
  | { readonly ok: false; readonly findings: readonly Finding[] }

const ownRules: Readonly<Record<string, FindingCode>> = {
  'year-twice': 'holidays.year-twice',
  'other-year': 'holidays.other-year',
}

/** Parses a file of holidays (docs/formats/holidays-v1.md); every problem at once, each with its place. */
export function readHolidays(text: string): ReadHolidays {
  let raw: unknown
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    return { ok: false, findings: [finding('holidays.not-json', 'holidays.json', { reason })] }
  }
  const parsed = Holidays.safeParse(raw)
  if (parsed.success) return { ok: true, holidays: parsed.data }
  const findings = parsed.error.issues.map(({ path, message }) =>
    finding(ownRules[message] ?? 'holidays.wrong-form', path.length === 0 ? 'years' : pathText(path)),
  )
  return { ok: false, findings }
}

/** A law book with further years of holidays; a year it has already is replaced. */
export function withHolidays<Book extends { readonly holidays: Holidays }>(law: Book, added: Holidays): Book {
  const replaced = new Set(added.years.map(({ year }) => year))
  const kept = law.holidays.years.filter(({ year }) => !replaced.has(year))
  const years = [...kept, ...added.years].sort((a, b) => a.year - b.year)
  return { ...law, holidays: { ...law.holidays, years } }
}
