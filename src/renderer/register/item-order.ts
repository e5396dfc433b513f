import { generateNKeysBetween } from 'fractional-indexing'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import type { EvidenceSet } from '../../shared/domain/evidence-item.ts'
import type { Item } from './register.ts'

/** Order of ranks and, for equal ones, ids: the same in every window. */
export function byRank(left: Item, right: Item): number {
  if (left.rank !== right.rank) return left.rank < right.rank ? -1 : 1
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0
}

/** Items in the order of their groups and ranks; those of a group that is gone come last. */
export function inOrder(draft: CaseDraft, items: readonly Item[]): readonly Item[] {
  const places = new Map(draft.groups.map((group, index) => [group.id, index]))
  const placeOf = (item: Item) => places.get(item.groupId) ?? places.size
  return [...items].sort((left, right) => placeOf(left) - placeOf(right) || byRank(left, right))
}

/** Ranks for `count` items at the end of a group. */
export function ranksAfter(last: string | undefined, count: number): readonly string[] {
  return generateNKeysBetween(last ?? null, null, count)
}

/** The group a new or restored item comes to: its own, else the last one of evidence. Undefined when there is none. */
export function groupFor(draft: CaseDraft, groupId: string): string | undefined {
  if (draft.groups.some((group) => group.id === groupId)) return groupId
  const last = (set: EvidenceSet) => draft.groups.findLast((group) => group.set === set)
  return (last('evidence') ?? last('identity') ?? draft.groups.at(-1))?.id
}

/**
 * The items that change when `moving` (in their order) comes before the item `before` of a group, or to its end. The
 * neighbours keep their ranks, unless two of them are equal; then the whole group is ranked anew.
 */
export function moved(
  groupItems: readonly Item[],
  moving: readonly Item[],
  to: { readonly groupId: string; readonly before?: string },
): readonly Item[] {
  const movingIds = new Set(moving.map((item) => item.id))
  const inGroup = [...groupItems].sort(byRank)
  const staying = inGroup.filter((item) => !movingIds.has(item.id))
  const found = to.before === undefined ? -1 : staying.findIndex((item) => item.id === to.before)
  const at = found < 0 ? staying.length : found
  const wanted = [...staying.slice(0, at), ...moving, ...staying.slice(at)]
  if (wanted.length === inGroup.length && wanted.every((item, index) => item.id === inGroup[index]?.id))
    return []

  const [left, right] = [staying[at - 1]?.rank ?? null, staying[at]?.rank ?? null]
  const crowded = left !== null && right !== null && left >= right
  const ranked = crowded ? wanted : moving
  const ranks = crowded
    ? generateNKeysBetween(null, null, ranked.length)
    : generateNKeysBetween(left, right, ranked.length)
  return ranked.map((item, index) => ({ ...item, groupId: to.groupId, rank: ranks[index] ?? item.rank }))
}
