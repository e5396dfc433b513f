import type { SameKeys } from '../../same-keys.ts'
import type { datesWords as chinese } from '../../zh/window/dates.ts'

export const datesWords = {
  title: 'Deadlines and days',
  informs:
    'Worked out by ruleset {ruleset} · data of {date}, for information; what the office says goes first. A day the office named is never moved.',
  ofSample: 'This is the sample: its days are invented and not counted.',
  none: 'No days yet. Fill in when the notice was received, when the case was accepted, or a step of the proceedings.',
  'who.office': 'period of the office',
  'who.holder': 'period of the holder',
  goToDate: 'See where this date was entered',
} as const satisfies SameKeys<typeof chinese>
