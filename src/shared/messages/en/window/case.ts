import type { SameKeys } from '../../same-keys.ts'
import type { caseWords as chinese } from '../../zh/window/case.ts'

export const caseWords = {
  title: 'Case',
} as const satisfies SameKeys<typeof chinese>
