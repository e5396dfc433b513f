import { z } from 'zod'
import { Instant, Line, OptionalDate, Paragraphs } from './schema-pieces.ts'

/**
 * Where a case stands before the authorities: with the police (CPL 109–168), in the review for prosecution (CPL 169–182),
 * before the court, or decided.
 */
export const caseStages = ['investigation', 'review', 'trial', 'decided'] as const
export type CaseStage = (typeof caseStages)[number]

/** What the police asked of the holder before there was a notice, and what they were already given. */
export const PoliceRequest = z.strictObject({
  agency: Line.default(''),
  officer: Line.optional(),
  phone: Line.optional(),
  /** Number of the letter or request. */
  requestNumber: Line.optional(),
  receivedOn: OptionalDate.optional(),
  /** The day the police named for the answer. */
  dueOn: OptionalDate.optional(),
  asked: Paragraphs.optional(),
  given: z
    .array(z.strictObject({ what: Line.default(''), to: Line.optional(), on: OptionalDate.optional() }))
    .max(200)
    .optional(),
})
export type PoliceRequest = z.infer<typeof PoliceRequest>

/** Steps of the proceedings that start a period or end a task. Their order is that of the proceedings. */
export const milestoneKinds = [
  'arrest-requested',
  'sent-back',
  'accepted-again',
  'jurisdiction-changed',
  'indicted',
  'not-prosecuted',
  'court-accepted',
  'asset-preservation',
  'hearing',
  'judgment-received',
  'judgment-effective',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** A step of the proceedings and the day it happened or the holder learned of it. */
export const Milestone = z.strictObject({
  kind: z.enum(milestoneKinds),
  on: OptionalDate.default(''),
  remarks: Line.optional(),
})
export type Milestone = z.infer<typeof Milestone>

/** A day that the person set: a goal or an appointment, never a deadline of the law. */
export const UserDate = z.strictObject({
  /** `reply` is the person's own day for the answer, used where the office names none. */
  kind: z.enum(['reply', 'other']).default('other'),
  title: Line.default(''),
  on: OptionalDate.default(''),
  remarks: Line.optional(),
})
export type UserDate = z.infer<typeof UserDate>

/** Who wrote a date of the case and when; `path` as findings name places, `at` a UTC instant. */
export const DateMark = z.strictObject({ path: z.string().max(100), by: Line.default(''), at: Instant })
export type DateMark = z.infer<typeof DateMark>

/** What must be dealt with or waived before a case counts as closed. */
export const closingTasks = ['indictment', 'judgment', 'money', 'samples', 'destruction'] as const
export type ClosingTask = (typeof closingTasks)[number]

export const ClosingEntry = z.strictObject({
  task: z.enum(closingTasks),
  state: z.enum(['done', 'waived']),
  on: OptionalDate.optional(),
  /** Why it was waived, or what came of it. */
  reason: Line.optional(),
})
export type ClosingEntry = z.infer<typeof ClosingEntry>

/** What the holder asks for, or gives; each brings papers of its own. */
export const claimKinds = [
  'compensation',
  'forgiveness',
  'confidentiality',
  'keeping-samples',
  'asset-preservation',
] as const
export type ClaimKind = (typeof claimKinds)[number]
