import { z } from 'zod'
import { Line, OptionalDate } from './schema-pieces.ts'

/** How a case was learned of. Only the first four are a notice. */
export const noticeManners = [
  'written',
  'oral',
  'telephone',
  'public',
  'news',
  'police',
  'platform',
  'none',
] as const
export type NoticeManner = (typeof noticeManners)[number]

/** True when the office itself gave notice (检规 55). */
export function isNotice(manner: NoticeManner): boolean {
  return manner === 'written' || manner === 'oral' || manner === 'telephone' || manner === 'public'
}

/**
 * The notice of rights and duties (检规 55: written, oral, telephone, public), or how else the case was learned of when no
 * notice came.
 */
export const Notice = z.strictObject({
  manner: z.enum(noticeManners),
  /** The procuratorate that handles the case, in full. */
  office: Line.default(''),
  department: Line.optional(),
  /** 告知书文号. */
  documentNumber: Line.optional(),
  /** 检察院受理案号. */
  caseNumber: Line.optional(),
  /** The day the office accepted the case for review, where it is known. */
  acceptedOn: OptionalDate.optional(),
  issuedOn: OptionalDate.optional(),
  receivedOn: OptionalDate.optional(),
  /** The day named by the office; never computed here. */
  replyDueOn: OptionalDate.optional(),
  /** The day the office's own 送达回执 went back signed. */
  receiptReturnedOn: OptionalDate.optional(),
  prosecutor: z.strictObject({ name: Line.default(''), phone: Line.optional() }).optional(),
  remarks: Line.optional(),
})
export type Notice = z.infer<typeof Notice>
