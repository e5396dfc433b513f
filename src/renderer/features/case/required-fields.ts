import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { gapsOf } from '../../../shared/domain/case-gaps.ts'
import { CaseRecord } from '../../../shared/domain/case-record.ts'
import { withValue, type CasePath } from './case-path.ts'

/** True when the bundle could not be built with this place blank; asked of the rules themselves. */
export function isRequired(draft: CaseDraft, path: CasePath): boolean {
  if (path === 'caseCode') return !CaseRecord.shape.caseCode.safeParse('').success
  const blanked = recordOfDraft(withValue(draft, path, ''), () => [])
  return gapsOf(blanked).some((gap) => gap.subject === path)
}
