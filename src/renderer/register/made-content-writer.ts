import { chunkBytes, type ContentSeal, sealChunk, takingInLock, unknownCount } from './content-format.ts'
import { countBuffers } from '../platform/collect-early.ts'
import { contentTables, removeUnused } from './content-rows.ts'
import { holdLock } from './held-lock.ts'
import { failureOfWrite, type RegisterDb } from './register-db.ts'
import { seal } from './seal.ts'

/** Chunks being sealed and stored at a time. */
const inFlight = 3

/** Stores something the application made, encrypted. End it by `finish` or `discard`, else it is swept at the next start. */
export interface MadeContentWriter {
  readonly contentId: string
  /** Takes the next bytes, however many; they are copied. Throws Failure register.full without a name. */
  write(bytes: Uint8Array): Promise<void>
  /** Makes the content readable. */
  finish(): Promise<void>
  /** Removes what was written, unless a bundle has it by now. Never throws; may be called at any time, also twice. */
  discard(): Promise<void>
}

/** Begins a content whose size shows only at its end. Throws Failure register.full. */
export async function openEndedWriter(
  database: RegisterDb,
  contentKey: CryptoKey,
): Promise<MadeContentWriter> {
  const contentId = crypto.randomUUID()
  const release = await holdLock(takingInLock(contentId))
  const storing = new Set<Promise<void>>()
  const block = new Uint8Array(chunkBytes)
  let filled = 0
  let index = 0
  let failed: unknown
  let ended = false

  await database.contents
    .add({ id: contentId, state: 'ingesting', rev: 0, bytes: 0 })
    .catch((error: unknown) => {
      release()
      throw failureOfWrite(error, '')
    })

  async function store(at: number, sealing: Promise<Blob>): Promise<void> {
    await database.chunks.add({ contentId, index: at, data: await sealing })
    countBuffers(chunkBytes)
  }

  async function storeBlock(chunk: Uint8Array<ArrayBuffer>): Promise<void> {
    const at = index++
    const place = { contentId, index: at, count: unknownCount }
    const task: Promise<void> = store(at, sealChunk(contentKey, place, chunk))
      .catch((error: unknown) => {
        failed ??= error
      })
      .finally(() => storing.delete(task))
    storing.add(task)
    if (storing.size >= inFlight) await Promise.race(storing)
    refuseFailed()
  }

  function refuseFailed(): void {
    if (failed !== undefined) throw failureOfWrite(failed, '')
    if (ended) throw new DOMException('the content was discarded', 'AbortError')
  }

  async function settle(): Promise<void> {
    if (filled > 0) {
      const rest = block.subarray(0, filled)
      filled = 0
      await storeBlock(rest)
    }
    await Promise.all(storing)
    refuseFailed()
  }

  let bytes = 0
  return {
    contentId,
    async write(given) {
      refuseFailed()
      bytes += given.byteLength
      for (let at = 0; at < given.byteLength;) {
        const length = Math.min(chunkBytes - filled, given.byteLength - at)
        block.set(given.subarray(at, at + length), filled)
        filled += length
        at += length
        if (filled < chunkBytes) continue
        filled = 0
        // Sealing copies it at once, so that it can be filled again.
        await storeBlock(block)
      }
    },

    async finish() {
      await settle()
      const content: ContentSeal = { openEnded: true, bytes, sha256: '' }
      const sealed = await seal(contentKey, { table: 'contents', id: contentId, rev: 1 }, content)
      await database.contents
        .put({ id: contentId, state: 'complete', rev: 1, bytes, sealed })
        .catch((error: unknown) => {
          throw failureOfWrite(error, '')
        })
      ended = true
      release()
    },

    async discard() {
      ended = true
      await Promise.all(storing)
      // What cannot be removed now is swept at the next start.
      await database
        .transaction('rw', contentTables(database), () => removeUnused(database, [contentId]))
        .catch(() => undefined)
      release()
    },
  }
}
