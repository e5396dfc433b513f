import type { SameKeys } from '../../same-keys.ts'
import type { jobsWords as chinese } from '../../zh/window/jobs.ts'

export const jobsWords = {
  title: 'Jobs',
} as const satisfies SameKeys<typeof chinese>
