import { Dexie, type Table } from 'dexie'
import type { RegisterDb } from './register-db.ts'

/** Removes a content and its chunks; inside a transaction over both tables. */
export async function removeContent(database: RegisterDb, contentId: string): Promise<void> {
  await chunksOf(database, contentId).delete()
  await database.contents.delete(contentId)
}

/** The chunks of a content in order, or the one at `index`. */
export function chunksOf(database: RegisterDb, contentId: string, index?: number) {
  return database.chunks
    .where('[contentId+index]')
    .between([contentId, index ?? Dexie.minKey], [contentId, index ?? Dexie.maxKey], true, true)
}

/** The same original, taken in again, is stored anew instead of leading to this content. */
export async function forgetTag(database: RegisterDb, contentId: string): Promise<void> {
  await database.contents
    .where('id')
    .equals(contentId)
    .modify((row: { tag?: string }) => void delete row.tag)
}

/** Removes those of the contents that no item, bundle or paper refers to; inside a transaction over `contentTables`. */
export async function removeUnused(
  database: RegisterDb,
  contentIds: Iterable<string>,
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const contentId of contentIds) {
    if (kept.has(contentId)) continue
    if ((await database.items.where('contentId').equals(contentId).count()) > 0) continue
    if ((await database.bundles.where('contentIds').equals(contentId).count()) > 0) continue
    if ((await database.papers.where('contentId').equals(contentId).count()) > 0) continue
    await removeContent(database, contentId)
  }
}

/** The tables a transaction around `removeUnused` needs. */
export function contentTables({ items, bundles, papers, contents, chunks }: RegisterDb): Table[] {
  return [items, bundles, papers, contents, chunks] as Table[]
}
