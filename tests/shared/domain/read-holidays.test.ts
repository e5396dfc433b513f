import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isWorkday } from '../../../src/shared/domain/calendar.ts'
import { readHolidays, withHolidays } from '../../../src/shared/domain/read-holidays.ts'
import { law } from '../../builders/cases.ts'

const source = { text: '放假安排', issuedOn: '2026-11-01', confidence: 'confirmed' }
const newYear = { zh: '元旦', en: "New Year's Day", from: '2027-01-01', to: '2027-01-03' }
const year = { year: 2027, off: [newYear], worked: ['2027-01-10'], source }
const file = (...years: unknown[]) => JSON.stringify({ format: 'rights-dossier/holidays', version: 1, years })

function codesOf(text: string): string[] {
  const read = readHolidays(text)
  return read.ok ? [] : read.findings.map(({ code, subject }) => `${code} ${subject}`)
}

test('a year that is read makes days known, and replaces a year that was', () => {
  const read = readHolidays('\ufeff' + file(year, { ...year, year: 2026, off: [], worked: [] }))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  const book = withHolidays(law, read.holidays)
  expect(book.holidays.years.map((one) => one.year)).toEqual([2025, 2026, 2027])
  expect(isWorkday('2027-01-01', law.holidays)).toBeUndefined()
  expect(isWorkday('2027-01-01', book.holidays)).toBe(false)
  expect(isWorkday('2027-01-10', book.holidays)).toBe(true)
  expect(isWorkday('2026-10-01', book.holidays)).toBe(true)
  expect(isWorkday('2026-10-01', law.holidays)).toBe(false)
})

test.each([
  ['no JSON', '{', ['holidays.not-json holidays.json']],
  ['another format', '{"format":"x","version":1,"years":[]}', ['holidays.wrong-form format']],
  ['a year twice', file(year, year), ['holidays.year-twice years']],
  ['a day of another year', file({ ...year, worked: ['2026-12-27'] }), ['holidays.other-year years[0]']],
  ['no date', file({ ...year, worked: ['2027-02-30'] }), ['holidays.wrong-form years[0].worked[0]']],
  [
    'a range backwards',
    file({ ...year, off: [{ ...newYear, from: '2027-01-04' }] }),
    ['holidays.wrong-form years[0].off[0]'],
  ],
  ['no source', file({ ...year, source: undefined }), ['holidays.wrong-form years[0].source']],
])('refused: %s', (_, text, codes) => {
  expect(codesOf(text)).toEqual(codes)
})

test('the example of the format is one, and so is the file of the application', () => {
  const page = readFileSync(new URL('../../../docs/formats/holidays-v1.md', import.meta.url), 'utf8')
  const example = /```json\n([^`]+)```/.exec(page)?.[1] ?? ''
  expect(codesOf(example)).toEqual([])
  expect(readHolidays(example).ok).toBe(true)
  expect(readHolidays(JSON.stringify(law.holidays)).ok).toBe(true)
})
