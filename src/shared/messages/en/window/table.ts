import type { SameKeys } from '../../same-keys.ts'
import type { tableWords as chinese } from '../../zh/window/table.ts'

export const tableWords = {
  title: 'Table',
} as const satisfies SameKeys<typeof chinese>
