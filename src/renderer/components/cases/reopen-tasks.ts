import { type Waiver, withoutWaivers, withWaiverTakenBack } from '../../../shared/domain/closing.ts'
import type { CaseRepository } from '../../register/register.ts'

const step = { kind: 'case.edit' } as const

/** Opens what was waived in closing a case that is worked on again; gives how to put it back. Throws as `CaseRepository.edit`. */
export async function reopenTasks(cases: CaseRepository, caseId: string): Promise<() => Promise<void>> {
  const closing = (await cases.get(caseId))?.draft.closing
  await cases.edit(caseId, withoutWaivers, step)
  return async () => {
    if (closing) await cases.edit(caseId, (draft) => ({ ...draft, closing }), step)
  }
}

/** Takes back what was waived when a case was closed just now. Throws as `CaseRepository.edit`. */
export async function takeWaiverBack(cases: CaseRepository, caseId: string, waiver: Waiver): Promise<void> {
  await cases.edit(caseId, (draft) => withWaiverTakenBack(draft, waiver), step)
}
