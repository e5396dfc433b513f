import { takingInLock } from './content-format.ts'
import { contentTables, removeUnused } from './content-rows.ts'
import type { RegisterDb } from './register-db.ts'

/**
 * Removes what an interrupted take-in left: contents never completed, and those no item, bundle or paper refers to. Contents being taken in
 * right now, in any window, are let be. Only for the window that holds the pen, before it takes anything in.
 */
export async function sweepContents(database: RegisterDb): Promise<number> {
  const { held = [] } = await navigator.locks.query()
  const busy = new Set(held.map((lock) => lock.name))
  const ids = await database.contents.toCollection().primaryKeys()
  const used = new Set([
    ...(await database.items.orderBy('contentId').uniqueKeys()),
    ...(await database.bundles.orderBy('contentIds').uniqueKeys()),
    ...(await database.papers.orderBy('contentId').uniqueKeys()),
  ])
  const unused = ids.filter((id) => !used.has(id) && !busy.has(takingInLock(id)))
  for (const id of unused) {
    await database.transaction('rw', contentTables(database), () => removeUnused(database, [id]))
  }
  return unused.length
}
