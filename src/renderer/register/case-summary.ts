import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import type { BoardJudge } from './board-judge.ts'
import type { CaseSummary, Item } from './register.ts'

/** SHA-256 of the originals that are in a case: those of its items that are not trashed. */
export function digestsOf(items: Iterable<Item>): ReadonlySet<string> {
  return new Set([...items].flatMap((item) => (item.trashed ? [] : [item.original.sha256])))
}

/** True when the board's facts of a case depend on which originals are in it. */
export function restsOnOriginals({ checklist = [] }: CaseDraft): boolean {
  return checklist.some(({ sha256 }) => sha256 !== undefined)
}

/** What changes of a summary when the draft does. `here`: the originals in the case, where the board rests on them. */
export function summaryOfDraft(
  draft: CaseDraft,
  board: BoardJudge | undefined,
  here: ReadonlySet<string> = new Set(),
) {
  const { notice } = draft
  return {
    ...(board ? { board: { ruleset: board.ruleset, facts: board.judge(draft, here) } } : {}),
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
