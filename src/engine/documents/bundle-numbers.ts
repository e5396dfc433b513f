import type { BundlePlan, PlannedGroup, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { EvidenceSet } from '../../shared/domain/evidence-item.ts'

/** Where an item lies: printed numbers, both included, and the zero-based index of its first page. */
export interface ItemPages {
  readonly firstPage: number
  readonly lastPage: number
  readonly pageIndex: number
}

/** Every number the papers print about the bundle. */
export interface BundleNumbers {
  readonly items: ReadonlyMap<string, ItemPages>
  /** Printed numbers of the pages of the table of evidence. */
  readonly table: { readonly first: number; readonly last: number }
  /** Printed number of the page of the table that has an item's row. */
  readonly rowPages: ReadonlyMap<string, number>
  readonly first: number
  readonly last: number
}

/** What is counted of a group, a set or the whole bundle. Pages are those of the items alone. */
export interface Tally {
  readonly groups: number
  readonly items: number
  readonly pages: number
  readonly originals: number
  readonly copies: number
  readonly electronic: number
  readonly unnamed: number
}

/** Counts groups, items, their pages and forms. */
export function tallyOf(groups: readonly PlannedGroup[], numbers: BundleNumbers): Tally {
  const items = groups.flatMap((group) => group.items)
  const of = (form: PlannedItem['entry']['form']) => items.filter((item) => item.entry.form === form).length
  return {
    groups: groups.length,
    items: items.length,
    pages: items.reduce((sum, item) => sum + pageCountOf(item, numbers), 0),
    originals: of('original'),
    copies: of('copy'),
    electronic: of('electronic'),
    unnamed: of(''),
  }
}

export function pageCountOf(item: PlannedItem, numbers: BundleNumbers): number {
  const pages = pagesOf(item, numbers)
  return pages.lastPage - pages.firstPage + 1
}

export function pagesOf(item: PlannedItem, numbers: BundleNumbers): ItemPages {
  const pages = numbers.items.get(item.label)
  if (!pages) throw new Error(`no pages for ${item.label}`)
  return pages
}

/** First and last printed number of a group's items. */
export function groupPages(group: PlannedGroup, numbers: BundleNumbers): { first: number; last: number } {
  const all = group.items.map((item) => pagesOf(item, numbers))
  return {
    first: Math.min(...all.map((pages) => pages.firstPage)),
    last: Math.max(...all.map((pages) => pages.lastPage)),
  }
}

export function groupsOf(plan: BundlePlan, set: EvidenceSet): readonly PlannedGroup[] {
  return plan.groups.filter((group) => group.set === set)
}

/** Name of a group within the bundle, for anchors. */
export function groupKey(group: PlannedGroup): string {
  return `${group.set} ${group.number}`
}

/**
 * `12–18` on one line below a thousand, above on two: whether a cell has one line or two depends on the size of the
 * bundle alone, so the table cannot swing between two heights while its numbers settle.
 */
export function pageRange(first: number, last: number, numbers: BundleNumbers): string {
  if (first === last) return String(first)
  return numbers.last < 1000 ? `${first}–${last}` : `${first}–\n${last}`
}
