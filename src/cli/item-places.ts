import type { Finding } from '../shared/contract/finding.ts'
import type { CaseRecord } from '../shared/domain/case-record.ts'
import type { EvidenceItem } from '../shared/domain/evidence-item.ts'

/** An item as people know it: its label in the bundle, and its file as written in case.json. */
export interface ItemPlace {
  readonly label: string
  readonly file: string
}

/** Items by what findings call them: by label (`E025`) and by path (`groups[0].items[24]`). */
export type ItemPlaces = ReadonlyMap<string, ItemPlace>

export const noPlaces: ItemPlaces = new Map()

/** The places of every item of a case; `labels` as the bundle has them. */
export function itemPlaces(record: CaseRecord, labels: ReadonlyMap<EvidenceItem, string>): ItemPlaces {
  const places = new Map<string, ItemPlace>()
  record.groups.forEach((group, g) => {
    group.items.forEach((item, i) => {
      const place = { label: labels.get(item) ?? '', file: item.file }
      if (place.label !== '') places.set(place.label, place)
      places.set(`groups[${g}].items[${i}]`, place)
    })
  })
  return places
}

/** The item a finding is about, if it is about one. */
export function placeOf(found: Finding, places: ItemPlaces): ItemPlace | undefined {
  const path = /^groups\[\d+\]\.items\[\d+\]/.exec(found.subject)?.[0]
  return places.get(path ?? found.subject)
}
