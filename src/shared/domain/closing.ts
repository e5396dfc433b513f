import type { CaseDraft } from './case-draft.ts'
import { type ClosingTask, closingTasks } from './case-stage.ts'

/** What is left before a case may be closed, in the order of the proceedings. */
export function openTasks({ closing }: Pick<CaseDraft, 'closing'>): readonly ClosingTask[] {
  const dealtWith = new Set((closing ?? []).map(({ task }) => task))
  return closingTasks.filter((task) => !dealtWith.has(task))
}

/** That the rest was waived in closing a case: on a plain date, for a reason. */
export interface Waiver {
  readonly on: string
  readonly reason: string
}

/** The draft with whatever is left waived. */
export function withRestWaived(draft: CaseDraft, { on, reason }: Waiver): CaseDraft {
  const waived = openTasks(draft).map((task) => ({ task, state: 'waived' as const, on, reason }))
  return waived.length === 0 ? draft : { ...draft, closing: [...(draft.closing ?? []), ...waived] }
}

/** The draft of a case that is worked on again: what was waived is open again, what was done stays so. */
export function withoutWaivers(draft: CaseDraft): CaseDraft {
  const closing = (draft.closing ?? []).filter(({ state }) => state !== 'waived')
  return closing.length === (draft.closing ?? []).length ? draft : { ...draft, closing }
}

/** The draft of a case that is not closed after all: what was waived in closing it is open again. */
export function withWaiverTakenBack(draft: CaseDraft, { on, reason }: Waiver): CaseDraft {
  const closing = (draft.closing ?? []).filter(
    (entry) => !(entry.state === 'waived' && entry.on === on && entry.reason === reason),
  )
  return closing.length === (draft.closing ?? []).length ? draft : { ...draft, closing }
}
