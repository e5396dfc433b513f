import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import type { BoardJudge } from './board-judge.ts'
import type { CaseSummary, Item } from './register.ts'

/** What changes of a summary when the draft does. */
export function summaryOfDraft(draft: CaseDraft, board: BoardJudge | undefined) {
  const { notice } = draft
  return {
    ...(board ? { board: { ruleset: board.ruleset, facts: board.judge(draft) } } : {}),
    caseCode: draft.caseCode,
    brand: draft.brand ?? '',
    office: notice.office,
    documentNumber: notice.documentNumber ?? '',
    caseNumber: notice.caseNumber ?? '',
    suspects: draft.suspects.map((suspect) => suspect.name),
    rightHolders: draft.rightHolders.map((holder) => holder.nameZh || (holder.nameEn ?? '')),
    crimes: draft.crimes,
    receivedOn: notice.receivedOn ?? '',
    replyDueOn: notice.replyDueOn ?? '',
  } satisfies Partial<CaseSummary>
}

/** One item before and after a write; undefined where it did not or does not exist. */
export interface ItemChange {
  readonly before: Item | undefined
  readonly after: Item | undefined
}

/** Counts of a summary after items changed. Trashed items do not count. */
export function countsAfter(
  counts: Pick<CaseSummary, 'itemCount' | 'itemBytes'>,
  changes: Iterable<ItemChange>,
): Pick<CaseSummary, 'itemCount' | 'itemBytes'> {
  let { itemCount, itemBytes } = counts
  for (const { before, after } of changes) {
    const [left, right] = [shown(before), shown(after)]
    itemCount += (right ? 1 : 0) - (left ? 1 : 0)
    itemBytes += (right?.original.bytes ?? 0) - (left?.original.bytes ?? 0)
  }
  return { itemCount, itemBytes }
}

function shown(item: Item | undefined): Item | undefined {
  return item && !item.trashed ? item : undefined
}
