import { z } from 'zod'
import { assertWellFormedDraft, type CaseDraft } from '../../shared/domain/case-draft.ts'
import { EvidenceItem } from '../../shared/domain/evidence-item.ts'
import type { Item } from './register.ts'

const TakenIn = z.strictObject({
  path: z.string().min(1),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
  sm3: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string().min(1),
  crc32: z.number().int().nonnegative().optional(),
})

const ItemFrame = z.strictObject({
  id: z.uuid(),
  caseId: z.string().min(1),
  groupId: z.string().min(1),
  rank: z.string().min(1),
  contentId: z.string().min(1),
  details: z.unknown(),
  original: TakenIn,
  takenInAt: z.iso.datetime({ precision: 0 }),
  trashed: z.boolean(),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
})

/** Text that is not valid yet may be stored; anything else that does not fit the schema is a bug. */
const textIssues = new Set(['custom', 'invalid_format', 'too_big', 'too_small'])

/** Throws a TypeError when a draft could not be completed to a case, or its groups cannot be told apart. */
export function assertStorableDraft(draft: CaseDraft): void {
  assertWellFormedDraft(draft)
  const ids = draft.groups.map((group) => group.id)
  if (ids.some((id) => typeof id !== 'string' || id === '') || new Set(ids).size !== ids.length) {
    throw new TypeError('malformed case draft at groups: ids')
  }
}

/** Throws a TypeError when an item is not whole. */
export function assertStorableItem(item: Item): void {
  const frame = ItemFrame.safeParse(item)
  const details = EvidenceItem.safeParse({ ...item.details, file: item.original.path })
  const malformed =
    frame.error?.issues[0] ?? details.error?.issues.find((issue) => !textIssues.has(issue.code))
  if (malformed) throw new TypeError(`malformed item at ${malformed.path.join('.')}: ${malformed.code}`)
}

/** Throws a TypeError when something of the library does not fit its schema but for text that is not valid yet. */
export function assertStorable(schema: z.ZodType, value: unknown, name: string): void {
  const malformed = schema.safeParse(value).error?.issues.find((issue) => !textIssues.has(issue.code))
  if (malformed) throw new TypeError(`malformed ${name} at ${malformed.path.join('.')}: ${malformed.code}`)
}
