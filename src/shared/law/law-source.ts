import { z } from 'zod'

/** A sentence of the law data in both languages. */
export const Both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Both = Readonly<z.infer<typeof Both>>

/** How surely a statement is known: read in the text, reported by others, or still to be checked. */
export const confidences = ['confirmed', 'secondary', 'unverified'] as const
export type Confidence = (typeof confidences)[number]

/** Where a rule stands: the text, its article, and from when to when (both days included) it is in force. */
export const LawSource = z.strictObject({
  text: z.string().min(1),
  article: z.string().min(1),
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().optional(),
  confidence: z.enum(confidences),
})
export type LawSource = z.infer<typeof LawSource>

/** True when something is in force on a plain date; both ends belong to it. */
export function isInForce(
  { inForceFrom, inForceTo }: { readonly inForceFrom: string; readonly inForceTo?: string | undefined },
  on: string,
): boolean {
  return inForceFrom <= on && (inForceTo === undefined || on <= inForceTo)
}
