import { readHolidays, withHolidays } from '../../shared/domain/read-holidays.ts'
import type { Holidays } from '../../shared/law/holidays.ts'
import { type LawBook, lawMark } from '../../shared/law/law-book.ts'

/** The law data of this window: what came with it, and years of holidays that came later. */
export interface LawStore {
  readonly get: () => LawBook
  /** Changes whenever the data does: what was judged by another one is judged anew. */
  readonly edition: () => string
  /** Adds years of holidays, or replaces them; kept in the browser profile, for they are public. */
  readonly addHolidays: (added: Holidays) => void
  /** Back to what came with the application. */
  readonly reset: () => void
  readonly hasAdded: () => boolean
  readonly subscribe: (listener: () => void) => () => void
}

const key = 'holidays'

/** Reads the years that were added before; what cannot be read (any more) is left out. */
export function openLawStore(
  base: LawBook,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): LawStore {
  const listeners = new Set<() => void>()
  let added = storedHolidays(storage.getItem(key))
  let law = added ? withHolidays(base, added) : base
  // Asked for with every write of a case.
  let mark = lawMark(law)
  const become = (next: Holidays | undefined) => {
    added = next
    law = next ? withHolidays(base, next) : base
    mark = lawMark(law)
    try {
      if (next) storage.setItem(key, JSON.stringify(next))
      else storage.removeItem(key)
    } catch {
      // A full disk: it holds until the window closes.
    }
    for (const listener of listeners) listener()
  }
  return {
    get: () => law,
    edition: () => mark,
    addHolidays: (more) => become(added ? withHolidays({ holidays: added }, more).holidays : more),
    reset: () => become(undefined),
    hasAdded: () => added !== undefined,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function storedHolidays(text: string | null): Holidays | undefined {
  if (text === null) return undefined
  const read = readHolidays(text)
  return read.ok ? read.holidays : undefined
}
