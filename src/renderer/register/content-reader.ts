import { Failure } from '../../shared/contract/failure.ts'
import { countBuffers } from '../platform/collect-early.ts'
import { chunkBytes, chunkCount, type ContentSeal, openChunk, unknownCount } from './content-format.ts'
import { chunksOf } from './content-rows.ts'
import type { ContentReader } from './register.ts'
import type { RegisterDb } from './register-db.ts'
import { open } from './seal.ts'

export interface ReaderSurroundings {
  /** What the person calls the original. */
  readonly name: () => Promise<string>
  /** Hears that what is stored cannot be used, before that is thrown. Must not reject. */
  readonly onDamage: () => Promise<void>
}

/**
 * Reads an original at random or from its beginning; only what is asked for is opened, the last chunk stays at hand.
 * `key` throws Failure register.locked once the vault is locked. Throws Failure content.missing, content.damaged.
 */
export async function contentReader(
  database: RegisterDb,
  key: () => CryptoKey,
  contentId: string,
  surroundings: ReaderSurroundings,
): Promise<ContentReader> {
  const row = await database.contents.get(contentId)
  if (row?.state !== 'complete' || !row.sealed)
    throw new Failure('content.missing', { name: await surroundings.name() })
  const damaged = async (cause?: unknown) => {
    await surroundings.onDamage()
    return new Failure('content.damaged', { name: await surroundings.name() }, cause)
  }
  const place = { table: 'contents', id: contentId, rev: row.rev }
  const content = (await open(key(), place, row.sealed).catch(async (error: unknown) => {
    throw await damaged(error)
  })) as ContentSeal
  const { bytes } = content
  const count = chunkCount(bytes)
  const boundCount = content.openEnded ? unknownCount : count
  let last: { readonly index: number; readonly chunk: Promise<Uint8Array<ArrayBuffer>> } | undefined

  async function load(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const chunkKey = key()
    const stored = await chunksOf(database, contentId, index).first()
    if (!stored) throw await damaged()
    const chunk = await openChunk(chunkKey, { contentId, index, count: boundCount }, stored.data).catch(
      async (error: unknown) => {
        throw await damaged(error)
      },
    )
    if (chunk.byteLength !== Math.min(chunkBytes, bytes - index * chunkBytes)) throw await damaged()
    countBuffers(chunk.byteLength)
    return chunk
  }

  function chunkAt(index: number): Promise<Uint8Array<ArrayBuffer>> {
    key()
    if (last?.index !== index) {
      const chunk = load(index)
      last = { index, chunk }
      chunk.catch(() => {
        if (last?.chunk === chunk) last = undefined
      })
    }
    return last.chunk
  }

  return {
    bytes,
    async read(offset, length) {
      if (offset < 0 || length < 0) throw new RangeError(`no bytes at ${offset}, ${length}`)
      const end = Math.min(bytes, offset + length)
      const result = new Uint8Array(Math.max(0, end - offset))
      for (let at = offset; at < end;) {
        const index = Math.floor(at / chunkBytes)
        const from = at - index * chunkBytes
        const part = (await chunkAt(index)).subarray(from, from + (end - at))
        result.set(part, at - offset)
        at += part.byteLength
      }
      return result
    },
    async *stream() {
      let next = count > 0 ? load(0) : undefined
      for (let index = 0; index < count; index++) {
        const chunk = await next
        next = index + 1 < count ? load(index + 1) : undefined
        // Who stops early does not ask for the next one any more.
        next?.catch(() => undefined)
        if (chunk) yield chunk
      }
    },
  }
}
