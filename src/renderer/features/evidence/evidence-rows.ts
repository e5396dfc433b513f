import type { GroupDraft } from '../../../shared/domain/case-draft.ts'
import { itemGaps } from '../../../shared/domain/case-gaps.ts'
import {
  type EvidenceItem,
  type EvidenceSet,
  evidenceSets,
  isHandedIn,
} from '../../../shared/domain/evidence-item.ts'
import { itemLabels } from '../../../shared/domain/plan-bundle.ts'
import type { Item } from '../../register/register.ts'

/** A line of the table of items: an item with what its place in the case says of it. */
export interface EvidenceRow {
  readonly id: string
  readonly item: Item
  readonly group: GroupDraft
  /** As it will be printed, `E001`; empty where it is not handed in. */
  readonly label: string
  /** From 1, inside the group. */
  readonly position: number
  readonly groupSize: number
  /** Required places that are blank, by their key in case.json. */
  readonly gaps: readonly string[]
  /** Labels of other items with the same content. */
  readonly sameAs: readonly string[]
}

/** The groups in the order of the bundle: identity first, what is not handed in last. */
export function groupsInOrder(groups: readonly GroupDraft[]): readonly GroupDraft[] {
  return evidenceSets.flatMap((set) => groups.filter((group) => group.set === set))
}

/** The items of a case that are not in the trash, in the order of the bundle. `items` come in the order of their ranks. */
export function evidenceRows(groups: readonly GroupDraft[], items: readonly Item[]): readonly EvidenceRow[] {
  const kept = items.filter((item) => !item.trashed)
  const entries = new Map<Item, EvidenceItem>(
    kept.map((item) => [item, { ...item.details, file: item.original.path }]),
  )
  const grouped = groupsInOrder(groups).map((group) => ({
    group,
    items: kept.filter((item) => item.groupId === group.id),
  }))
  const labels = itemLabels(
    grouped.map(({ group, items }) => ({
      name: group.name,
      set: group.set,
      items: items.flatMap((item) => entries.get(item) ?? []),
    })),
  )
  const labelOf = (item: Item) => labels.get(entries.get(item) ?? missing) ?? ''
  const alike = new Map<string, Item[]>()
  for (const { group, items } of grouped) {
    // A letter kept with the case and handed in too is no mistake.
    if (!isHandedIn(group)) continue
    for (const item of items) {
      const same = alike.get(item.original.sha256)
      if (same) same.push(item)
      else alike.set(item.original.sha256, [item])
    }
  }
  return grouped.flatMap(({ group, items }) =>
    items.map((item, index) => ({
      id: item.id,
      item,
      group,
      label: labelOf(item),
      position: index + 1,
      groupSize: items.length,
      gaps: gapsOfItem(group.set, item.details),
      sameAs: isHandedIn(group)
        ? (alike.get(item.original.sha256) ?? []).filter((other) => other !== item).map(labelOf)
        : [],
    })),
  )
}

const missing: EvidenceItem = {
  file: '-',
  name: '',
  kind: '',
  source: '',
  purpose: '',
  form: '',
  copies: 1,
  secrecy: 'none',
}

/** Required places of an item that are blank. */
export function gapsOfItem(set: EvidenceSet, details: Item['details']): readonly string[] {
  const gaps: string[] = []
  itemGaps({ set }, details, (filled, key) => {
    if (!filled) gaps.push(key)
  })
  return gaps
}

/** Which places of an item of this set and form are required. */
export function requiredPlaces(set: EvidenceSet, form: Item['details']['form']): ReadonlySet<string> {
  return new Set([...(set === 'own' ? [] : ['form']), ...gapsOfItem(set, { ...missing, form })])
}

/** The rows whose label, name, file name, source or purpose holds every word that was typed. */
export function rowsMatching(rows: readonly EvidenceRow[], typed: string): readonly EvidenceRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter(({ label, item }) => {
    const text = [
      label,
      item.details.name,
      item.original.path,
      item.details.source,
      item.details.purpose,
      item.details.remarks ?? '',
    ]
      .join('\n')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The row and the key of the field of a place such as `groups[1].items[0].purpose`; undefined for any other. */
export function rowAtPlace(
  place: string,
  groups: readonly GroupDraft[],
  rows: readonly EvidenceRow[],
): { readonly row: EvidenceRow; readonly field: string } | undefined {
  const [, group, item, field = ''] = itemPlace.exec(place) ?? []
  const wanted = groups[Number(group)]
  const row = wanted && rows.filter((each) => each.group.id === wanted.id)[Number(item)]
  return row && { row, field }
}

/** True for a place of an item, as `rowAtPlace` finds it. */
export function isItemPlace(place: string): boolean {
  return itemPlace.test(place)
}

const itemPlace = /^groups\[(\d+)\]\.items\[(\d+)\](?:\.(.+))?$/

/** The last part of the path a file was taken in with. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
