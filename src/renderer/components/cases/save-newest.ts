import { recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { gapsOf } from '../../../shared/domain/case-gaps.ts'
import { saveCaseFolder, type SavedCaseFolder } from '../../case-folder/save-case-folder.ts'
import type { JobHandle } from '../../engine-host/jobs.ts'
import type { FolderSink } from '../../platform/platform.ts'
import type { Session } from '../../register/session.ts'

export interface SavedCase extends SavedCaseFolder {
  /** Something required is blank: only a draft can be built. */
  readonly hasGaps: boolean
}

/**
 * Saves a case as it is when the job's turn comes, with what was typed until then. Undefined when the case is gone; then
 * nothing is left of the folder. Ends the sink. Throws as `saveCaseFolder`.
 */
export async function saveNewest(
  session: Pick<Session, 'register' | 'settled'>,
  caseId: string,
  folder: FolderSink,
  job: JobHandle,
): Promise<SavedCase | undefined> {
  await session.settled()
  const { cases, items: all, contents } = session.register()
  const [stored, items] = await Promise.all([cases.get(caseId), all.ofCase(caseId)])
  if (!stored) {
    await folder.abort()
    return undefined
  }
  const { draft } = stored
  const saved = await saveCaseFolder({ draft, items, contents, folder }, job)
  const kept = items.filter((item) => !item.trashed)
  const record = recordOfDraft(draft, (group) =>
    kept.filter((item) => item.groupId === group.id).map((item) => ({ ...item.details, file: item.id })),
  )
  return { ...saved, hasGaps: gapsOf(record).length > 0 }
}
