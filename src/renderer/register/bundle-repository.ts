import { Failure } from '../../shared/contract/failure.ts'
import type { BundleRepository, LearntZip, StoredBundle } from './bundle-records.ts'
import type { CaseStore } from './case-store.ts'
import { requireComplete, type StoreParts } from './case-write.ts'
import { contentTables, removeUnused } from './content-rows.ts'
import { failureOfWrite } from './register-db.ts'

/** Built bundles, one sealed row each; nothing of a bundle changes but that its ZIP becomes known, once. */
export function bundleRepository(parts: StoreParts, store: CaseStore): BundleRepository {
  const { database, rows, requireWritable } = parts

  /** Stores what was learnt unless it is known; 'overtaken' when another window was faster. */
  async function learnOnce(id: string, zip: LearntZip): Promise<StoredBundle | 'overtaken' | undefined> {
    requireWritable()
    const before = await database.bundles.get(id)
    const bundle = before && (await rows.open<StoredBundle>('bundles', before))
    if (!bundle || bundle.zip.sha256 !== undefined) {
      const held = store.history.contentIds()
      await database.transaction('rw', contentTables(database), () =>
        removeUnused(database, [zip.sheet.contentId], held),
      )
      return bundle && refuseOther(bundle, zip)
    }
    const next = withZip(bundle, zip)
    const { caseId, contentIds } = next
    const row = { ...(await rows.seal('bundles', id, before.rev + 1, next)), caseId, contentIds }
    requireWritable()
    const storing = database.transaction('rw', database.bundles, database.contents, async () => {
      if ((await database.bundles.get(id))?.rev !== before.rev) return false
      await requireComplete(database, [{ id: zip.sheet.contentId, name: next.handOver }])
      await database.bundles.put(row)
      return true
    })
    const stored = await storing.catch((error: unknown) => {
      throw failureOfWrite(error, next.zip.name)
    })
    if (!stored) return 'overtaken'
    rows.remember('bundles', id, row.rev, next)
    return next
  }

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

    learn: (id, zip) =>
      store.exclusive(async () => {
        for (;;) {
          const bundle = await learnOnce(id, zip)
          if (bundle !== 'overtaken') return bundle
        }
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

function withZip(bundle: StoredBundle, { sheet, ...digests }: LearntZip): StoredBundle {
  return {
    ...bundle,
    zip: { name: bundle.zip.name, ...digests },
    papers: [...bundle.papers, { kind: 'hand-over', pages: 1, ...sheet }],
    contentIds: [...bundle.contentIds, sheet.contentId],
  }
}

/** The first to learn it is right: what comes out other than that is not this bundle. */
function refuseOther(bundle: StoredBundle, { bytes, sha256, sm3 }: LearntZip): StoredBundle {
  const { zip } = bundle
  if (zip.sha256 === sha256 && zip.sm3 === sm3 && zip.bytes === bytes) return bundle
  throw new Failure('bundle.not-identical', { name: zip.name })
}
