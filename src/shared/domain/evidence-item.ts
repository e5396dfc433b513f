import { z } from 'zod'
import { Line, OptionalDate, OptionalMoment, Paragraphs } from './schema-pieces.ts'

/** The eight statutory kinds of evidence (CPL 50), in the order of the article. */
export const evidenceKinds = [
  'physical',
  'documentary',
  'witness-testimony',
  'victim-statement',
  'suspect-statement',
  'expert-opinion',
  'records',
  'audiovisual-electronic',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** One file of a case, with what the table of evidence says of it. */
export const EvidenceItem = z.strictObject({
  /** Path of the original, relative to the case folder, with `/`. */
  file: z.string().min(1),
  name: Line.default(''),
  /** Statutory kind; empty until chosen. */
  kind: z.enum(['', ...evidenceKinds]).default(''),
  source: Line.default(''),
  formedOn: OptionalDate.optional(),
  collected: z
    .strictObject({
      by: Line.optional(),
      at: OptionalMoment.optional(),
      how: Line.optional(),
      with: Line.optional(),
    })
    .optional(),
  purpose: Paragraphs.default(''),
  form: z.enum(['', 'original', 'copy', 'electronic']).default(''),
  copies: z.number().int().min(1).max(999).default(1),
  secrecy: z.enum(['none', 'business', 'trade-secret', 'personal']).default('none'),
  remarks: Line.optional(),
  /** Expected SHA-256 of the file, lower-case hex; when given, another content is refused. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'sha256' })
    .optional(),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

/** The sets that are handed in, in the order of the bundle. */
export const handedInSets = ['identity', 'evidence'] as const
export type HandedInSet = (typeof handedInSets)[number]

/** Every set of a case; `own` is kept with the case and never handed in, such as the notice itself. */
export const evidenceSets = [...handedInSets, 'own'] as const

/** Items that prove one thing together. Identity and authority papers form a set of their own, counted apart. */
export const EvidenceGroup = z.strictObject({
  name: Line.default(''),
  set: z.enum(evidenceSets),
  items: z.array(EvidenceItem).default([]),
})
export type EvidenceGroup = z.infer<typeof EvidenceGroup>
export type EvidenceSet = EvidenceGroup['set']

/** True for a group whose items are handed in; those of the set `own` stay with the case. */
export function isHandedIn<Group extends { readonly set: EvidenceSet }>(
  group: Group,
): group is Group & { readonly set: HandedInSet } {
  return group.set !== 'own'
}
