import { Failure } from '../../shared/contract/failure.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import { summaryOfDraft } from './case-summary.ts'
import { isDamaged } from './damage.ts'
import type { StoreParts } from './case-write.ts'
import type { CaseSummary } from './register.ts'

type Reading = Pick<StoreParts, 'database' | 'rows'>

/** Does what `read` does; a row that cannot be opened is told with the code of its case. Throws Failure register.damaged. */
export async function namingDamage<T>(parts: Reading, caseId: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!isDamaged(error)) throw error
    throw new Failure('register.damaged', { name: await codeOf(parts, caseId) }, error)
  }
}

/** What a list shows in the place of a summary that cannot be opened. Nothing is stored. */
export async function standInFor(parts: Reading, caseId: string): Promise<CaseSummary> {
  const draft = await draftOf(parts, caseId)
  return {
    id: caseId,
    caseCode: headOf(caseId),
    brand: '',
    office: '',
    documentNumber: '',
    caseNumber: '',
    suspects: [],
    rightHolders: [],
    crimes: [],
    receivedOn: '',
    replyDueOn: '',
    ...(draft ? summaryOfDraft(draft, undefined) : {}),
    itemCount: await parts.database.items.where('caseId').equals(caseId).count(),
    itemBytes: 0,
    createdAt: '',
    changedAt: '',
    state: 'open',
    isSample: false,
    isDamaged: true,
  }
}

/** The code of a case as far as a row still says it, else the head of its id, which tells it from others. */
async function codeOf(parts: Reading, caseId: string): Promise<string> {
  const draft = await draftOf(parts, caseId)
  if (draft) return draft.caseCode
  const row = await parts.database.summaries.get(caseId)
  const summary = row && (await opened(async () => parts.rows.open<CaseSummary>('summaries', row)))
  return summary?.caseCode ?? headOf(caseId)
}

async function draftOf({ database, rows }: Reading, caseId: string): Promise<CaseDraft | undefined> {
  const row = await database.cases.get(caseId)
  return row && opened(async () => rows.open<CaseDraft>('cases', row))
}

async function opened<T>(open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open()
  } catch (error) {
    if (isDamaged(error)) return undefined
    throw error
  }
}

function headOf(caseId: string): string {
  return `#${caseId.slice(0, 8)}`
}
