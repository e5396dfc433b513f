import type { SameKeys } from '../../same-keys.ts'
import type { bundleWords as chinese } from '../../zh/window/bundle.ts'

export const bundleWords = {
  title: 'Bundle',
} as const satisfies SameKeys<typeof chinese>
