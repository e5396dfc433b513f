import { Dexie, type Table } from 'dexie'
import { Failure } from '../../shared/contract/failure.ts'
import type { Upgrade } from './upgrade.ts'
import { firstRegister } from './upgrades/0001-first-register.ts'
import { bundlesAndSigners } from './upgrades/0002-bundles-and-signers.ts'
import { holdersAndPapers } from './upgrades/0003-holders-and-papers.ts'
import { officeVariants } from './upgrades/0004-office-variants.ts'

export const registerName = 'rights-dossier'

/** In order; each has a frozen register of its version under tests/renderer/register/fixtures. */
export const upgrades: readonly Upgrade[] = [
  firstRegister,
  bundlesAndSigners,
  holdersAndPapers,
  officeVariants,
]

const newestVersion = Math.max(...upgrades.map((upgrade) => upgrade.version))

/** A value nobody reads without the vault: JSON, AES-256-GCM, bound to its table, id and revision. */
export interface SealedRow {
  readonly id: string
  readonly rev: number
  /** 12 bytes of initialisation vector, then the ciphertext with its tag. */
  readonly sealed: Uint8Array<ArrayBuffer>
}

export interface SealedItemRow extends SealedRow {
  readonly caseId: string
  readonly contentId: string
}

export interface SealedBundleRow extends SealedRow {
  readonly caseId: string
  readonly contentIds: readonly string[]
}

export interface SealedPaperRow extends SealedRow {
  readonly holderId: string
  /** Empty while there is no scan. */
  readonly contentId: string
}

export interface ContentRow {
  readonly id: string
  readonly state: 'ingesting' | 'complete'
  readonly rev: number
  /** Size of the original; the sizes of the chunks show it anyway. */
  readonly bytes: number
  /** Keyed hash of the SHA-256; tells equal originals to who has the key, and nothing to others. Only when complete. */
  readonly tag?: string
  /** `ContentSeal`; only when complete. */
  readonly sealed?: Uint8Array<ArrayBuffer>
}

export interface ChunkRow {
  readonly contentId: string
  readonly index: number
  readonly data: Blob
}

export interface MetaRow {
  readonly id: string
}

export type RegisterDb = Dexie & {
  readonly meta: Table<MetaRow, string>
  readonly summaries: Table<SealedRow, string>
  readonly cases: Table<SealedRow, string>
  readonly items: Table<SealedItemRow, string>
  readonly contents: Table<ContentRow, string>
  readonly chunks: Table<ChunkRow, [string, number]>
  readonly bundles: Table<SealedBundleRow, string>
  readonly identities: Table<SealedRow, string>
  readonly signers: Table<SealedRow, string>
  readonly holders: Table<SealedRow, string>
  readonly papers: Table<SealedPaperRow, string>
  readonly views: Table<SealedRow, string>
  readonly variants: Table<SealedRow, string>
}

/** Where the database lives: the window's own, or one in memory. */
export interface DatabaseHome {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

/**
 * Opens the register, upgrading it step by step. Writes are on the disk when they resolve.
 * Throws Failure register.newer when a newer version made it, register.unusable when it cannot be opened.
 */
export async function openRegisterDb(name: string, home?: DatabaseHome): Promise<RegisterDb> {
  // Dexie would open a newer database as well, and write into what it does not understand.
  await refuseNewer(name, home?.indexedDB ?? indexedDB)
  const database = new Dexie(name, {
    ...home,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  }) as RegisterDb
  for (const upgrade of upgrades) {
    const version = database.version(upgrade.version).stores(upgrade.stores)
    if (upgrade.change) version.upgrade((transaction) => upgrade.change?.(transaction))
  }
  const blocked = new Promise<never>((_resolve, reject) => {
    database.on('blocked', () => reject(new Failure('register.unusable', { reason: 'blocked' })))
  })
  try {
    await Promise.race([database.open(), blocked])
    return database
  } catch (error) {
    database.close()
    if (error instanceof Failure) throw error
    throw new Failure('register.unusable', { reason: error instanceof Error ? error.name : 'unknown' }, error)
  }
}

async function refuseNewer(name: string, factory: IDBFactory): Promise<void> {
  const present = await factory.databases().catch((error: unknown) => {
    throw new Failure('register.unusable', { reason: error instanceof Error ? error.name : 'unknown' }, error)
  })
  // Dexie counts versions in tens.
  const found = (present.find((database) => database.name === name)?.version ?? 0) / 10
  if (found > newestVersion) throw new Failure('register.newer', { found, known: newestVersion })
}

/** What a failed write is to the person: Failure register.full, or what it was. `name` says what was not stored. */
export function failureOfWrite(error: unknown, name: string): unknown {
  return isFull(error) ? new Failure('register.full', { name }, error) : error
}

/** True when the disk, or the browser's share of it, is full. */
function isFull(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < 5; depth++) {
    if ('name' in cause && cause.name === 'QuotaExceededError') return true
    cause = 'inner' in cause ? cause.inner : 'cause' in cause ? cause.cause : undefined
  }
  return false
}
