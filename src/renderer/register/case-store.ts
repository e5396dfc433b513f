import { Failure } from '../../shared/contract/failure.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import {
  contentsOf,
  type Decide,
  named,
  type RemovedRevisions,
  requireComplete,
  sealItem,
  type StoreParts,
  writeCase,
} from './case-write.ts'
import { namingDamage } from './damaged-rows.ts'
import { type Exclusive, sameValues, type StepHistory, stepHistory, type Values } from './history.ts'
import type { CaseSummary, Item } from './register.ts'
import { failureOfWrite } from './register-db.ts'
import { assertStorableDraft } from './well-formed.ts'

/** Writes to cases, one after the other, and their history. */
export interface CaseStore {
  readonly history: StepHistory
  readonly exclusive: Exclusive
  /** Writes what `decide` says; decides once more when another window was faster, then Failure register.changed-elsewhere. */
  write(caseId: string, decide: Decide): Promise<void>
  /** Stores a new case with its items, all or nothing. */
  create(summary: CaseSummary, draft: CaseDraft, items: readonly Item[]): Promise<void>
  /** Resolves when all writes asked for so far ended, well or not. */
  readonly settled: () => Promise<void>
}

/** The one way into the tables of cases. Throws Failure register.full, with the code of the case. */
export function caseStore(parts: StoreParts): CaseStore {
  const removed: RemovedRevisions = new Map()
  let queue: Promise<unknown> = Promise.resolve()

  const exclusive: Exclusive = (work) => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  async function write(caseId: string, decide: Decide): Promise<void> {
    for (let tries = 0; tries < 2; tries++) {
      const written = await namingDamage(parts, caseId, () => writeCase(parts, removed, caseId, decide))
      if (written === 'overtaken') continue
      if (written?.step) history.record(caseId, written.step, written.before, written.after)
      return
    }
    throw new Failure('register.changed-elsewhere')
  }

  function restore(caseId: string, expected: Values, wanted: Values): Promise<void> {
    return write(caseId, async (now) => {
      const found = await now.items([...expected.items.keys()])
      const current: Values = {
        ...named(expected.draft && now.draft, expected.state && now.summary.state),
        items: new Map([...expected.items.keys()].map((id) => [id, found.get(id)])),
      }
      if (!sameValues(current, expected)) throw new Failure('register.changed-elsewhere')
      const items = new Map(
        [...wanted.items].map(([id, item]) => {
          const rotation = found.get(id)?.rotation ?? item?.rotation ?? 0
          return [id, item && { ...item, rotation }]
        }),
      )
      const back = [...items.values()]
        .filter((item) => item !== undefined)
        .filter((item) => !found.has(item.id))
      return {
        ...named(wanted.draft, wanted.state),
        items,
        contents: contentsOf(back),
      }
    })
  }

  const history = stepHistory(exclusive, restore)
  return {
    history,
    exclusive,
    write: (caseId, decide) => exclusive(() => write(caseId, decide)),
    create: (...given) => exclusive(() => createCase(parts, ...given)),
    async settled() {
      await queue
    },
  }
}

async function createCase(
  { database, rows, requireWritable }: StoreParts,
  summary: CaseSummary,
  draft: CaseDraft,
  items: readonly Item[],
) {
  requireWritable()
  assertStorableDraft(draft)
  const summaryRow = await rows.seal('summaries', summary.id, 1, summary)
  const caseRow = await rows.seal('cases', summary.id, 1, draft)
  const itemRows = await Promise.all(items.map((item) => sealItem(rows, item, 1)))
  requireWritable()
  const tables = [database.summaries, database.cases, database.items, database.contents]
  const storing = database.transaction('rw', tables, async () => {
    await requireComplete(database, contentsOf(items))
    await database.summaries.add(summaryRow)
    await database.cases.add(caseRow)
    await database.items.bulkAdd(itemRows)
  })
  await storing.catch((error: unknown) => {
    throw failureOfWrite(error, summary.caseCode)
  })
}
