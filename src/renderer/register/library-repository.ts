import { Failure } from '../../shared/contract/failure.ts'
import { blankProfile, HolderProfile } from '../../shared/domain/holder-profile.ts'
import { blankPaper, StandingPaper } from '../../shared/domain/standing-paper.ts'
import type { CaseStore } from './case-store.ts'
import { requireComplete, type StoreParts } from './case-write.ts'
import { contentTables, removeUnused } from './content-rows.ts'
import { isDamaged } from './damage.ts'
import type { HolderRepository, LibraryPaper, PaperRepository, StoredHolder } from './library-records.ts'
import type { Item } from './register.ts'
import { failureOfWrite, type SealedPaperRow, type SealedRow } from './register-db.ts'
import { assertStorable } from './well-formed.ts'

/** Right holders, one sealed row each. */
export function holderRepository(parts: StoreParts, store: CaseStore): HolderRepository {
  const { database, rows, requireWritable } = parts

  async function put(holder: HolderProfile, before: SealedRow | undefined): Promise<void> {
    assertStorable(HolderProfile, holder, 'holder')
    const row = await rows.seal('holders', holder.id, (before?.rev ?? 0) + 1, holder)
    requireWritable()
    const storing = before ? database.holders.put(row) : database.holders.add(row)
    await storing.catch((error: unknown) => {
      throw failureOfWrite(error, holder.nameZh)
    })
    rows.remember('holders', row.id, row.rev, holder)
  }

  return {
    async all() {
      const stored = await database.holders.toArray()
      return eachOrStandIn<StoredHolder, SealedRow>(
        (row) => rows.openAll<HolderProfile>('holders', row),
        stored,
        ({ id }) => ({ ...blankProfile(id), isDamaged: true }),
      )
    },
    async get(id) {
      const row = await database.holders.get(id)
      return row && (await rows.openAll<HolderProfile>('holders', [row]))[0]
    },
    add: (holder) =>
      store.exclusive(async () => {
        requireWritable()
        await put(holder, undefined)
      }),
    edit: (id, edit) =>
      store.exclusive(async () => {
        requireWritable()
        const row = await database.holders.get(id)
        if (row) await put({ ...edit(await rows.open<HolderProfile>('holders', row)), id }, row)
      }),
    remove: (id) =>
      store.exclusive(async () => {
        requireWritable()
        const held = store.history.contentIds()
        const tables = [database.holders, ...contentTables(database)]
        await database.transaction('rw', tables, async () => {
          const papers = await database.papers.where('holderId').equals(id).toArray()
          await database.papers.bulkDelete(papers.map((paper) => paper.id))
          await database.holders.delete(id)
          await removeUnused(database, contentsOfRows(papers), held)
        })
      }),
  }
}

/** Standing papers, one sealed row each. */
export function paperRepository(parts: StoreParts, store: CaseStore): PaperRepository {
  const { database, rows, requireWritable } = parts

  const opened = async (stored: readonly SealedPaperRow[]): Promise<readonly LibraryPaper[]> =>
    eachOrStandIn<LibraryPaper, SealedPaperRow>(
      (row) => rows.openAll<StandingPaper>('papers', row),
      stored,
      ({ id, holderId }) => ({ ...blankPaper(id, holderId, 'other', ''), isDamaged: true }),
    )

  async function seal(paper: StandingPaper, rev: number): Promise<SealedPaperRow> {
    assertStorable(StandingPaper, paper, 'paper')
    const { id, holderId, contentId } = paper
    return { ...(await rows.seal('papers', id, rev, paper)), holderId, contentId }
  }

  /** Adds papers and puts others in their old places, all or nothing. */
  async function write(
    added: readonly StandingPaper[],
    changed: readonly { readonly paper: StandingPaper; readonly before: SealedPaperRow }[],
  ): Promise<void> {
    const addedRows = await Promise.all(added.map((paper) => seal(paper, 1)))
    const changedRows = await Promise.all(changed.map(({ paper, before }) => seal(paper, before.rev + 1)))
    requireWritable()
    const tables = [database.papers, database.holders, database.contents]
    const storing = database.transaction('rw', tables, async () => {
      for (const { holderId, contentId, name } of added) {
        if (!(await database.holders.get(holderId))) throw new Failure('register.changed-elsewhere')
        if (contentId !== '') await requireComplete(database, [{ id: contentId, name }])
      }
      for (const { before } of changed) {
        const now = await database.papers.get(before.id)
        if (now?.rev !== before.rev) throw new Failure('register.changed-elsewhere')
      }
      await database.papers.bulkAdd(addedRows)
      await database.papers.bulkPut(changedRows)
    })
    await storing.catch((error: unknown) => {
      throw failureOfWrite(error, added[0]?.name ?? changed[0]?.paper.name ?? '')
    })
    const all = [...added, ...changed.map(({ paper }) => paper)]
    ;[...addedRows, ...changedRows].forEach((row, index) =>
      rows.remember('papers', row.id, row.rev, all[index]),
    )
  }

  return {
    all: async () => opened(await database.papers.toArray()),
    ofHolder: async (holderId) => opened(await database.papers.where('holderId').equals(holderId).toArray()),
    async get(id) {
      const row = await database.papers.get(id)
      return row && (await rows.openAll<StandingPaper>('papers', [row]))[0]
    },
    async casesWith(contentId) {
      if (contentId === '') return []
      const stored = await database.items.where('contentId').equals(contentId).toArray()
      const items = await rows.openAll<Item>('items', stored)
      return [...new Set(items.filter((item) => !item.trashed).map((item) => item.caseId))]
    },
    add: (papers) =>
      store.exclusive(async () => {
        requireWritable()
        await write(papers, [])
      }),
    edit: (id, edit) =>
      store.exclusive(async () => {
        requireWritable()
        const before = await database.papers.get(id)
        if (!before) return
        const { holderId, contentId } = before
        const paper = { ...edit(await rows.open<StandingPaper>('papers', before)), id, holderId, contentId }
        await write([], [{ paper, before }])
      }),
    replace: (id, by) =>
      store.exclusive(async () => {
        requireWritable()
        const before = await database.papers.get(id)
        if (!before) throw new Failure('register.changed-elsewhere')
        const old = await rows.open<StandingPaper>('papers', before)
        await write([by], [{ paper: { ...old, archived: true, replacedBy: by.id }, before }])
      }),
    remove: (ids) =>
      store.exclusive(async () => {
        requireWritable()
        const held = store.history.contentIds()
        await database.transaction('rw', contentTables(database), async () => {
          const stored = (await database.papers.bulkGet([...ids])).filter((row) => row !== undefined)
          await database.papers.bulkDelete(stored.map((row) => row.id))
          await removeUnused(database, contentsOfRows(stored), held)
        })
      }),
  }
}

function contentsOfRows(papers: readonly SealedPaperRow[]): ReadonlySet<string> {
  return new Set(papers.map(({ contentId }) => contentId).filter((id) => id !== ''))
}

/** Opens rows; one that cannot be opened must not take the list with it. */
async function eachOrStandIn<T, Row extends SealedRow>(
  open: (rows: readonly Row[]) => Promise<readonly T[]>,
  stored: readonly Row[],
  standIn: (row: Row) => T,
): Promise<readonly T[]> {
  try {
    return await open(stored)
  } catch (error) {
    if (!isDamaged(error)) throw error
  }
  const each = async (row: Row): Promise<T> => {
    try {
      return (await open([row]))[0] ?? standIn(row)
    } catch (error) {
      if (!isDamaged(error)) throw error
      return standIn(row)
    }
  }
  return Promise.all(stored.map(each))
}
