import { Dexie } from 'dexie'
import type { RegisterDb } from './register-db.ts'

/** Removes a content and its chunks; inside a transaction over both tables. */
export async function removeContent(database: RegisterDb, contentId: string): Promise<void> {
  await chunksOf(database, contentId).delete()
  await database.contents.delete(contentId)
}

/** The chunks of a content, in order. */
export function chunksOf(database: RegisterDb, contentId: string) {
  return database.chunks
    .where('[contentId+index]')
    .between([contentId, Dexie.minKey], [contentId, Dexie.maxKey])
}
