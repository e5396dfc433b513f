import type { SameKeys } from '../../same-keys.ts'
import type { identityWords as chinese } from '../../zh/window/identity.ts'

export const identityWords = {
  title: 'Signing identities',
} as const satisfies SameKeys<typeof chinese>
