import { z } from 'zod'
import { Line, OptionalDate, OptionalMoment, Paragraphs } from './schema-pieces.ts'

/** A talk, call, letter or visit in the matter, with whom and about what. */
export const ContactEntry = z.strictObject({
  at: OptionalMoment.default(''),
  channel: z.enum(['telephone', 'meeting', 'letter', 'e-mail', 'message', 'other']).default('telephone'),
  with: Line.default(''),
  note: Paragraphs.default(''),
})
export type ContactEntry = z.infer<typeof ContactEntry>

export const obstacleKinds = [
  'logistics',
  'cross-border',
  'online-sales',
  'plea-leniency',
  'access-to-file',
  'price-proof',
  'authentication',
  'short-notice',
  'other',
] as const
export type ObstacleKind = (typeof obstacleKinds)[number]

/** What stood in the way, for the report over all cases. */
export const Obstacle = z.strictObject({
  kind: z.enum(obstacleKinds),
  on: OptionalDate.default(''),
  note: Paragraphs.default(''),
  solvedOn: OptionalDate.optional(),
})
export type Obstacle = z.infer<typeof Obstacle>

/** One hand-over of papers: a round of the bundle, or what was handed in by other ways. */
export const Submission = z.strictObject({
  round: z.number().int().min(1).max(99).default(1),
  handedOverOn: OptionalDate.default(''),
  manner: z.enum(['in-person', 'courier', 'online', 'other']).default('in-person'),
  trackingNumber: Line.optional(),
  /** The day the office's receipt came back; absent while it is outstanding. */
  receiptOn: OptionalDate.optional(),
  remarks: Line.optional(),
})
export type Submission = z.infer<typeof Submission>

/** A sample of the seized goods on its way to the holder's examination and back (domain.md 11.2). */
export const SampleRecord = z.strictObject({
  name: Line.default(''),
  /** Number in the list of seized goods. */
  seizedListNumber: Line.optional(),
  seizedOn: OptionalDate.optional(),
  quantitySeized: z.number().int().nonnegative().max(1e9).optional(),
  quantityExamined: z.number().int().nonnegative().max(1e9).optional(),
  fetchedBy: Line.optional(),
  fetchedOn: OptionalDate.optional(),
  sealNumberBefore: Line.optional(),
  sealNumberAfter: Line.optional(),
  identifiedOn: OptionalDate.optional(),
  photos: z.boolean().optional(),
  returnedOn: OptionalDate.optional(),
  returnedTo: Line.optional(),
  remarks: Line.optional(),
})
export type SampleRecord = z.infer<typeof SampleRecord>
