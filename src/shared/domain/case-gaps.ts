import { type Finding, finding } from '../contract/finding.ts'
import type { CaseRecord } from './case-record.ts'
import { type EvidenceGroup, type EvidenceItem, isHandedIn } from './evidence-item.ts'
import { isNotice } from './notice.ts'
import { pathText } from './read-case.ts'

/**
 * What a bundle cannot be built without and is still blank: one `field.required` per place, in the order of
 * case.json. Empty when the case is complete. Base: papers.md 1, 3 and 4 (检规 39, 45; CPL 50; 解释 111, 113).
 */
export function gapsOf(record: CaseRecord): Finding[] {
  const gaps: Finding[] = []
  const need = (filled: boolean, ...path: PropertyKey[]) => {
    if (!filled) gaps.push(finding('field.required', pathText(path), {}))
  }
  const { notice } = record
  need(notice.office.trim() !== '', 'notice', 'office')
  if (isNotice(notice.manner)) need(!blank(notice.receivedOn), 'notice', 'receivedOn')
  need(record.suspects.length > 0, 'suspects')
  record.suspects.forEach((suspect, i) => need(!blank(suspect.name), 'suspects', i, 'name'))
  need(record.crimes.length > 0, 'crimes')
  need(record.rightHolders.length > 0, 'rightHolders')
  record.rightHolders.forEach((holder, i) => {
    need(!blank(holder.nameZh) || !blank(holder.nameEn), 'rightHolders', i, 'nameZh')
  })
  record.agents.forEach((agent, i) => need(!blank(agent.name), 'agents', i, 'name'))
  need(hasContact(record), record.agents.length > 0 ? 'agents' : 'rightHolders', 0, 'phone')
  need(record.rights.length > 0, 'rights')
  record.rights.forEach((right, i) => {
    need(!blank(right.name), 'rights', i, 'name')
    if (right.kind === 'trademark' || right.kind === 'patent') {
      need(!blank(right.registrationNumber), 'rights', i, 'registrationNumber')
    }
  })
  need(
    record.groups.some((group) => isHandedIn(group) && group.items.length > 0),
    'groups',
  )
  record.groups.forEach((group, g) => {
    if (!isHandedIn(group)) return
    need(!blank(group.name), 'groups', g, 'name')
    group.items.forEach((item, i) =>
      itemGaps(group, item, (filled, key) => need(filled, 'groups', g, 'items', i, key)),
    )
  })
  return gaps
}

/** Says of each required place of an item whether it is filled; which ones there are differs by set: own papers need none. */
export function itemGaps(
  group: Pick<EvidenceGroup, 'set'>,
  item: Omit<EvidenceItem, 'file' | 'sha256'>,
  need: (filled: boolean, key: string) => void,
): void {
  if (!isHandedIn(group)) return
  need(!blank(item.name), 'name')
  need(item.form !== '', 'form')
  if (group.set === 'identity') return
  need(item.kind !== '', 'kind')
  need(!blank(item.source), 'source')
  need(!blank(item.purpose), 'purpose')
  if (item.form === 'electronic') need(!blank(item.collected?.by) && !blank(item.collected?.at), 'collected')
}

function hasContact(record: CaseRecord): boolean {
  return [...record.agents, ...record.rightHolders].some(
    (party) => !blank(party.phone) || !blank(party.email),
  )
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
