import type { SameKeys } from '../../same-keys.ts'
import type { settingsWords as chinese } from '../../zh/window/settings.ts'

export const settingsWords = {
  title: 'Settings',
} as const satisfies SameKeys<typeof chinese>
