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

/** One file that is handed in, with what the table of evidence says of it. */
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

/** Items that prove one thing together. Identity and authority papers form a set of their own, counted apart. */
export const EvidenceGroup = z.strictObject({
  name: Line.default(''),
  set: z.enum(['identity', 'evidence']),
  items: z.array(EvidenceItem).default([]),
})
export type EvidenceGroup = z.infer<typeof EvidenceGroup>
export type EvidenceSet = EvidenceGroup['set']
