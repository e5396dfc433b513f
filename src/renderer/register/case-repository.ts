import { instantOf } from '../../shared/domain/instant.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import { contentTables, removeUnused } from './content-rows.ts'
import type { CaseStore } from './case-store.ts'
import { type StoreParts } from './case-write.ts'
import { countsAfter, digestsOf, summaryOfDraft } from './case-summary.ts'
import { isDamaged } from './damage.ts'
import { namingDamage, standInFor } from './damaged-rows.ts'
import { placedAfter } from './item-places.ts'
import { newItem } from './item-repository.ts'
import type { CaseRepository, CaseState, CaseSummary, StepKind } from './register.ts'
import type { SealedRow } from './register-db.ts'

/** Cases, each a sealed draft and a sealed summary. */
export function caseRepository(parts: StoreParts, store: CaseStore): CaseRepository {
  const { database, rows } = parts

  async function summaryOrStandIn(row: SealedRow): Promise<CaseSummary> {
    try {
      return await rows.open<CaseSummary>('summaries', row)
    } catch (error) {
      if (!isDamaged(error)) throw error
      return standInFor(parts, row.id)
    }
  }

  const repository: CaseRepository = {
    async summaries() {
      const stored = await database.summaries.toArray()
      try {
        return await rows.openAll<CaseSummary>('summaries', stored)
      } catch (error) {
        if (!isDamaged(error)) throw error
        // One case must not take the list with it.
        return Promise.all(stored.map((row) => summaryOrStandIn(row)))
      }
    },

    async get(id) {
      const [caseRow, summaryRow] = await database.transaction('r', database.cases, database.summaries, () =>
        Promise.all([database.cases.get(id), database.summaries.get(id)]),
      )
      if (!caseRow || !summaryRow) return undefined
      const [[draft], [summary]] = await namingDamage(parts, id, () =>
        Promise.all([
          rows.openAll<CaseDraft>('cases', [caseRow]),
          rows.openAll<CaseSummary>('summaries', [summaryRow]),
        ]),
      )
      if (!draft || !summary) return undefined
      const { state, isSample, createdAt, changedAt } = summary
      return { id, draft, state, isSample, createdAt, changedAt }
    },

    async create(draft, options) {
      const id = parts.newId()
      const at = instantOf(parts.now())
      const items = placedAfter(new Map(), draft, options?.items ?? []).map((item) =>
        newItem(item, { id: parts.newId(), caseId: id, takenInAt: at }),
      )
      const added = items.map((after) => ({ before: undefined, after }))
      const summary: CaseSummary = {
        id,
        ...summaryOfDraft(draft, parts.board, digestsOf(items)),
        ...countsAfter({ itemCount: 0, itemBytes: 0 }, added),
        createdAt: at,
        changedAt: at,
        state: 'open',
        isSample: options?.isSample ?? false,
      }
      await store.create(summary, draft, items)
      return id
    },

    edit: (id, edit, step) =>
      store.write(id, async (now) => {
        const draft = edit(now.draft)
        if (JSON.stringify(draft) === JSON.stringify(now.draft)) return undefined
        const kept = new Set(draft.groups.map((group) => group.id))
        if (now.draft.groups.every((group) => kept.has(group.id))) return { draft, step }
        const homeless = (await now.allItems()).filter((item) => !item.trashed && !kept.has(item.groupId))
        return { draft, items: new Map(homeless.map((item) => [item.id, { ...item, trashed: true }])), step }
      }),

    setState: (id, state) =>
      store.write(id, async ({ summary }) =>
        summary.state === state ? undefined : { state, step: { kind: stepTo(summary.state, state) } },
      ),

    erase: (id) =>
      store.exclusive(async () => {
        parts.requireWritable()
        const summaryRow = await database.summaries.get(id)
        if (!summaryRow) return
        const summary = await namingDamage(parts, id, async () =>
          rows.open<CaseSummary>('summaries', summaryRow),
        )
        if (summary.state !== 'trashed') throw new TypeError('only trashed cases are erased')
        parts.requireWritable()
        store.history.forgetCase(id)
        const held = store.history.contentIds()
        const tables = [database.summaries, database.cases, ...contentTables(database)]
        await database.transaction('rw', tables, async () => {
          if ((await database.summaries.get(id))?.rev !== summaryRow.rev) {
            throw new Failure('register.changed-elsewhere')
          }
          const items = await database.items.where('caseId').equals(id).toArray()
          await database.items.bulkDelete(items.map((item) => item.id))
          await database.cases.delete(id)
          await database.summaries.delete(id)
          const bundles = await database.bundles.where('caseId').equals(id).toArray()
          await database.bundles.bulkDelete(bundles.map((bundle) => bundle.id))
          const contents = [
            ...items.map((item) => item.contentId),
            ...bundles.flatMap((bundle) => bundle.contentIds),
          ]
          await removeUnused(database, new Set(contents), held)
        })
      }),

    async judgeAnew() {
      const ruleset = parts.board?.ruleset
      if (ruleset === undefined) return
      for (const { id, board, isDamaged: cannotOpen } of await repository.summaries()) {
        if (board?.ruleset === ruleset || cannotOpen) continue
        try {
          await store.write(id, async ({ summary }) =>
            summary.board?.ruleset === ruleset ? undefined : { judgeAnew: true, quiet: true },
          )
        } catch (error) {
          // One case must not keep the others from being judged: it is damaged, gone or changed since.
          if (!isDamaged(error) && !isChangedElsewhere(error)) throw error
        }
      }
    },

    async emptyTrash() {
      const trashed = (await repository.summaries()).filter((summary) => summary.state === 'trashed')
      for (const { id } of trashed) await repository.erase(id)
    },
  }
  return repository
}

function isChangedElsewhere(error: unknown): boolean {
  return error instanceof Failure && error.code === 'register.changed-elsewhere'
}

function stepTo(from: CaseState, to: CaseState): StepKind {
  if (to === 'trashed') return 'case.trash'
  if (from === 'trashed') return 'case.restore'
  return to === 'closed' ? 'case.close' : 'case.reopen'
}
