import type { SameKeys } from '../../same-keys.ts'
import type { previewWords as chinese } from '../../zh/window/preview.ts'

export const previewWords = {
  title: 'Preview',
} as const satisfies SameKeys<typeof chinese>
