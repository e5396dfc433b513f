import type { SameKeys } from '../same-keys.ts'
import type { holidayWords as zh } from '../zh/holidays.ts'

export const holidayWords: SameKeys<typeof zh> = {
  'holidays.not-json':
    'The file of holidays is no valid JSON: {reason}. Correct it by docs/formats/holidays-v1.md.',
  'holidays.wrong-form':
    '“{subject}” in the file of holidays is not written as it should be. Correct it by docs/formats/holidays-v1.md; dates are written 2026-10-01.',
  'holidays.year-twice': '“{subject}” in the file of holidays names a year twice. Write each year once.',
  'holidays.other-year':
    '“{subject}” in the file of holidays has a day of another year. Correct it, or move it to its year.',
}
