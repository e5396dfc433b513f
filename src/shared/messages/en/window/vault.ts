import type { SameKeys } from '../../same-keys.ts'
import type { vaultWords as chinese } from '../../zh/window/vault.ts'

export const vaultWords = {
  title: 'Vault',
} as const satisfies SameKeys<typeof chinese>
