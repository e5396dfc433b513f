import type { Both, LawSource } from '../law/law-source.ts'

/** A day of a case with where it comes from. It has `date`, or `bounds` where the exact day is not known. */
export interface Deadline {
  /** Id of the rule, `notice.reply`, `police.reply`, `hearing` or `user.<index>`; `@…` where there are several. */
  readonly code: string
  /** What it is, whatever its place in a list; the code says it where this is absent. */
  readonly key?: string
  readonly title: Both
  /** Whose period it is. */
  readonly who: 'office' | 'holder'
  readonly date?: string
  /** Never a false exact day; both ends may lack when nothing is known. */
  readonly bounds?: { readonly earliest?: string; readonly latest?: string }
  /** Named by an office, computed by a rule of the law data, or set by the user. */
  readonly origin: 'named' | 'computed' | 'set'
  readonly source?: LawSource
  /** Place in the case that holds the date or its anchor. */
  readonly path?: string
  /** Who entered that date, and the UTC instant. */
  readonly by?: string
  readonly at?: string
  readonly note?: Both
  /** What can still be done once the day has passed. */
  readonly afterwards?: Both
}

/** The day a deadline stands at in a list: its date, else its earliest or latest bound; after all others without. */
export function dayToSortBy({ date, bounds }: Pick<Deadline, 'date' | 'bounds'>): string {
  return date ?? bounds?.earliest ?? bounds?.latest ?? '9999-99-99'
}
