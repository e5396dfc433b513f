import { instantOf } from '../../shared/domain/instant.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import type { BoardJudge } from './board-judge.ts'
import { isDamaged } from './damage.ts'
import { countsAfter, digestsOf, restsOnOriginals, summaryOfDraft } from './case-summary.ts'
import type { Values } from './history.ts'
import type { CaseState, CaseSummary, EditStep, Item } from './register.ts'
import { failureOfWrite, type RegisterDb, type SealedItemRow } from './register-db.ts'
import type { SealedRows } from './sealed-rows.ts'
import { assertStorableDraft, assertStorableItem } from './well-formed.ts'

/** What the repositories stand on. */
export interface StoreParts {
  readonly database: RegisterDb
  readonly rows: SealedRows
  /** Throws Failure register.locked or register.read-only. */
  readonly requireWritable: () => void
  readonly now: () => Date
  readonly newId: () => string
  /** Absent: summaries say nothing for the board. */
  readonly board?: BoardJudge | undefined
}

/** A case as a write finds it. */
export interface CaseNow {
  readonly draft: CaseDraft
  readonly summary: CaseSummary
  /** Revision of the case: rises with every write to it. */
  readonly rev: number
  /** Those of the items that exist in this case. */
  readonly items: (ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>
  readonly allItems: () => Promise<readonly Item[]>
}

/** A content, with the name a person knows it by. */
export interface NamedContent {
  readonly id: string
  readonly name: string
}

/** What a write wants to stand there; what is not named stays. */
export interface CaseChange {
  readonly draft?: CaseDraft
  readonly state?: CaseState
  /** New values by id; undefined removes the item. */
  readonly items?: ReadonlyMap<string, Item | undefined>
  /** Contents that must be complete. */
  readonly contents?: readonly NamedContent[]
  /** The step of the history it makes, if it makes one. */
  readonly step?: EditStep
  /** The summary is made anew of the draft that is there. */
  readonly judgeAnew?: boolean
  /** The case does not count as changed. */
  readonly quiet?: boolean
}

export type Decide = (now: CaseNow) => Promise<CaseChange | undefined>

export interface Written {
  readonly step: EditStep | undefined
  readonly before: Values
  readonly after: Values
}

/** Revisions of removed items: one that comes back must not repeat what was seen under an old number. */
export type RemovedRevisions = Map<string, number>

/**
 * Reads a case, decides, seals, and stores everything with the summary in one transaction. Every write to a case raises
 * the revision of its summary; when another window raised it meanwhile nothing is stored and 'overtaken' is given.
 */
export async function writeCase(
  parts: StoreParts,
  removed: RemovedRevisions,
  caseId: string,
  decide: Decide,
): Promise<Written | 'overtaken' | undefined> {
  const { database, rows } = parts
  parts.requireWritable()
  const [caseRow, summaryRow] = await database.transaction('r', database.cases, database.summaries, () =>
    Promise.all([database.cases.get(caseId), database.summaries.get(caseId)]),
  )
  if (!caseRow || !summaryRow) throw new Failure('register.changed-elsewhere')
  const draft = await rows.open<CaseDraft>('cases', caseRow)
  const summary = await rows.open<CaseSummary>('summaries', summaryRow)
  const seen = seenItems(parts, caseId)
  const change = await decide({
    draft,
    summary,
    rev: summaryRow.rev,
    items: seen.read,
    allItems: seen.readAll,
  })
  if (!change) return undefined

  const items = change.items ?? new Map<string, Item | undefined>()
  await seen.read([...items.keys()].filter((id) => !seen.has(id)))
  if (change.draft) assertStorableDraft(change.draft)
  const itemChanges = [...items].map(([id, after]) => ({ before: seen.get(id), after }))
  const nextDraft = change.draft ?? draft
  const rests = restsOnOriginals(nextDraft)
  const isJudged = change.draft !== undefined || change.judgeAnew === true || (rests && items.size > 0)
  const present = rests && isJudged ? await allOrDamaged(seen, items.size > 0) : []
  // With an item that cannot be read nobody knows; what was found before stays.
  const board = present === 'damaged' ? undefined : parts.board
  const here = present === 'damaged' ? undefined : digestsOf(itemsAfter(present, items))
  const nextSummary: CaseSummary = {
    ...summary,
    ...(isJudged ? summaryOfDraft(nextDraft, board, here) : {}),
    ...countsAfter(summary, itemChanges),
    ...(change.state ? { state: change.state } : {}),
    ...(change.quiet ? {} : { changedAt: instantOf(parts.now()) }),
  }
  const nextRev = (id: string) => Math.max(seen.revOf(id), removed.get(id) ?? 0) + 1
  const [sealedSummary, sealedCase, sealedItems] = await Promise.all([
    rows.seal('summaries', caseId, summaryRow.rev + 1, nextSummary),
    change.draft ? rows.seal('cases', caseId, caseRow.rev + 1, change.draft) : undefined,
    Promise.all([...items].flatMap(([id, item]) => (item ? [sealItem(rows, item, nextRev(id))] : []))),
  ])
  const gone = [...items].flatMap(([id, item]) => (item ? [] : [id]))

  // The pen may have gone to another window while sealing.
  parts.requireWritable()
  const tables = [database.summaries, database.cases, database.items, database.contents]
  const storing = database.transaction('rw', tables, async () => {
    const current = await database.summaries.get(caseId)
    if (current?.rev !== summaryRow.rev) return false
    await requireComplete(database, change.contents ?? [])
    await database.summaries.put(sealedSummary)
    if (sealedCase) await database.cases.put(sealedCase)
    await database.items.bulkPut(sealedItems)
    await database.items.bulkDelete(gone)
    return true
  })
  const stored = await storing.catch((error: unknown) => {
    throw failureOfWrite(error, nextSummary.caseCode)
  })
  if (!stored) return 'overtaken'

  rows.remember('summaries', caseId, sealedSummary.rev, nextSummary)
  if (sealedCase) rows.remember('cases', caseId, sealedCase.rev, change.draft)
  for (const row of sealedItems) rows.remember('items', row.id, row.rev, items.get(row.id))
  for (const id of gone) removed.set(id, nextRev(id))
  const after: Values = { ...named(change.draft, change.state), items }
  const before: Values = {
    ...named(change.draft && draft, change.state && summary.state),
    items: new Map([...items.keys()].map((id) => [id, seen.get(id)])),
  }
  return { step: change.step, before, after }
}

/** All items of a case; where items are written, one that is damaged is thrown as it is. */
async function allOrDamaged(
  seen: ReturnType<typeof seenItems>,
  writesItems: boolean,
): Promise<readonly Item[] | 'damaged'> {
  try {
    return await seen.readAll()
  } catch (error) {
    if (writesItems || !isDamaged(error)) throw error
    return 'damaged'
  }
}

/** The items of a case as they will be. */
function itemsAfter(before: readonly Item[], changes: ReadonlyMap<string, Item | undefined>): Item[] {
  const after = new Map<string, Item | undefined>(before.map((item) => [item.id, item]))
  for (const [id, item] of changes) after.set(id, item)
  return [...after.values()].filter((item) => item !== undefined)
}

/** Throws Failure content.missing unless all are stored; inside a transaction over contents. */
export async function requireComplete(
  database: RegisterDb,
  contents: readonly NamedContent[],
): Promise<void> {
  for (const { id, name } of contents) {
    const content = await database.contents.get(id)
    if (content?.state !== 'complete') throw new Failure('content.missing', { name })
  }
}

/** The contents of items, by the names of their originals. */
export function contentsOf(items: readonly Item[]): readonly NamedContent[] {
  return items.map((item) => ({ id: item.contentId, name: item.original.path }))
}

/** Values of a case that leave out what is not there. */
export function named(
  draft: CaseDraft | undefined,
  state: CaseState | undefined,
): Pick<Values, 'draft' | 'state'> {
  return { ...(draft ? { draft } : {}), ...(state ? { state } : {}) }
}

/** Seals an item with the columns that stand beside. Throws a TypeError when it is not whole. */
export async function sealItem(rows: SealedRows, item: Item, rev: number): Promise<SealedItemRow> {
  assertStorableItem(item)
  const row = await rows.seal('items', item.id, rev, item)
  return { ...row, caseId: item.caseId, contentId: item.contentId }
}

/** Items of a case as they were read, with their revisions. */
function seenItems({ database, rows }: StoreParts, caseId: string) {
  const seen = new Map<string, { readonly rev: number; readonly item: Item }>()
  const opened = async (sealed: readonly SealedItemRow[]): Promise<Item[]> => {
    const items = await rows.openAll<Item>('items', sealed)
    items.forEach((item, index) => seen.set(item.id, { rev: sealed[index]?.rev ?? 0, item }))
    return items
  }
  return {
    has: (id: string) => seen.has(id),
    get: (id: string) => seen.get(id)?.item,
    revOf: (id: string) => seen.get(id)?.rev ?? 0,
    read: async (ids: readonly string[]): Promise<ReadonlyMap<string, Item>> => {
      const found = await database.items.bulkGet([...ids])
      const items = await opened(
        found.filter((row) => row?.caseId === caseId).filter((row) => row !== undefined),
      )
      return new Map(items.map((item) => [item.id, item]))
    },
    readAll: async (): Promise<readonly Item[]> =>
      opened(await database.items.where('caseId').equals(caseId).toArray()),
  }
}
