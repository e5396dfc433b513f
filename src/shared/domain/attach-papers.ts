import { blankDetails, type CaseDraft, type ItemDetails } from './case-draft.ts'
import type { ChecklistState } from './checklist-state.ts'
import { type HolderProfile, holderOfProfile, isSameHolder, plain } from './holder-profile.ts'
import type { Right, RightHolder } from './parties.ts'
import type { FittingPaper } from './papers-for-case.ts'
import type { StandingPaper } from './standing-paper.ts'

/** The group identity papers go to, in a draft that has it: the first of that set, else a new one. */
export function withIdentityGroup(
  draft: CaseDraft,
  newId: () => string,
): { readonly draft: CaseDraft; readonly groupId: string } {
  const found = draft.groups.find((group) => group.set === 'identity')
  if (found) return { draft, groupId: found.id }
  const name = draft.documentLanguage === 'zh' ? '主体与授权' : 'Identity and authority'
  const group = { id: newId(), set: 'identity' as const, name }
  return { draft: { ...draft, groups: [group, ...draft.groups] }, groupId: group.id }
}

/** What the table of evidence says of a standing paper. Whether the original is handed in is for the person to say. */
export function detailsOfPaper(paper: StandingPaper): ItemDetails {
  return { ...blankDetails(paper.name), kind: 'documentary', form: 'copy' }
}

/** A paper for a case, with the entries it fulfils; of these `asked` are those a person chose it for. */
export type AttachedPaper = Pick<FittingPaper, 'paper' | 'codes'> & { readonly asked?: readonly string[] }

/**
 * The draft with the entries that papers fulfil marked ready. What was said of them before is kept beside. Where a person
 * did not choose a paper for an entry, one that has a paper or was set aside stays as it is; of several the first counts.
 * `here`: SHA-256 of the originals in the case; an entry whose paper is gone has none.
 */
export function withPapersReady(
  draft: CaseDraft,
  attached: readonly AttachedPaper[],
  here: ReadonlySet<string>,
): CaseDraft {
  const states = new Map((draft.checklist ?? []).map((state) => [state.code, state]))
  const settled = new Set<string>()
  for (const { paper, codes, asked = [] } of attached) {
    for (const code of codes) {
      if (settled.has(code)) continue
      if (!asked.includes(code) && isSettled(states.get(code), here)) continue
      settled.add(code)
      const { sha256: _sha256, reason: _reason, ...kept } = states.get(code) ?? { code }
      states.set(code, {
        ...kept,
        code,
        status: 'ready',
        paper: paper.id,
        ...digestOf(paper),
      } satisfies ChecklistState)
    }
  }
  return states.size === 0 ? draft : { ...draft, checklist: [...states.values()] }
}

/** True for an entry that a person set aside, or that has its paper. */
function isSettled(state: ChecklistState | undefined, here: ReadonlySet<string>): boolean {
  if (state?.status === 'not-applicable') return true
  if (state?.status !== 'ready') return false
  return state.sha256 === undefined ? state.paper !== undefined : here.has(state.sha256)
}

/** The scan of a paper by its digest: it is still known when the paper is no longer in the library. */
function digestOf({ original }: StandingPaper): { readonly sha256?: string } {
  return original ? { sha256: original.sha256 } : {}
}

/** The draft with `by` wherever the checklist named the paper `old`, or its scan. */
export function withPaperReplaced(
  draft: CaseDraft,
  old: Pick<StandingPaper, 'id' | 'original'>,
  by: StandingPaper,
): CaseDraft {
  const named = (state: ChecklistState) =>
    state.paper === old.id ||
    (state.paper === undefined && state.sha256 !== undefined && state.sha256 === old.original?.sha256)
  if (!draft.checklist?.some(named)) return draft
  return {
    ...draft,
    checklist: draft.checklist.map((state) => {
      if (!named(state)) return state
      const { sha256: _old, ...kept } = state
      return { ...kept, ...(state.paper === undefined ? {} : { paper: by.id }), ...digestOf(by) }
    }),
  }
}

/**
 * The draft with a holder of the library and the holder's rights. A holder who is there is filled up where it is blank; a
 * blank entry is used; else one is added. Gives the id of the holder in the case.
 */
export function withProfile(
  draft: CaseDraft,
  profile: HolderProfile,
): { readonly draft: CaseDraft; readonly holderId: string } {
  const same = draft.rightHolders.findIndex((holder) => isSameHolder(holder, profile))
  const at = same === -1 ? draft.rightHolders.findIndex(isBlankHolder) : same
  const before = draft.rightHolders[at]
  const holderId = before?.id ?? freeHolderId(draft)
  const holder = holderOfProfile(profile, holderId)
  const filled = before && !isBlankHolder(before) ? { ...holder, ...withoutBlanks(before) } : holder
  const rightHolders = before ? draft.rightHolders.with(at, filled) : [...draft.rightHolders, holder]
  const missing = profile.rights.filter((right) => !draft.rights.some((own) => isSameRight(own, right)))
  const rights = [...draft.rights, ...missing.map((right) => ({ ...right, holder: holderId }))]
  const brand = (draft.brand ?? '').trim() === '' ? profile.brands[0] : draft.brand
  return {
    draft: { ...draft, ...(brand === undefined ? {} : { brand }), rightHolders, rights },
    holderId,
  }
}

/** True for an entry of which nothing but the kind was chosen. */
function isBlankHolder({ id: _id, kind: _kind, ...facts }: RightHolder): boolean {
  return Object.values(facts).every((text) => (text ?? '').trim() === '')
}

/** The smallest `holder-n` that no right holder has, nor an agent, a right or an entry of the checklist still names. */
export function freeHolderId(draft: CaseDraft): string {
  const taken = new Set([
    ...draft.rightHolders.map((holder) => holder.id),
    ...draft.agents.flatMap((agent) => agent.actsFor),
    ...draft.rights.map((right) => right.holder),
    // What is said of the papers of a holder who was removed must not be said of the next one.
    ...(draft.checklist ?? []).map(({ code }) => code.split('@')[1]),
  ])
  for (let n = 1; ; n += 1) if (!taken.has(`holder-${n}`)) return `holder-${n}`
}

/** Rights are told by kind and number; without a number by name. */
function isSameRight(left: Right, right: Omit<Right, 'holder'>): boolean {
  const key = (one: Omit<Right, 'holder'>) => plain(one.registrationNumber) || plain(one.name)
  return left.kind === right.kind && key(left) === key(right)
}

function withoutBlanks<T extends object>(value: T): Partial<T> {
  const filled = Object.entries(value).filter(([, one]) => one !== undefined && one !== '')
  return Object.fromEntries(filled) as Partial<T>
}
