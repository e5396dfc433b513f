import type { AuthorityLink } from './authority-link.ts'
import type { CaseDraft, GroupDraft } from './case-draft.ts'
import type { RightHolder } from './parties.ts'
import { sameName } from './party-names.ts'

/** A new case made of a part of another, and which of its groups comes from which. */
export interface SplitCase {
  readonly draft: CaseDraft
  /** Ids of the new groups by those they come from. */
  readonly groups: ReadonlyMap<string, string>
}

interface NewCase {
  readonly caseCode: string
  /** Ids of the groups whose items come along; no other items do. */
  readonly groups: ReadonlySet<string>
  readonly newId: () => string
}

/**
 * A case of the same raid for other suspects or another office: brand, raid, holders, rights, agents, chain of authority,
 * crimes and claims of `draft`, and the suspects at the places `suspects`. Its notice is blank; nothing of the work on the
 * other case comes along.
 */
export function splitForSuspects(
  draft: CaseDraft,
  suspects: ReadonlySet<number>,
  made: NewCase & { readonly raid: string },
): SplitCase {
  const { groups, ids } = groupsFor(draft, made)
  return {
    groups: ids,
    draft: {
      caseCode: made.caseCode,
      round: 1,
      documentLanguage: draft.documentLanguage,
      ...given('brand', draft.brand),
      ...(made.raid.trim() === '' ? {} : { raid: made.raid.trim() }),
      notice: { manner: 'written', office: '' },
      ...given('claims', draft.claims),
      suspects: draft.suspects.filter((_, index) => suspects.has(index)),
      crimes: draft.crimes,
      rightHolders: draft.rightHolders,
      agents: draft.agents,
      rights: draft.rights,
      groups,
      ...given('authority', draft.authority),
      bundle: { dividers: draft.bundle.dividers, firstPageNumber: 1, discs: draft.bundle.discs },
    },
  }
}

/**
 * A copy for one of several right holders: the proceedings as they are, and of the parties only this holder, the rights
 * and agents that are the holder's, and the links of authority that begin with the holder. What others may have said or
 * handed in stays out: remarks on the notice, what the police asked and got, samples, contacts, obstacles, hand-overs,
 * states of the checklist and days set by a person.
 */
export function copyForHolder(draft: CaseDraft, holderId: string, made: NewCase): SplitCase {
  const { groups, ids } = groupsFor(draft, made)
  const holders = draft.rightHolders.filter(({ id }) => id === holderId)
  // What this holder asks for, and whether its receipt went back, another holder's case does not say.
  const { remarks: _remarks, receiptReturnedOn: _receipt, ...notice } = draft.notice
  const links = linksOf(draft.authority ?? [], holders)
  return {
    groups: ids,
    draft: {
      caseCode: made.caseCode,
      round: 1,
      documentLanguage: draft.documentLanguage,
      ...given('brand', draft.brand),
      ...given('stage', draft.stage),
      ...given('raid', draft.raid),
      notice,
      ...(draft.police ? { police: withoutAnswers(draft.police) } : {}),
      suspects: draft.suspects,
      crimes: draft.crimes,
      rightHolders: holders,
      agents: draft.agents
        .filter(({ actsFor }) => actsFor.includes(holderId))
        .map((agent) => ({ ...agent, actsFor: [holderId] })),
      rights: draft.rights.filter(({ holder }) => holder === holderId),
      groups,
      ...(links.length > 0 ? { authority: links } : {}),
      ...given('milestones', draft.milestones),
      bundle: { dividers: draft.bundle.dividers, firstPageNumber: 1, discs: draft.bundle.discs },
    },
  }
}

/** The chosen groups anew, and a first one of each set that is handed in where none was chosen. */
function groupsFor(draft: CaseDraft, { groups: chosen, newId }: NewCase) {
  const ids = new Map<string, string>()
  const copies = draft.groups
    .filter(({ id }) => chosen.has(id))
    .map((group): GroupDraft => {
      const id = newId()
      ids.set(group.id, id)
      return { id, set: group.set, name: group.name }
    })
  const zh = draft.documentLanguage === 'zh'
  const firsts: readonly GroupDraft[] = [
    { id: '', set: 'identity', name: zh ? '主体与授权' : 'Identity and authority' },
    { id: '', set: 'evidence', name: zh ? '证据材料' : 'Evidence' },
  ]
  const missing = firsts
    .filter(({ set }) => !copies.some((group) => group.set === set))
    .map((group) => ({ ...group, id: newId() }))
  const order = ['identity', 'evidence', 'own']
  const groups = [...copies, ...missing].toSorted((a, b) => order.indexOf(a.set) - order.indexOf(b.set))
  return { groups, ids }
}

/** The links that begin with a holder, or with whoever such a link let act. */
function linksOf(links: readonly AuthorityLink[], holders: readonly RightHolder[]): AuthorityLink[] {
  const names = holders
    .flatMap(({ nameZh, nameEn = '' }) => [nameZh, nameEn])
    .filter((name) => name.trim() !== '')
  const reached = new Set<AuthorityLink>()
  const known = [...names]
  for (let grew = true; grew;) {
    grew = false
    for (const link of links) {
      if (reached.has(link) || !known.some((name) => sameName(name, link.grantor))) continue
      reached.add(link)
      if (link.grantee.trim() !== '') known.push(link.grantee)
      grew = true
    }
  }
  return links.filter((link) => reached.has(link))
}

function withoutAnswers(police: NonNullable<CaseDraft['police']>): NonNullable<CaseDraft['police']> {
  const { asked: _asked, given: _given, ...request } = police
  return request
}

function given<Key extends keyof CaseDraft>(key: Key, value: CaseDraft[Key]): Partial<Pick<CaseDraft, Key>> {
  return value === undefined ? {} : ({ [key]: value } as Pick<CaseDraft, Key>)
}
