import { z } from 'zod'
import { evidenceKinds } from '../domain/evidence-item.ts'

const Source = z.strictObject({
  text: z.string(),
  inForceFrom: z.iso.date(),
  confidence: z.enum(['confirmed', 'secondary', 'unverified']),
})
export type LawSource = z.infer<typeof Source>

/** Dated law data as it lies in `resources/law/criminal.json`. */
export const LawBook = z.strictObject({
  ruleset: z.string(),
  date: z.iso.date(),
  note: z.string(),
  crimes: z.array(z.strictObject({ article: z.string(), zh: z.string(), en: z.string() })),
  crimesSource: Source,
  evidenceKinds: z.array(z.strictObject({ id: z.enum(evidenceKinds), zh: z.string(), en: z.string() })),
  evidenceKindsSource: Source,
  maxAgents: z.strictObject({ count: z.number().int().positive(), source: Source }),
})
export type LawBook = z.infer<typeof LawBook>

type Language = 'zh' | 'en'

/** Name of the offence of an article of the Criminal Law; the article itself when the law data has none. */
export function crimeName(law: LawBook, article: string, language: Language): string {
  return law.crimes.find((crime) => crime.article === article)?.[language] ?? article
}

/** Name of a statutory kind of evidence (CPL 50); empty for a kind not chosen yet. */
export function evidenceKindName(law: LawBook, kind: string, language: Language): string {
  return law.evidenceKinds.find((entry) => entry.id === kind)?.[language] ?? ''
}
