import { z } from 'zod'
import { Line, OptionalDate } from './schema-pieces.ts'

/** The notice of rights and duties, or its absence (检规 55: written, oral, telephone, public). */
export const Notice = z.strictObject({
  manner: z.enum(['written', 'oral', 'telephone', 'public', 'none']),
  /** The procuratorate that handles the case, in full. */
  office: Line.default(''),
  department: Line.optional(),
  /** 告知书文号. */
  documentNumber: Line.optional(),
  /** 检察院受理案号. */
  caseNumber: Line.optional(),
  issuedOn: OptionalDate.optional(),
  receivedOn: OptionalDate.optional(),
  /** The day named by the office; never computed here. */
  replyDueOn: OptionalDate.optional(),
  prosecutor: z.strictObject({ name: Line.default(''), phone: Line.optional() }).optional(),
  remarks: Line.optional(),
})
export type Notice = z.infer<typeof Notice>
