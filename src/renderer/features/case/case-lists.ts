import { freeHolderId } from '../../../shared/domain/attach-papers.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import type { Agent, Right, RightHolder, Suspect } from '../../../shared/domain/parties.ts'

/** The lists of a case a person adds to. */
export interface CaseLists {
  suspects: Suspect
  rightHolders: RightHolder
  agents: Agent
  rights: Right
}
export type ListName = keyof CaseLists

/** How many entries the schema takes. */
export const listLimits: Readonly<Record<ListName, number>> = {
  suspects: 500,
  rightHolders: 100,
  agents: 20,
  rights: 500,
}

/** The draft with a new, blank entry at the end. With one right holder, agents and rights begin with it chosen. */
export function addEntry(draft: CaseDraft, list: ListName): CaseDraft {
  const only = draft.rightHolders.length === 1 ? draft.rightHolders[0]?.id : undefined
  switch (list) {
    case 'suspects':
      return { ...draft, suspects: [...draft.suspects, { name: '', status: 'unknown' }] }
    case 'rightHolders': {
      const holder = { id: freeHolderId(draft), kind: 'domestic-company', nameZh: '' } as const
      return { ...draft, rightHolders: [...draft.rightHolders, holder] }
    }
    case 'agents': {
      const agent = { name: '', kind: 'lawyer', actsFor: only === undefined ? [] : [only] } as const
      return { ...draft, agents: [...draft.agents, { ...agent, actsFor: [...agent.actsFor] }] }
    }
    case 'rights': {
      const right: Right = { kind: 'trademark', name: '', ...(only === undefined ? {} : { holder: only }) }
      return { ...draft, rights: [...draft.rights, right] }
    }
  }
}

/** The draft with a copy of an entry right after it; a copied right holder gets an id of its own. */
export function duplicateEntry(draft: CaseDraft, list: ListName, index: number): CaseDraft {
  const entries = draft[list] as readonly unknown[]
  const entry = entries[index]
  if (entry === undefined) return draft
  const copy = structuredClone(entry)
  if (list === 'rightHolders') (copy as RightHolder).id = freeHolderId(draft)
  return { ...draft, [list]: [...entries.slice(0, index + 1), copy, ...entries.slice(index + 1)] }
}

/** The draft without an entry. Agents and rights let go of a right holder that is removed. */
export function removeEntry(draft: CaseDraft, list: ListName, index: number): CaseDraft {
  const entries = draft[list] as readonly unknown[]
  const removed = entries[index]
  if (removed === undefined) return draft
  const rest = { ...draft, [list]: entries.filter((_, i) => i !== index) }
  if (list !== 'rightHolders') return rest
  const { id } = removed as RightHolder
  if (rest.rightHolders.some((holder) => holder.id === id)) return rest
  return {
    ...rest,
    agents: draft.agents.map((agent) =>
      agent.actsFor.includes(id) ? { ...agent, actsFor: agent.actsFor.filter((held) => held !== id) } : agent,
    ),
    rights: draft.rights.map((right) => {
      if (right.holder !== id) return right
      const { holder: _gone, ...kept } = right
      return kept
    }),
  }
}

/** The draft with an entry moved to another place in its list. */
export function moveEntry(draft: CaseDraft, list: ListName, from: number, to: number): CaseDraft {
  const entries = [...(draft[list] as readonly unknown[])]
  if (from < 0 || from >= entries.length || to < 0 || to >= entries.length) return draft
  const [entry] = entries.splice(from, 1)
  entries.splice(to, 0, entry)
  return { ...draft, [list]: entries }
}

/** Puts an entry that was removed back where it was in `before`; agents and rights hold a right holder again. */
export function reinsertEntry(draft: CaseDraft, before: CaseDraft, list: ListName, index: number): CaseDraft {
  const entry = before[list][index]
  if (entry === undefined) return draft
  const entries: unknown[] = [...draft[list]]
  entries.splice(index, 0, entry)
  const restored = { ...draft, [list]: entries }
  if (list !== 'rightHolders') return restored
  const { id } = entry as RightHolder
  return {
    ...restored,
    agents: draft.agents.map((agent, i) =>
      before.agents[i]?.actsFor.includes(id) && !agent.actsFor.includes(id)
        ? { ...agent, actsFor: [...agent.actsFor, id] }
        : agent,
    ),
    rights: draft.rights.map((right, i) =>
      before.rights[i]?.holder === id && right.holder === undefined ? { ...right, holder: id } : right,
    ),
  }
}
