import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { gapsOf } from '../../../shared/domain/case-gaps.ts'
import { withValue, type CasePath } from './case-path.ts'

/** True when the bundle could not be built with this place blank; asked of the rules themselves. */
export function isRequired(draft: CaseDraft, path: CasePath): boolean {
  const blanked = recordOfDraft(withValue(draft, path, ''), () => [])
  return gapsOf(blanked).some((gap) => gap.subject === path)
}
