import type { StandingPaper } from '../../shared/domain/standing-paper.ts'
import { bundleRepository } from './bundle-repository.ts'
import type { BoardJudge } from './board-judge.ts'
import { caseRepository } from './case-repository.ts'
import { type CaseStore, caseStore } from './case-store.ts'
import { contentReader } from './content-reader.ts'
import { itemRepository } from './item-repository.ts'
import { holderRepository, paperRepository } from './library-repository.ts'
import { contentTables, forgetTag, removeUnused } from './content-rows.ts'
import type { ContentRepository, Item, Register } from './register.ts'
import type { RegisterDb } from './register-db.ts'
import type { KeptVariant } from './kept-variant.ts'
import type { SavedView } from './saved-view.ts'
import { sealedCollection } from './sealed-collection.ts'
import { type SealedRows, sealedRows } from './sealed-rows.ts'
import type { StoredIdentity, TrustedSigner } from './signing-records.ts'
import { takeInMarks } from './take-in-marks.ts'
import type { VaultKeys } from './vault-keys.ts'

/** What a register is made of. */
export interface RegisterParts {
  readonly database: RegisterDb
  readonly inMemory: boolean
  /** Throws Failure register.locked once the vault is locked. */
  readonly keys: () => VaultKeys
  /** Throws Failure register.locked or register.read-only. */
  readonly requireWritable: () => void
  readonly now: () => Date
  readonly newId: () => string
  readonly board?: BoardJudge | undefined
}

/** A register over an open database. */
export interface StoredRegister {
  readonly register: Register
  /** Resolves when all writes asked for so far ended. */
  readonly settled: () => Promise<void>
  /** Forgets everything unsealed, and the history. */
  readonly forget: () => void
  /** Forgets the history alone: another window writes now. */
  readonly forgetHistory: () => void
}

export function storedRegister(parts: RegisterParts): StoredRegister {
  const rows = sealedRows(() => parts.keys().rowKey)
  const storeParts = { ...parts, rows }
  const store = caseStore(storeParts)
  return {
    register: {
      inMemory: parts.inMemory,
      cases: caseRepository(storeParts, store),
      items: itemRepository(storeParts, store),
      contents: contentRepository(parts, rows, store),
      history: store.history,
      takeIns: takeInMarks(storeParts),
      bundles: bundleRepository(storeParts, store),
      identities: sealedCollection<StoredIdentity>('identities', storeParts, store.exclusive),
      signers: sealedCollection<TrustedSigner>('signers', storeParts, store.exclusive),
      views: sealedCollection<SavedView>('views', storeParts, store.exclusive),
      variants: sealedCollection<KeptVariant>('variants', storeParts, store.exclusive),
      holders: holderRepository(storeParts, store),
      papers: paperRepository(storeParts, store),
    },
    settled: store.settled,
    forget() {
      rows.forgetAll()
      store.history.forgetAll()
    },
    forgetHistory: store.history.forgetAll,
  }
}

function contentRepository(
  { database, keys, requireWritable }: RegisterParts,
  rows: SealedRows,
  store: CaseStore,
): ContentRepository {
  async function nameOfPaper(contentId: string): Promise<string> {
    const row = await database.papers.where('contentId').equals(contentId).first()
    return row ? (await rows.open<StandingPaper>('papers', row)).name : ''
  }

  /** What the person calls an original: the first item that has it, else the standing paper. */
  async function nameOf(contentId: string): Promise<string> {
    const row = await database.items.where('contentId').equals(contentId).first()
    if (!row) return nameOfPaper(contentId)
    const item = await rows.open<Item>('items', row)
    return item.details.name || item.original.path
  }

  /** The person is told to take a damaged original in again; that must not lead back to what is damaged. */
  async function letBeReplaced(contentId: string): Promise<void> {
    try {
      requireWritable()
      await forgetTag(database, contentId)
    } catch {
      // A window that only reads leaves that to the one that writes.
    }
  }

  return {
    open: (contentId) =>
      contentReader(database, () => keys().contentKey, contentId, {
        name: () => nameOf(contentId),
        onDamage: () => letBeReplaced(contentId),
      }),
    async usage() {
      let [count, bytes] = [0, 0]
      await database.contents
        .where('state')
        .equals('complete')
        .each((content) => {
          count += 1
          bytes += content.bytes
        })
      return { count, bytes }
    },
    removeUnused: (contentIds) =>
      store.exclusive(async () => {
        requireWritable()
        const held = store.history.contentIds()
        await database.transaction('rw', contentTables(database), () =>
          removeUnused(database, contentIds, held),
        )
      }),
  }
}
