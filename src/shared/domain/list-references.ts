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

type PlaceOf = (index: number) => number | undefined

function placed(draft: CaseDraft, list: string, placeOf: PlaceOf): CaseDraft {
  const { dateMarks, checklist } = draft
  const word = inCodes[list]
  return {
    ...draft,
    ...(dateMarks
      ? { dateMarks: renamed(dateMarks, 'path', new RegExp(`^(${list}\\[)(\\d+)(\\].*)$`), placeOf) }
      : {}),
    ...(checklist && word !== undefined
      ? { checklist: renamed(checklist, 'code', new RegExp(`^(.*@${word}-)(\\d+)()$`), placeOf) }
      : {}),
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
