import { z } from 'zod'

export const holidaysFormat = 'rights-dossier/holidays'

const Range = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1), from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { error: 'range' })

/** The official arrangement of one year; days off that are weekends anyway may be in a range or not. */
export const HolidayYear = z
  .strictObject({
    year: z.number().int().min(2000).max(2200),
    off: z.array(Range).max(60),
    /** Saturdays and Sundays that are worked. */
    worked: z.array(z.iso.date()).max(60),
    source: z.strictObject({
      text: z.string().min(1),
      issuedOn: z.iso.date(),
      confidence: z.enum(['confirmed', 'secondary', 'unverified']),
    }),
  })
  .refine(
    ({ year, off, worked }) =>
      [...off.flatMap(({ from, to }) => [from, to]), ...worked].every((day) => day.startsWith(`${year}-`)),
    { error: 'other-year' },
  )
export type HolidayYear = z.infer<typeof HolidayYear>

/** `resources/law/holidays.json`, and the file that brings further years (docs/formats/holidays-v1.md). */
export const Holidays = z
  .strictObject({
    format: z.literal(holidaysFormat),
    version: z.literal(1),
    years: z.array(HolidayYear).max(200),
  })
  .refine(({ years }) => new Set(years.map(({ year }) => year)).size === years.length, {
    error: 'year-twice',
  })
export type Holidays = z.infer<typeof Holidays>
