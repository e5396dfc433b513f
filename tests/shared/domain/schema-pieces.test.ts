import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Instant,
  isCalendarDate,
  Line,
  OptionalDate,
  OptionalMoment,
  Paragraphs,
  ZonedInstant,
} from '../../../src/shared/domain/schema-pieces.ts'

test.each([
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['2400-02-29', true],
  ['1900-02-29', false],
  ['2100-02-29', false],
  ['2026-02-29', false],
  ['2026-02-28', true],
  ['2026-04-31', false],
  ['2026-12-31', true],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['0000-01-01', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['2026/01/01', false],
  ['2026-01-01 ', false],
  ['２０２６-01-01', false],
  ['2026年1月1日', false],
  ['', false],
])('%j is a calendar date: %j', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected)
})

test('the calendar agrees with the one of the platform for every day of eight centuries', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1600, max: 2400 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day))
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        const pad = (value: number) => String(value).padStart(2, '0')
        expect(isCalendarDate(`${year}-${pad(month)}-${pad(day)}`)).toBe(exists)
      },
    ),
    { seed: 20261122, numRuns: 2000 },
  )
})

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

test.each([
  ['', true],
  ['2026-11-22', true],
  ['2026-11-22 14:03', true],
  ['2026-11-22T14:03', true],
  ['2026-11-22 24:00', false],
  ['2026-11-22 14:60', false],
  ['2026-11-22 4:03', false],
  ['2026-11-22 14:03:05', false],
  ['2026-02-30 14:03', false],
  ['2026-11-22  14:03', false],
])('%j is a moment: %j', (text, expected) => {
  expect(accepts(OptionalMoment, text)).toBe(expected)
})

test.each([
  ['2026-11-22T06:00:00Z', true, true],
  ['2024-02-29T23:59:59Z', true, true],
  ['2026-02-29T06:00:00Z', false, false],
  ['2026-11-22T06:00:00.5Z', false, true],
  ['2026-11-22T14:00:00+08:00', false, true],
  ['2026-11-22T06:00:00', false, false],
  ['2026-11-22', false, false],
  ['5', false, false],
])('%j is an instant in UTC: %j, with any zone: %j', (text, instant, zoned) => {
  expect([accepts(Instant, text), accepts(ZonedInstant, text)]).toEqual([instant, zoned])
})

test.each([
  { what: 'plain text', text: '示例 abc 𠮷', line: true, paragraphs: true },
  { what: 'nothing', text: '', line: true, paragraphs: true },
  { what: 'a line feed', text: 'a\nb', line: false, paragraphs: true },
  { what: 'a carriage return', text: 'a\rb', line: false, paragraphs: false },
  { what: 'a tab', text: 'a\tb', line: false, paragraphs: false },
  { what: 'NUL', text: 'a\0b', line: false, paragraphs: false },
  { what: 'DEL', text: 'a\u007fb', line: false, paragraphs: false },
  { what: 'a line separator', text: 'a\u2028b', line: false, paragraphs: true },
  { what: 'half a surrogate pair', text: '\udc00', line: false, paragraphs: false },
  { what: '500 characters', text: '长'.repeat(500), line: true, paragraphs: true },
  { what: '501 characters', text: '长'.repeat(501), line: false, paragraphs: true },
  { what: '5001 characters', text: '长'.repeat(5001), line: false, paragraphs: false },
])('$what: line $line, paragraphs $paragraphs', ({ text, line, paragraphs }) => {
  expect([accepts(Line, text), accepts(Paragraphs, text)]).toEqual([line, paragraphs])
})

test('an empty date means not known yet', () => {
  expect(accepts(OptionalDate, '')).toBe(true)
  expect(accepts(OptionalDate, ' ')).toBe(false)
})
