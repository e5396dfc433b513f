import { Failure } from '../../shared/contract/failure.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import type { CaseNow } from './case-write.ts'
import { byRank, groupFor, ranksAfter } from './item-order.ts'

/**
 * The same items at the ends of their groups, in their order. `last` holds the last rank of each group, and is kept up.
 * Throws Failure register.changed-elsewhere without any group.
 */
export function placedAfter<T extends { readonly groupId: string }>(
  last: Map<string, string>,
  draft: CaseDraft,
  items: readonly T[],
): readonly (T & { readonly rank: string })[] {
  return items.map((item) => {
    const groupId = groupFor(draft, item.groupId)
    if (groupId === undefined) throw new Failure('register.changed-elsewhere')
    const [rank = ''] = ranksAfter(last.get(groupId), 1)
    last.set(groupId, rank)
    return { ...item, groupId, rank }
  })
}

/**
 * Places at the ends of groups. Remembers where a group ended as long as nobody else wrote to the case, so that taking in
 * thousands of files one by one does not read all items each time.
 */
export function itemPlaces() {
  const ends = new Map<string, { readonly rev: number; readonly last: ReadonlyMap<string, string> }>()

  async function endsOf(caseId: string, now: CaseNow): Promise<ReadonlyMap<string, string>> {
    const known = ends.get(caseId)
    if (known?.rev === now.rev) return known.last
    const items = [...(await now.allItems())].sort(byRank)
    return new Map(items.map((item) => [item.groupId, item.rank]))
  }

  return {
    /** As `placedAfter`, behind the items that are there. */
    async atEnd<T extends { readonly groupId: string }>(
      caseId: string,
      now: CaseNow,
      items: readonly T[],
    ): Promise<readonly (T & { readonly rank: string })[]> {
      if (items.length === 0) return []
      const last = new Map(await endsOf(caseId, now))
      const placed = placedAfter(last, now.draft, items)
      // Holds only if the write that asked succeeds: then the case is at its next revision.
      ends.set(caseId, { rev: now.rev + 1, last })
      return placed
    },
  }
}
