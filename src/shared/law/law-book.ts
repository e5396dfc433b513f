import { z } from 'zod'
import { evidenceKinds } from '../domain/evidence-item.ts'
import { ChecklistLaw } from './checklist.ts'
import { CountryLaw } from './countries.ts'
import { DeadlineLaw } from './deadlines.ts'
import { Holidays } from './holidays.ts'
import { LawSource } from './law-source.ts'
import { WordingLaw } from './wording.ts'

/** These sources have their article in `text`. */
const Source = LawSource.partial({ article: true })

/** Dated law data: `resources/law/criminal.json`, and every other file of that folder under its own name. */
export const LawBook = z.strictObject({
  ruleset: z.string(),
  date: z.iso.date(),
  note: z.string(),
  crimes: z.array(z.strictObject({ article: z.string(), zh: z.string(), en: z.string() })),
  crimesSource: Source,
  evidenceKinds: z.array(z.strictObject({ id: z.enum(evidenceKinds), zh: z.string(), en: z.string() })),
  evidenceKindsSource: Source,
  maxAgents: z.strictObject({ count: z.number().int().positive(), source: Source }),
  deadlines: DeadlineLaw,
  holidays: Holidays,
  checklist: ChecklistLaw,
  countries: CountryLaw,
  wording: WordingLaw,
})
export type LawBook = z.infer<typeof LawBook>

/** The files of `resources/law` that make a law book, without `.json`. */
export const lawFiles = ['criminal', 'deadlines', 'holidays', 'checklist', 'countries', 'wording'] as const
export type LawFile = (typeof lawFiles)[number]

/** One book of the parsed files of `resources/law`. Throws ZodError where a file is not what its schema says. */
export function readLawBook({ criminal, ...others }: Readonly<Record<LawFile, unknown>>): LawBook {
  return LawBook.parse({ ...(criminal as object), ...others })
}

/**
 * A mark of everything in a law book: the ruleset with a digest of all its files, which changes when any of them does. Not
 * for security.
 */
export function lawMark(law: LawBook): string {
  // FNV-1a.
  let digest = 0x811c9dc5
  for (const character of JSON.stringify(law)) {
    digest = Math.imul(digest ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return `${law.ruleset}#${(digest >>> 0).toString(16).padStart(8, '0')}`
}

type Language = 'zh' | 'en'

/** What papers of a bundle take from a law book. */
export type LawNames = Pick<LawBook, 'crimes' | 'evidenceKinds'>

/** Name of the offence of an article of the Criminal Law; the article itself when the law data has none. */
export function crimeName(law: Pick<LawBook, 'crimes'>, article: string, language: Language): string {
  return law.crimes.find((crime) => crime.article === article)?.[language] ?? article
}

/** Name of a statutory kind of evidence (CPL 50); empty for a kind not chosen yet. */
export function evidenceKindName(
  law: Pick<LawBook, 'evidenceKinds'>,
  kind: string,
  language: Language,
): string {
  return law.evidenceKinds.find((entry) => entry.id === kind)?.[language] ?? ''
}
