import type { GroupDraft } from '../../../shared/domain/case-draft.ts'
import type { EvidenceRow } from './evidence-rows.ts'

/** Where items go; to the end of the group when `before` is left out. */
export interface Place {
  readonly groupId: string
  readonly before?: string
}

/**
 * One place up or down for the selected rows: past the next row that stays, or over the edge into the neighbouring group
 * of the same set. Undefined when there is no such place. `rows` in the order of the bundle, of all groups.
 */
export function placeOneStep(
  rows: readonly EvidenceRow[],
  groups: readonly GroupDraft[],
  selected: ReadonlySet<string>,
  direction: 'up' | 'down',
): Place | undefined {
  const moving = rows.filter((row) => selected.has(row.id))
  const edge = direction === 'up' ? moving[0] : moving.at(-1)
  if (!edge) return undefined
  const inGroup = rows.filter((row) => row.group.id === edge.group.id)
  const index = inGroup.indexOf(edge)
  const staying = (from: number) => inGroup.slice(from).find((row) => !selected.has(row.id))
  if (direction === 'up') {
    const above = inGroup.slice(0, index).findLast((row) => !selected.has(row.id))
    if (above) return { groupId: edge.group.id, before: above.id }
  } else {
    const below = staying(index + 1)
    if (below) {
      const after = staying(inGroup.indexOf(below) + 1)
      return after ? { groupId: edge.group.id, before: after.id } : { groupId: edge.group.id }
    }
  }
  return acrossGroups(rows, groups, edge, direction)
}

function acrossGroups(
  rows: readonly EvidenceRow[],
  groups: readonly GroupDraft[],
  edge: EvidenceRow,
  direction: 'up' | 'down',
): Place | undefined {
  const ofSet = groups.filter((group) => group.set === edge.group.set)
  const at = ofSet.findIndex((group) => group.id === edge.group.id)
  const neighbour = ofSet[at + (direction === 'up' ? -1 : 1)]
  if (!neighbour) return undefined
  if (direction === 'up') return { groupId: neighbour.id }
  const first = rows.find((row) => row.group.id === neighbour.id)
  return first ? { groupId: neighbour.id, before: first.id } : { groupId: neighbour.id }
}

/** The groups with one moved one place up or down among those of its set; undefined at the edge. */
export function groupMoved(
  groups: readonly GroupDraft[],
  id: string,
  direction: 'up' | 'down',
): readonly GroupDraft[] | undefined {
  const group = groups.find((each) => each.id === id)
  const ofSet = groups.filter((each) => each.set === group?.set)
  const other = ofSet[ofSet.findIndex((each) => each.id === id) + (direction === 'up' ? -1 : 1)]
  if (!group || !other) return undefined
  return groups.map((each) => (each.id === id ? other : each.id === other.id ? group : each))
}
