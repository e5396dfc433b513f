import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import type { CaseRecord } from '../../../shared/domain/case-record.ts'
import type { Item } from '../../register/register.ts'

/** A case with its items that are not in the trash as `case.json` would hold it; places are those of the findings. Not judged. */
export function recordOnScreen(draft: CaseDraft, items: readonly Item[]): CaseRecord {
  const present = items.filter((item) => !item.trashed)
  return recordOfDraft(draft, (group) =>
    present
      .filter((item) => item.groupId === group.id)
      .map((item) => ({ ...item.details, file: item.original.path })),
  )
}
