import { z } from 'zod'
import { Both, LawSource } from './law-source.ts'

/** `resources/law/wording.json`: what the holder's own identification is not to be called, and why. */
export const WordingLaw = z.strictObject({
  date: z.iso.date(),
  /** What to write instead. */
  instead: z.string().min(1),
  source: LawSource,
  terms: z.array(
    z.strictObject({
      words: z.array(z.string().min(2)).min(1),
      /** `doubtful`: no statutory name, but easily taken for one. */
      severity: z.enum(['wrong', 'doubtful']),
      /** What to write instead of these words, where it is not the usual one. */
      instead: z.string().min(1).optional(),
      why: Both,
    }),
  ),
  /** A sentence with one of these speaks of an official expert opinion, unless the holder makes it. */
  official: z.array(z.string().min(2)),
  /** Whoever an item comes from with one of these in the name may well issue expert opinions. */
  officialSources: z.array(z.string().min(2)),
  /** Names of the holder in its own texts, and verbs that say that it makes something. */
  own: z.array(z.string().min(2)),
  makes: z.array(z.string().min(2)),
  /** A source with one of these says that the holder had somebody else make it. */
  commissions: z.array(z.string().min(2)),
  /** Before a term, or up to its end: the text says that something is none. */
  negations: z.array(z.string().min(2)),
})
export type WordingLaw = z.infer<typeof WordingLaw>
