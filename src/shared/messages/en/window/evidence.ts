import type { SameKeys } from '../../same-keys.ts'
import type { evidenceWords as chinese } from '../../zh/window/evidence.ts'

export const evidenceWords = {
  title: 'Evidence',
} as const satisfies SameKeys<typeof chinese>
