import type { SameKeys } from '../../same-keys.ts'
import type { frameWords as chinese } from '../../zh/window/frame.ts'

export const frameWords = {
  title: 'Application',
} as const satisfies SameKeys<typeof chinese>
