import { Failure } from '../../shared/contract/failure.ts'
import type { BoardJudge } from './board-judge.ts'
import type { RegisterDb } from './register-db.ts'
import { type StoredRegister, storedRegister } from './stored-register.ts'
import type { VaultKeys } from './vault-keys.ts'

/** An open vault: its keys, and the register they open. */
export interface OpenedVault {
  readonly keys: VaultKeys
  readonly register: StoredRegister
}

interface OpeningParts {
  readonly database: RegisterDb
  readonly keys: VaultKeys
  readonly now: () => Date
  readonly newId: () => string
  readonly board?: BoardJudge | undefined
  /** What is open now. */
  readonly current: () => OpenedVault | undefined
  /** Whether this window may write. */
  readonly mayWrite: () => boolean
}

/** The register of a vault; it answers while it is the one that is open. */
export function openedVault({ keys, current, mayWrite, ...parts }: OpeningParts): OpenedVault {
  const requireOpen = () => {
    if (current()?.keys !== keys) throw new Failure('register.locked')
    return keys
  }
  const register = storedRegister({
    ...parts,
    inMemory: false,
    keys: requireOpen,
    requireWritable() {
      requireOpen()
      if (!mayWrite()) throw new Failure('register.read-only')
    },
  })
  return { keys, register }
}

/** Asks the browser not to clear the register when the disk fills; it may say no, and does so silently. */
export async function keepStorage(): Promise<void> {
  const storage = typeof navigator === 'object' && 'storage' in navigator ? navigator.storage : undefined
  if (storage && !(await storage.persisted())) await storage.persist()
}
