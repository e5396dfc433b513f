import type { SameKeys } from '../../same-keys.ts'
import type { casesWords as chinese } from '../../zh/window/cases.ts'

export const casesWords = {
  title: 'Cases',
} as const satisfies SameKeys<typeof chinese>
