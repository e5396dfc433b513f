import type { SameKeys } from '../../same-keys.ts'
import type { verifyWords as chinese } from '../../zh/window/verify.ts'

export const verifyWords = {
  title: 'Verify',
} as const satisfies SameKeys<typeof chinese>
