import type { TakenIn } from '../../shared/domain/intake.ts'
import type { VaultAccess } from '../engine-host/engine.ts'
import {
  chunkBytes,
  chunkCount,
  type ContentSeal,
  contentTag,
  sealChunk,
  takingInLock,
} from './content-format.ts'
import { removeContent } from './content-rows.ts'
import { holdLock } from './held-lock.ts'
import { type MadeContentWriter, openEndedWriter } from './made-content-writer.ts'
import {
  type ChunkRow,
  type DatabaseHome,
  failureOfWrite,
  openRegisterDb,
  type RegisterDb,
} from './register-db.ts'
import { seal } from './seal.ts'

/** Chunks being sealed and stored at a time. */
const inFlight = 3

/** Stores one original, encrypted. End it by `finish` or `discard`, else it is swept at the next start. */
export interface ContentWriter {
  /**
   * Takes the next chunk: 4 MiB each (`chunkBytes`), only the last may be shorter. The bytes are copied before this
   * returns its promise, which resolves when the next chunk may be given. Throws Failure register.full without a name.
   */
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>
  /** Makes the content readable. `known` when the register had it already: then that id is given and nothing is added. */
  finish(original: TakenIn): Promise<StoredContent>
  /** Removes what was written. Never throws; may be called at any time, also twice. */
  discard(): Promise<void>
}

export interface StoredContent {
  readonly contentId: string
  readonly known: boolean
}

/** Begins to store an original of exactly `bytes`. Runs in any thread. Throws Failure register.full, register.unusable. */
export async function contentWriter(
  access: VaultAccess,
  bytes: number,
  home?: DatabaseHome,
): Promise<ContentWriter> {
  const database = await connection(access.databaseName, home)
  return storeContent(database, access, bytes)
}

/** As `contentWriter`, with a database that is open. */
export async function storeContent(
  database: RegisterDb,
  keys: Pick<VaultAccess, 'contentKey' | 'tagKey'>,
  bytes: number,
): Promise<ContentWriter> {
  const contentId = crypto.randomUUID()
  const count = chunkCount(bytes)
  const release = await holdLock(takingInLock(contentId))
  const storing = new Set<Promise<void>>()
  let failed: unknown
  let ended = false
  let given = 0
  let givenBytes = 0
  /** A small original waits here and is stored in one transaction with its row, or never when it is known. */
  let only: ChunkRow | undefined

  async function store(index: number, sealing: Promise<Blob>): Promise<void> {
    const row = { contentId, index, data: await sealing }
    if (count === 1) only = row
    else await database.chunks.add(row)
  }

  async function begin(): Promise<void> {
    if (count > 1) await database.contents.add({ id: contentId, state: 'ingesting', rev: 0, bytes })
  }

  await begin().catch(async (error: unknown) => {
    release()
    throw failureOfWrite(error, '')
  })

  return {
    async write(chunk) {
      if (ended) throw new DOMException('the content was discarded', 'AbortError')
      const index = given++
      givenBytes += chunk.byteLength
      if (index >= count || (chunk.byteLength !== chunkBytes && givenBytes !== bytes)) {
        throw new TypeError(
          `chunk ${index} of ${chunk.byteLength} bytes does not fit an original of ${bytes}`,
        )
      }
      const task: Promise<void> = store(index, sealChunk(keys.contentKey, { contentId, index, count }, chunk))
        .catch((error: unknown) => {
          failed ??= error
        })
        .finally(() => storing.delete(task))
      storing.add(task)
      if (storing.size >= inFlight) await Promise.race(storing)
      if (failed !== undefined) throw failureOfWrite(failed, '')
    },

    async finish(original) {
      await Promise.all(storing)
      if (failed !== undefined) throw failureOfWrite(failed, '')
      if (ended) throw new DOMException('the content was discarded', 'AbortError')
      if (givenBytes !== bytes || original.bytes !== bytes) {
        throw new TypeError(`an original of ${bytes} bytes was given ${givenBytes}`)
      }
      const content: ContentSeal = { bytes, sha256: original.sha256 }
      const tag = await contentTag(keys.tagKey, original.sha256)
      const place = { table: 'contents', id: contentId, rev: 1 }
      const sealed = await seal(keys.contentKey, place, content)
      try {
        const known = await database.transaction('rw', database.contents, database.chunks, async () => {
          const before = await database.contents.where('tag').equals(tag).first()
          if (before) {
            if (count > 1) await removeContent(database, contentId)
            return before.id
          }
          if (only) await database.chunks.add(only)
          await database.contents.put({ id: contentId, state: 'complete', rev: 1, bytes, tag, sealed })
          return undefined
        })
        ended = true
        release()
        return { contentId: known ?? contentId, known: known !== undefined }
      } catch (error) {
        throw failureOfWrite(error, '')
      }
    },

    async discard() {
      if (ended) return
      ended = true
      await Promise.all(storing)
      // What cannot be removed now is swept at the next start.
      await database
        .transaction('rw', database.contents, database.chunks, () => removeContent(database, contentId))
        .catch(() => undefined)
      release()
    },
  }
}

/** As `contentWriter`, for what is made and not taken in: nobody knows its size before its end, and nothing is like it. */
export async function madeContentWriter(
  access: VaultAccess,
  home?: DatabaseHome,
): Promise<MadeContentWriter> {
  return openEndedWriter(await connection(access.databaseName, home), access.contentKey)
}

/** One connection for all originals a worker takes in. */
let shared: { readonly name: string; readonly opening: Promise<RegisterDb> } | undefined

async function connection(name: string, home: DatabaseHome | undefined): Promise<RegisterDb> {
  if (home) return openRegisterDb(name, home)
  if (shared?.name === name) {
    const database = await shared.opening.catch(() => undefined)
    if (database?.isOpen()) return database
  }
  shared = { name, opening: openRegisterDb(name) }
  return shared.opening
}
