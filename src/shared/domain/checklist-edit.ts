import type { CaseDraft } from './case-draft.ts'
import type { ChecklistState, OwnChecklistEntry } from './checklist-state.ts'

/** What is said of an entry, but its code; a key given as undefined is taken away. */
export type StateChange = {
  readonly [Key in keyof Omit<ChecklistState, 'code'>]?: ChecklistState[Key] | undefined
}

/** The draft with a change of what is said of one entry of the checklist; an entry that says nothing goes. */
export function withChecklistState(draft: CaseDraft, code: string, change: StateChange): CaseDraft {
  const before = draft.checklist ?? []
  const known = before.find((state) => state.code === code)
  const merged = Object.entries({ status: 'missing', ...known, ...change, code }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const next = Object.fromEntries(merged) as ChecklistState
  const saysNothing = next.status === 'missing' && Object.keys(next).length === 2
  const others = before.filter((state) => state !== known)
  if (saysNothing) return { ...draft, checklist: others }
  return {
    ...draft,
    checklist: known ? before.map((state) => (state === known ? next : state)) : [...before, next],
  }
}

/** The draft with a new, blank entry of one's own; `id` is of lower-case letters, digits and hyphens. */
export function withOwnEntry(draft: CaseDraft, id: string): CaseDraft {
  const entry: OwnChecklistEntry = {
    code: `own-${id}`,
    title: '',
    need: 'required',
    addressee: 'procuratorate',
  }
  return { ...draft, ownEntries: [...(draft.ownEntries ?? []), entry] }
}

/** The draft without an entry of one's own, and without what was said of it. */
export function withoutOwnEntry(draft: CaseDraft, code: string): CaseDraft {
  return {
    ...draft,
    ownEntries: (draft.ownEntries ?? []).filter((entry) => entry.code !== code),
    ...(draft.checklist ? { checklist: draft.checklist.filter((state) => state.code !== code) } : {}),
  }
}

type Entries = Pick<CaseDraft, 'ownEntries' | 'checklist'>

/**
 * The draft with a change of own entries and states taken back: what it made of `before` stands there as before, unless it
 * was changed since; everything else stays.
 */
export function withEntriesTakenBack(draft: CaseDraft, before: Entries, after: Entries): CaseDraft {
  return {
    ...draft,
    ...takenBack('ownEntries', draft.ownEntries, before.ownEntries, after.ownEntries),
    ...takenBack('checklist', draft.checklist, before.checklist, after.checklist),
  }
}

function takenBack<Key extends string, Entry extends { readonly code: string }>(
  key: Key,
  now: readonly Entry[] = [],
  before: readonly Entry[] = [],
  after: readonly Entry[] = [],
): Partial<Record<Key, Entry[]>> {
  const of = (entries: readonly Entry[], code: string) => entries.find((entry) => entry.code === code)
  const same = (a: Entry | undefined, b: Entry | undefined) => JSON.stringify(a) === JSON.stringify(b)
  const isOurs = (code: string) =>
    !same(of(before, code), of(after, code)) && same(of(now, code), of(after, code))
  const kept = now.flatMap((entry) => {
    if (!isOurs(entry.code)) return [entry]
    const old = of(before, entry.code)
    return old ? [old] : []
  })
  const gone = before.filter(({ code }) => !of(now, code) && isOurs(code))
  const all = gone.reduce((entries, entry) => entries.toSpliced(before.indexOf(entry), 0, entry), kept)
  return now.length === 0 && all.length === 0 ? {} : ({ [key]: all } as Record<Key, Entry[]>)
}
