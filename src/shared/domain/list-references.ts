import type { CaseDraft } from './case-draft.ts'

/** How codes of the checklist name entries of a list: `business-licence@agent-0`. */
const inCodes: Readonly<Record<string, string>> = { agents: 'agent', rights: 'right' }

/** What names an entry of a list by its place, marks of dates and entries of the checklist, follows when one is removed. */
export function afterRemoval(draft: CaseDraft, list: string, removed: number): CaseDraft {
  return placed(draft, list, (index) => (index === removed ? undefined : index > removed ? index - 1 : index))
}

/** The same when an entry goes to another place. */
export function afterMove(draft: CaseDraft, list: string, from: number, to: number): CaseDraft {
  return placed(draft, list, (index) => {
    if (index === from) return to
    if (from < to) return index > from && index <= to ? index - 1 : index
    return index >= to && index < from ? index + 1 : index
  })
}

/** The same when an entry is put in at a place. */
export function afterInsertion(draft: CaseDraft, list: string, at: number): CaseDraft {
  return placed(draft, list, (index) => (index >= at ? index + 1 : index))
}

/** The same when an entry that was removed from `before` is put back: what named it there comes back with it. */
export function afterReturn(draft: CaseDraft, before: CaseDraft, list: string, at: number): CaseDraft {
  const moved = afterInsertion(draft, list, at)
  const isOf = (index: number) => (index === at ? index : undefined)
  const { dateMarks = [], checklist = [] } = placed(before, list, isOf)
  const own = marksOf(list)
  const marks = dateMarks.filter(({ path }) => own.test(path))
  const codes = codesOf(list)
  const states = checklist.filter(({ code }) => codes?.test(code) ?? false)
  return {
    ...moved,
    ...(marks.length > 0 ? { dateMarks: [...(moved.dateMarks ?? []), ...marks] } : {}),
    ...(states.length > 0 ? { checklist: [...(moved.checklist ?? []), ...states] } : {}),
  }
}

/** Matches the places of a list: before, index, after. */
function marksOf(list: string): RegExp {
  return new RegExp(`^(${list}\\[)(\\d+)(\\].*)$`)
}

/** Matches the codes that name entries of a list; undefined for a list that none names. */
function codesOf(list: string): RegExp | undefined {
  const word = inCodes[list]
  return word === undefined ? undefined : new RegExp(`^(.*@${word}-)(\\d+)()$`)
}

type PlaceOf = (index: number) => number | undefined

function placed(draft: CaseDraft, list: string, placeOf: PlaceOf): CaseDraft {
  const { dateMarks, checklist } = draft
  const codes = codesOf(list)
  return {
    ...draft,
    ...(dateMarks ? { dateMarks: renamed(dateMarks, 'path', marksOf(list), placeOf) } : {}),
    ...(checklist && codes ? { checklist: renamed(checklist, 'code', codes, placeOf) } : {}),
  }
}

/** Entries whose name `pattern` (before, index, after) matches get the new index, or go. */
function renamed<Key extends string, Entry extends { readonly [K in Key]: string }>(
  entries: readonly Entry[],
  key: Key,
  pattern: RegExp,
  placeOf: PlaceOf,
): Entry[] {
  return entries.flatMap((entry) => {
    const match = pattern.exec(entry[key])
    if (!match) return [entry]
    const index = placeOf(Number(match[2]))
    return index === undefined ? [] : [{ ...entry, [key]: `${match[1]}${index}${match[3]}` }]
  })
}
