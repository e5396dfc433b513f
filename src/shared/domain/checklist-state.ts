import { z } from 'zod'
import { Line, OptionalDate } from './schema-pieces.ts'

/** How far the paper of an entry is. `ready` and `not-applicable` count as done. */
export const checklistStatuses = [
  'missing',
  'requested',
  'draft',
  'waiting-seal',
  'waiting-notary',
  'waiting-apostille',
  'waiting-translation',
  'scan-sent',
  'ready',
  'not-applicable',
] as const
export type ChecklistStatus = (typeof checklistStatuses)[number]

/**
 * What a person said of one entry of the checklist. `code` is that of the law data, with `@` and the id of the right
 * holder, agent or right it is about, such as `business-licence@holder-1`.
 */
export const ChecklistState = z.strictObject({
  code: z.string().min(1).max(120),
  status: z.enum(checklistStatuses),
  requestedFrom: Line.optional(),
  requestedOn: OptionalDate.optional(),
  /** Why it is not applicable. */
  reason: Line.optional(),
  /** SHA-256 of the original that fulfils it, lower-case hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'sha256' })
    .optional(),
  /** Random id of the standing paper of the library that fulfils it. */
  paper: z.string().max(60).optional(),
  remarks: Line.optional(),
})
export type ChecklistState = z.infer<typeof ChecklistState>

/** An entry a person added, or that the variant of an office brings. Never shown as law. */
export const OwnChecklistEntry = z.strictObject({
  code: z.string().regex(/^own-[a-z0-9-]{1,60}$/, { error: 'id' }),
  title: Line.default(''),
  need: z.enum(['required', 'recommended', 'if']).default('required'),
  why: Line.optional(),
  form: Line.optional(),
  addressee: z.enum(['procuratorate', 'police', 'court', 'higher-procuratorate']).default('procuratorate'),
})
export type OwnChecklistEntry = z.infer<typeof OwnChecklistEntry>
