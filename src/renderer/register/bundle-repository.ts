import { Failure } from '../../shared/contract/failure.ts'
import type { BundleRepository, StoredBundle } from './bundle-records.ts'
import type { CaseStore } from './case-store.ts'
import { requireComplete, type StoreParts } from './case-write.ts'
import { contentTables, removeUnused } from './content-rows.ts'
import { failureOfWrite } from './register-db.ts'

/** Built bundles, one sealed row each; a bundle never changes. */
export function bundleRepository(parts: StoreParts, store: CaseStore): BundleRepository {
  const { database, rows, requireWritable } = parts
  return {
    async ofCase(caseId) {
      const stored = await database.bundles.where('caseId').equals(caseId).toArray()
      const bundles = await rows.openAll<StoredBundle>('bundles', stored)
      return bundles.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    },

    async get(id) {
      const row = await database.bundles.get(id)
      return row && (await rows.openAll<StoredBundle>('bundles', [row]))[0]
    },

    add: (bundle) =>
      store.exclusive(async () => {
        requireWritable()
        const { id, caseId, contentIds } = bundle
        const row = { ...(await rows.seal('bundles', id, 1, bundle)), caseId, contentIds }
        requireWritable()
        const tables = [database.bundles, database.cases, database.contents]
        const storing = database.transaction('rw', tables, async () => {
          if (!(await database.cases.get(caseId))) throw new Failure('register.changed-elsewhere')
          await requireComplete(
            database,
            contentIds.map((contentId) => ({ id: contentId, name: bundle.pdf.name })),
          )
          await database.bundles.add(row)
        })
        await storing.catch((error: unknown) => {
          throw failureOfWrite(error, bundle.pdf.name)
        })
        rows.remember('bundles', id, 1, bundle)
      }),

    remove: (id) =>
      store.exclusive(async () => {
        requireWritable()
        const held = store.history.contentIds()
        await database.transaction('rw', contentTables(database), async () => {
          const row = await database.bundles.get(id)
          if (!row) return
          await database.bundles.delete(id)
          await removeUnused(database, row.contentIds, held)
        })
      }),
  }
}
