import {
  type Waiver,
  waivedFor,
  withEntriesPutBack,
  withoutWaivers,
  withWaiverTakenBack,
} from '../../../shared/domain/closing.ts'
import { casesWords as en } from '../../../shared/messages/en/window/cases.ts'
import { casesWords as zh } from '../../../shared/messages/zh/window/cases.ts'
import type { CaseRepository } from '../../register/register.ts'

const step = { kind: 'case.edit' } as const
/** What `ClosingDialog` gives as reason, in whichever language it was used. */
const reasons: ReadonlySet<string> = new Set([zh.waivedReason, en.waivedReason])

/**
 * Opens what was waived in closing a case that is worked on again; gives how to put it back. What a person waived for a
 * reason of its own stays. Throws as `CaseRepository.edit`.
 */
export async function reopenTasks(cases: CaseRepository, caseId: string): Promise<() => Promise<void>> {
  const draft = (await cases.get(caseId))?.draft
  const waived = draft ? waivedFor(draft, reasons) : []
  await cases.edit(caseId, (now) => withoutWaivers(now, reasons), step)
  return () => cases.edit(caseId, (now) => withEntriesPutBack(now, waived), step)
}

/** Takes back what was waived when a case was closed just now. Throws as `CaseRepository.edit`. */
export async function takeWaiverBack(cases: CaseRepository, caseId: string, waiver: Waiver): Promise<void> {
  await cases.edit(caseId, (draft) => withWaiverTakenBack(draft, waiver), step)
}
