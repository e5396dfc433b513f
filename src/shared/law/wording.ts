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
      why: Both,
    }),
  ),
  /** A sentence with one of these speaks of an official expert opinion, or says that something is none. */
  official: z.array(z.string().min(2)),
  /** A sentence with one of these speaks of the holder. */
  own: z.array(z.string().min(2)),
})
export type WordingLaw = z.infer<typeof WordingLaw>
