import { liveQuery } from 'dexie'
import type { RegisterDb } from './register-db.ts'

/** Calls `made` once, when there is a vault: another window may make it while this one looks at the sample. */
export function watchForVault(database: RegisterDb, made: () => void): void {
  const watch = liveQuery(() => database.meta.where('id').equals('vault').count()).subscribe((count) => {
    if (count === 0) return
    watch.unsubscribe()
    made()
  })
}
