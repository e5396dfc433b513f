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

type Closing = NonNullable<CaseDraft['closing']>

/** Tasks that were waived for one of these reasons: those of closing a case, not what a person wrote of a single task. */
export function waivedFor(
  { closing = [] }: Pick<CaseDraft, 'closing'>,
  reasons: ReadonlySet<string>,
): Closing {
  return closing.filter(({ state, reason = '' }) => state === 'waived' && reasons.has(reason))
}

/** The draft of a case that is worked on again: what was waived for these reasons is open again, all else stays. */
export function withoutWaivers(draft: CaseDraft, reasons: ReadonlySet<string>): CaseDraft {
  const waived = new Set<Closing[number]>(waivedFor(draft, reasons))
  if (waived.size === 0) return draft
  return { ...draft, closing: (draft.closing ?? []).filter((entry) => !waived.has(entry)) }
}

/** The draft with entries put back for tasks of which nothing was said since. */
export function withEntriesPutBack(draft: CaseDraft, entries: Closing): CaseDraft {
  const { closing = [] } = draft
  const known = new Set(closing.map(({ task }) => task))
  const missing = entries.filter(({ task }) => !known.has(task))
  return missing.length === 0 ? draft : { ...draft, closing: [...closing, ...missing] }
}

/** The draft of a case that is not closed after all: what was waived in closing it is open again. */
export function withWaiverTakenBack(draft: CaseDraft, { on, reason }: Waiver): CaseDraft {
  const closing = (draft.closing ?? []).filter(
    (entry) => !(entry.state === 'waived' && entry.on === on && entry.reason === reason),
  )
  return closing.length === (draft.closing ?? []).length ? draft : { ...draft, closing }
}
