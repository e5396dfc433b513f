import { z } from 'zod'

// The window's content security policy forbids eval; zod's compiled parsers would probe for it.
z.config({ jitless: true })

/** One line of text as a person types it; empty means "not filled in yet". Half surrogate pairs are no text. */
export const Line = z
  .string()
  .max(500)
  .refine((text) => !/[\u0000-\u001f\u007f\u2028\u2029\ud800-\udfff]/u.test(text), { error: 'one-line' })

/** Text of one or more paragraphs. */
export const Paragraphs = z
  .string()
  .max(5000)
  .refine((text) => !/[\u0000-\u0009\u000b-\u001f\u007f\ud800-\udfff]/u.test(text), {
    error: 'no-control-characters',
  })

/** A plain local date `2026-11-22`, or empty when not known yet. */
export const OptionalDate = z
  .string()
  .refine((text) => text === '' || isCalendarDate(text), { error: 'date' })

/** A date, or date and time to the minute `2026-11-22 14:03`, local to where it happened; or empty. */
export const OptionalMoment = z
  .string()
  .refine((text) => text === '' || (isCalendarDate(text.slice(0, 10)) && isTimeOrNothing(text.slice(10))), {
    error: 'moment',
  })

/** An instant in UTC, `2026-11-22T06:00:00Z`. */
export const Instant = z.iso.datetime({ precision: 0, error: 'instant' })

/** A moment with its zone, `2026-11-22T14:00:00+08:00`. */
export const ZonedInstant = z.iso.datetime({ offset: true })

/** True for an existing day of the Gregorian calendar written `yyyy-mm-dd`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] ?? 0)
}

function isTimeOrNothing(text: string): boolean {
  return text === '' || /^[ T]([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
