import { Failure } from '../../shared/contract/failure.ts'
import type { PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { Bytes, ContentStore } from '../ports.ts'
import { hexOf } from '../../shared/domain/hex.ts'

/**
 * Reads originals whole, one after the other, and proves beside the caller's work that their bytes are still those
 * that were taken in. WebCrypto hashes on another thread, so that the proof costs next to no time; nothing that was
 * made of the bytes may be published before `allUnchanged`.
 */
export class UnchangedSources {
  readonly #content: ContentStore
  readonly #read = new Set<string>()
  #check: Promise<void> = Promise.resolve()

  constructor(content: ContentStore) {
    this.#content = content
  }

  /** The bytes of an original; they last until the next call. Throws Failure evidence.changed for any one before. */
  async read(item: PlannedItem): Promise<Bytes> {
    await this.#check
    const bytes = await this.#content.readWhole(item.file.sha256)
    this.#check = prove(bytes, item)
    // Whoever asks next hears of it; until then it is nobody's unhandled rejection.
    this.#check.catch(() => undefined)
    this.#read.add(item.file.sha256)
    return bytes
  }

  /** Gives the SHA-256 of all that were read once they are proven. Throws Failure evidence.changed. */
  async allUnchanged(): Promise<ReadonlySet<string>> {
    await this.#check
    return this.#read
  }
}

async function prove(bytes: Bytes, item: PlannedItem): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  if (hexOf(digest) !== item.file.sha256) throw new Failure('evidence.changed', { name: item.entry.file })
}
