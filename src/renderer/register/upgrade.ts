import type { Transaction } from 'dexie'

/** One numbered step of the schema. `stores` lists changed tables only; `change` may touch plain columns only. */
export interface Upgrade {
  readonly version: number
  readonly stores: Readonly<Record<string, string | null>>
  change?(transaction: Transaction): Promise<void>
}
