import type { Severity } from '../severity.ts'

/** What is wrong with a file of holidays. Subject: the place in it, such as `years[0].off[1].from`. */
export const holidayFindings = {
  'holidays.not-json': 'error',
  'holidays.wrong-form': 'error',
  'holidays.year-twice': 'error',
  'holidays.other-year': 'error',
} as const satisfies Record<string, Severity>
