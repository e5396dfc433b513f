import { instantOf } from '../../shared/domain/instant.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import type { CaseStore } from './case-store.ts'
import { type CaseNow, contentsOf, type StoreParts } from './case-write.ts'
import { contentTables, removeUnused } from './content-rows.ts'
import { namingDamage } from './damaged-rows.ts'
import { inOrder, moved } from './item-order.ts'
import { itemPlaces } from './item-places.ts'
import type { Item, ItemRepository, NewItem } from './register.ts'

/** Items of evidence, one sealed row each. */
export function itemRepository(parts: StoreParts, store: CaseStore): ItemRepository {
  const { database, rows } = parts
  const places = itemPlaces()

  const repository: ItemRepository = {
    async ofCase(caseId) {
      const [caseRow, itemRows] = await database.transaction('r', database.cases, database.items, () =>
        Promise.all([database.cases.get(caseId), database.items.where('caseId').equals(caseId).toArray()]),
      )
      if (!caseRow) return []
      const [[draft], items] = await namingDamage(parts, caseId, () =>
        Promise.all([rows.openAll<CaseDraft>('cases', [caseRow]), rows.openAll<Item>('items', itemRows)]),
      )
      return draft ? inOrder(draft, items) : []
    },

    async add(caseId, items, merge) {
      const ids = items.map(() => parts.newId())
      await store.write(caseId, async (now) => {
        if (items.length === 0) return undefined
        const takenInAt = instantOf(parts.now())
        const placed = await places.atEnd(caseId, now, items)
        const added = placed.map((item, index) => newItem(item, { id: ids[index] ?? '', caseId, takenInAt }))
        return {
          items: byId(added),
          contents: contentsOf(added),
          step: { kind: 'item.add', ...(merge === undefined ? {} : { merge }) },
        }
      })
      return ids
    },

    async compose(caseId, work, step) {
      let ids: readonly string[] = []
      await store.write(caseId, async (now) => {
        const items = inOrder(now.draft, await now.allItems())
        const wanted = work({ draft: now.draft, items })
        if (!wanted) return undefined
        const { draft, added = [], changed = [] } = wanted
        const takenInAt = instantOf(parts.now())
        const placed = await places.atEnd(caseId, draft ? { ...now, draft } : now, added)
        ids = placed.map(() => parts.newId())
        const fresh = placed.map((item, index) => newItem(item, { id: ids[index] ?? '', caseId, takenInAt }))
        return {
          ...(draft ? { draft } : {}),
          items: byId([...fresh, ...changed]),
          contents: contentsOf([...fresh, ...changed]),
          step,
        }
      })
      return ids
    },

    edit: (caseId, ids, edit, step) =>
      store.write(caseId, async (now) => {
        const found = await everyItem(now, ids)
        const edited = found
          .map((item) => ({ before: item, after: { ...item, details: edit(item.details, item) } }))
          .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
          .map(({ after }) => after)
        return edited.length === 0 ? undefined : { items: byId(edited), step }
      }),

    move: (caseId, ids, to) =>
      store.write(caseId, async (now) => {
        const all = await now.allItems()
        const wanted = new Set(ids)
        const moving = inOrder(now.draft, all).filter((item) => wanted.has(item.id))
        if (moving.length !== wanted.size || !now.draft.groups.some((group) => group.id === to.groupId)) {
          throw new Failure('register.changed-elsewhere')
        }
        const changed = moved(
          all.filter((item) => item.groupId === to.groupId),
          moving,
          to,
        )
        return changed.length === 0 ? undefined : { items: byId(changed), step: { kind: 'item.move' } }
      }),

    setTrashed: (caseId, ids, trashed) =>
      store.write(caseId, async (now) => {
        const changing = (await everyItem(now, ids)).filter((item) => item.trashed !== trashed)
        if (changing.length === 0) return undefined
        if (trashed) {
          return { items: byId(changing.map((item) => ({ ...item, trashed }))), step: { kind: 'item.trash' } }
        }
        const homes = new Set(now.draft.groups.map((group) => group.id))
        const homeless = await places.atEnd(
          caseId,
          now,
          changing.filter((item) => !homes.has(item.groupId)),
        )
        const back = [...changing.filter((item) => homes.has(item.groupId)), ...homeless]
        return { items: byId(back.map((item) => ({ ...item, trashed }))), step: { kind: 'item.restore' } }
      }),

    setRotation: (caseId, id, rotation) =>
      store.write(caseId, async (now) => {
        const [item] = await everyItem(now, [id])
        if (!item || item.rotation === rotation) return undefined
        return { items: byId([{ ...item, rotation }]), quiet: true }
      }),

    async erase(caseId, ids) {
      let contents: readonly string[] = []
      await store.write(caseId, async (now) => {
        const trashed = [...(await now.items(ids)).values()].filter((item) => item.trashed)
        contents = trashed.map((item) => item.contentId)
        if (trashed.length === 0) return undefined
        return { items: new Map(trashed.map((item) => [item.id, undefined])) }
      })
      await store.exclusive(async () => {
        store.history.forgetItems(caseId, ids)
        const held = store.history.contentIds()
        await database.transaction('rw', contentTables(database), () =>
          removeUnused(database, new Set(contents), held),
        )
      })
    },

    async emptyTrash(caseId) {
      const items = await repository.ofCase(caseId)
      await repository.erase(
        caseId,
        items.filter((item) => item.trashed).map((item) => item.id),
      )
    },
  }
  return repository
}

/** An item as it is first stored. */
export function newItem(
  { groupId, rank, contentId, details, original, rotation = 0 }: NewItem & Pick<Item, 'rank'>,
  { id, caseId, takenInAt }: Pick<Item, 'id' | 'caseId' | 'takenInAt'>,
): Item {
  return {
    id,
    caseId,
    groupId,
    rank,
    contentId,
    details,
    original,
    takenInAt,
    trashed: false,
    rotation,
  }
}

function byId(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

/** The items, all of them; one that went meanwhile is a conflict. */
async function everyItem(now: CaseNow, ids: readonly string[]): Promise<readonly Item[]> {
  const found = await now.items(ids)
  if (found.size !== new Set(ids).size) throw new Failure('register.changed-elsewhere')
  return [...found.values()]
}
