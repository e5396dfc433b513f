import type { TakenIn } from '../../shared/domain/intake.ts'
import { chunkBytes } from './content-format.ts'
import { storeContent } from './content-writer.ts'
import type { BoardJudge } from './board-judge.ts'
import type { Register } from './register.ts'
import { type DatabaseHome, openRegisterDb, type RegisterDb } from './register-db.ts'
import { type StoredRegister, storedRegister } from './stored-register.ts'
import { keysOf, newVaultKey, type VaultKeys } from './vault-keys.ts'
import type { VaultHeader } from './vault.ts'

/** The register before there is a vault, for who fills it with the sample: nothing asks for a passphrase here. */
export interface MemoryRegister {
  readonly register: Register
  /** Keeps an original in memory; gives its id. */
  readonly storeContent: (original: TakenIn, bytes: Uint8Array<ArrayBuffer>) => Promise<string>
}

/** A vault that lives in memory: sealed like a stored one, by a key that becomes the key of the stored one. */
export interface MemoryVault extends MemoryRegister {
  readonly vaultId: string
  readonly vaultKey: Uint8Array<ArrayBuffer>
  readonly keys: VaultKeys
  readonly stored: StoredRegister
  /** Puts header and all rows into `target` at once, or nothing; false when a vault is there already. */
  moveTo(target: RegisterDb, header: VaultHeader): Promise<boolean>
  close(): void
}

/** Makes an empty vault in memory. */
export async function memoryVault(clock: {
  readonly now: () => Date
  readonly newId: () => string
  readonly board?: BoardJudge | undefined
}): Promise<MemoryVault> {
  const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb')
  const home: DatabaseHome = { indexedDB: new IDBFactory(), IDBKeyRange }
  const database = await openRegisterDb('rights-dossier-memory', home)
  const vaultId = clock.newId()
  const vaultKey = newVaultKey()
  const keys = await keysOf(vaultKey, vaultId)
  const stored = storedRegister({
    ...clock,
    database,
    inMemory: true,
    keys: () => keys,
    requireWritable: () => undefined,
  })
  return {
    vaultId,
    vaultKey,
    keys,
    stored,
    register: stored.register,
    async storeContent(original, bytes) {
      const writer = await storeContent(database, keys, original.bytes)
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        await writer.write(bytes.subarray(at, at + chunkBytes))
      }
      return (await writer.finish(original)).contentId
    },
    async moveTo(target, header) {
      const names = ['summaries', 'cases', 'items', 'contents', 'chunks'] as const
      const tables = await Promise.all(
        names.map(async (name) => [name, await database[name].toArray()] as const),
      )
      return target.transaction('rw', target.tables, async () => {
        if (await target.meta.get('vault')) return false
        await target.meta.add(header)
        for (const [name, rows] of tables) await target.table(name).bulkAdd(rows)
        return true
      })
    },
    close() {
      stored.forget()
      vaultKey.fill(0)
      database.close()
    },
  }
}
