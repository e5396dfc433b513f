import { Failure } from '../../shared/contract/failure.ts'
import type { Argon2Parameters, Derive } from './derive.ts'
import { requireStrong } from './passphrase.ts'
import type { RegisterDb } from './register-db.ts'
import {
  openByCode,
  openByPassphrase,
  readHeader,
  type VaultHeader,
  withNewCode,
  withPassphrase,
} from './vault.ts'
import { countWrongTry, forgetTries, readTries } from './wrong-tries.ts'

/** A vault key just unwrapped; whoever gets it overwrites it when the keys in use are derived. */
export interface Unlocked {
  readonly header: VaultHeader
  readonly vaultKey: Uint8Array<ArrayBuffer>
}

/** The lock of a stored vault: its header, and how often it was tried in vain. */
export interface VaultLock {
  /** Undefined when there is no vault. Throws Failure register.newer, register.unusable. */
  header(): Promise<VaultHeader | undefined>
  /** Throws Failure vault.wrong-passphrase, vault.wait. */
  unlock(passphrase: string): Promise<Unlocked>
  /** Opens by the recovery code and sets a passphrase. Throws Failure vault.wrong-recovery-code, vault.weak-passphrase. */
  recover(code: string, newPassphrase: string): Promise<Unlocked>
  changePassphrase(current: string, next: string): Promise<void>
  /** Gives the new code and the id of the vault. */
  renewCode(passphrase: string): Promise<{ readonly code: string; readonly vaultId: string }>
}

export interface LockParts {
  readonly derive: Derive
  readonly parameters: Argon2Parameters
  readonly now: () => Date
}

export function vaultLock(database: RegisterDb, { derive, parameters, now }: LockParts): VaultLock {
  async function header(): Promise<VaultHeader | undefined> {
    const row: unknown = await database.meta.get('vault')
    return row === undefined ? undefined : readHeader(row)
  }

  async function presentHeader(): Promise<VaultHeader> {
    const present = await header()
    if (!present) throw new Failure('register.unusable', { reason: 'vault-header' })
    return present
  }

  /** Changes a lock of the vault unless another window changed one meanwhile. */
  async function replace(before: VaultHeader, after: VaultHeader): Promise<void> {
    await database.transaction('rw', database.meta, async () => {
      const current = (await database.meta.get('vault')) as VaultHeader | undefined
      if (current?.rev !== before.rev) throw new Failure('register.changed-elsewhere')
      await database.meta.put(after)
    })
  }

  async function unlock(passphrase: string): Promise<Unlocked> {
    const { waitUntil } = await readTries(database, now())
    const wait = waitUntil - now().getTime()
    if (wait > 0) throw new Failure('vault.wait', { seconds: Math.ceil(wait / 1000) })
    const present = await presentHeader()
    try {
      const vaultKey = await openByPassphrase(present, passphrase, derive)
      await forgetTries(database).catch(storedOrNot)
      return { header: present, vaultKey }
    } catch (error) {
      if (error instanceof Failure && error.code === 'vault.wrong-passphrase') {
        await countWrongTry(database, now()).catch(storedOrNot)
      }
      throw error
    }
  }

  return {
    header,
    unlock,
    async recover(code, newPassphrase) {
      const present = await presentHeader()
      const vaultKey = await openByCode(present, code)
      try {
        await requireStrong(newPassphrase)
        const changed = await withPassphrase(present, vaultKey, newPassphrase, derive, parameters)
        await replace(present, changed)
        await forgetTries(database).catch(storedOrNot)
        return { header: changed, vaultKey }
      } catch (error) {
        vaultKey.fill(0)
        throw error
      }
    },
    async changePassphrase(current, next) {
      await requireStrong(next)
      const { header: present, vaultKey } = await unlock(current)
      try {
        await replace(present, await withPassphrase(present, vaultKey, next, derive, parameters))
      } finally {
        vaultKey.fill(0)
      }
    },
    async renewCode(passphrase) {
      const { header: present, vaultKey } = await unlock(passphrase)
      try {
        const { header: changed, code } = await withNewCode(present, vaultKey)
        await replace(present, changed)
        return { code, vaultId: present.vaultId }
      } finally {
        vaultKey.fill(0)
      }
    },
  }
}

/** A count that cannot be written, for the disk is full, must not keep the right passphrase out or hide a wrong one. */
function storedOrNot(): void {
  return undefined
}
