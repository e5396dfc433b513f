import type { CaseDraft } from './case-draft.ts'
import { type ClosingTask, closingTasks } from './case-stage.ts'

/** What is left before a case may be closed, in the order of the proceedings. */
export function openTasks({ closing }: Pick<CaseDraft, 'closing'>): readonly ClosingTask[] {
  const dealtWith = new Set((closing ?? []).map(({ task }) => task))
  return closingTasks.filter((task) => !dealtWith.has(task))
}

/** The draft with whatever is left waived on a plain date, for a reason. */
export function withRestWaived(draft: CaseDraft, on: string, reason: string): CaseDraft {
  const waived = openTasks(draft).map((task) => ({ task, state: 'waived' as const, on, reason }))
  return waived.length === 0 ? draft : { ...draft, closing: [...(draft.closing ?? []), ...waived] }
}
