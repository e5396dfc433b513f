import type { SameKeys } from '../../same-keys.ts'
import type { printWords as chinese } from '../../zh/window/print.ts'

export const printWords = {
  title: 'Print',
} as const satisfies SameKeys<typeof chinese>
