import type { AuthorityLink } from '../../../shared/domain/authority-link.ts'
import { freeHolderId } from '../../../shared/domain/attach-papers.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import type { ContactEntry, Obstacle, SampleRecord, Submission } from '../../../shared/domain/case-log.ts'
import type { Milestone, UserDate } from '../../../shared/domain/case-stage.ts'
import {
  afterInsertion,
  afterMove,
  afterRemoval,
  afterReturn,
} from '../../../shared/domain/list-references.ts'
import type { Agent, Right, RightHolder, Suspect } from '../../../shared/domain/parties.ts'

/** The lists of a case a person adds to. */
export interface CaseLists {
  suspects: Suspect
  rightHolders: RightHolder
  agents: Agent
  rights: Right
  authority: AuthorityLink
  samples: SampleRecord
  milestones: Milestone
  userDates: UserDate
  contacts: ContactEntry
  obstacles: Obstacle
  submissions: Submission
}
export type ListName = keyof CaseLists

/** How many entries the schema takes. */
export const listLimits: Readonly<Record<ListName, number>> = {
  suspects: 500,
  rightHolders: 100,
  agents: 20,
  rights: 500,
  authority: 50,
  samples: 500,
  milestones: 100,
  userDates: 50,
  contacts: 1000,
  obstacles: 200,
  submissions: 99,
}

/** The entries of a list; lists about the work on a case may be absent. */
export function entriesOf<Name extends ListName>(draft: CaseDraft, list: Name): readonly CaseLists[Name][] {
  return (draft[list] ?? []) as readonly unknown[] as readonly CaseLists[Name][]
}

/** A blank entry of a list. With one right holder, agents and rights begin with it chosen. */
function blankEntry(draft: CaseDraft, list: ListName): CaseLists[ListName] {
  const only = draft.rightHolders.length === 1 ? draft.rightHolders[0]?.id : undefined
  switch (list) {
    case 'suspects':
      return { name: '', status: 'unknown' }
    case 'rightHolders':
      return { id: freeHolderId(draft), kind: 'domestic-company', nameZh: '' }
    case 'agents':
      return { name: '', kind: 'lawyer', actsFor: only === undefined ? [] : [only] }
    case 'rights':
      return { kind: 'trademark', name: '', ...(only === undefined ? {} : { holder: only }) }
    case 'authority':
      return {
        // Who was let act in the link before lets act in this one.
        grantor: draft.authority?.at(-1)?.grantee ?? draft.rightHolders[0]?.nameZh ?? '',
        grantee: '',
        granteeKind: 'company',
        signatoryAuthority: 'unknown',
        scopes: [],
        notarised: false,
        authentication: 'none',
        translated: false,
      }
    case 'samples':
      return { name: '' }
    case 'milestones':
      return { kind: 'accepted-again', on: '' }
    case 'userDates':
      return {
        kind: draft.userDates?.some(({ kind }) => kind === 'reply') ? 'other' : 'reply',
        title: '',
        on: '',
      }
    case 'contacts':
      return { at: '', channel: 'telephone', with: draft.notice.prosecutor?.name ?? '', note: '' }
    case 'obstacles':
      return { kind: 'other', on: '', note: '' }
    case 'submissions':
      return { round: draft.round, handedOverOn: '', manner: 'in-person' }
  }
}

/** The draft with a new, blank entry at the end. */
export function addEntry(draft: CaseDraft, list: ListName): CaseDraft {
  return { ...draft, [list]: [...entriesOf(draft, list), blankEntry(draft, list)] }
}

/** The draft with a copy of an entry right after it; a copied right holder gets an id of its own. */
export function duplicateEntry(draft: CaseDraft, list: ListName, index: number): CaseDraft {
  const entries: readonly unknown[] = entriesOf(draft, list)
  const entry = entries[index]
  if (entry === undefined) return draft
  const copy = structuredClone(entry)
  if (list === 'rightHolders') (copy as RightHolder).id = freeHolderId(draft)
  const copied = { ...draft, [list]: [...entries.slice(0, index + 1), copy, ...entries.slice(index + 1)] }
  return afterInsertion(copied, list, index + 1)
}

/** The draft without an entry. Agents and rights let go of a right holder that is removed. */
export function removeEntry(draft: CaseDraft, list: ListName, index: number): CaseDraft {
  const entries: readonly unknown[] = entriesOf(draft, list)
  const removed = entries[index]
  if (removed === undefined) return draft
  const rest = afterRemoval({ ...draft, [list]: entries.filter((_, i) => i !== index) }, list, index)
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
  const entries: unknown[] = [...entriesOf(draft, list)]
  if (from < 0 || from >= entries.length || to < 0 || to >= entries.length) return draft
  const [entry] = entries.splice(from, 1)
  entries.splice(to, 0, entry)
  return afterMove({ ...draft, [list]: entries }, list, from, to)
}

/** Puts an entry that was removed back where it was in `before`, with what named it; agents and rights hold a right holder again. */
export function reinsertEntry(draft: CaseDraft, before: CaseDraft, list: ListName, index: number): CaseDraft {
  const entry = entriesOf(before, list)[index]
  if (entry === undefined) return draft
  const entries: unknown[] = [...entriesOf(draft, list)]
  entries.splice(index, 0, entry)
  const restored = afterReturn({ ...draft, [list]: entries }, before, list, index)
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
