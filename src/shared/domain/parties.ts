import { z } from 'zod'
import { Line, OptionalDate } from './schema-pieces.ts'

/** A suspect as the office names him: a name, or 某某等 (CPL; domain.md 11.2). */
export const Suspect = z.strictObject({
  name: Line,
  status: z.enum(['in-case', 'at-large', 'separate-case', 'unknown']).default('unknown'),
  /** Shop name, account or company that the suspect acted through. */
  alias: Line.optional(),
})
export type Suspect = z.infer<typeof Suspect>

export const RightHolder = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'id' }),
  kind: z.enum([
    'domestic-company',
    'foreign-company',
    'hong-kong-macao-taiwan',
    'individual',
    'licensee',
    'other-organisation',
  ]),
  /** Exactly as in the register. */
  nameZh: Line.default(''),
  nameEn: Line.optional(),
  /** 统一社会信用代码 or foreign register number. */
  registrationNumber: Line.optional(),
  address: Line.optional(),
  country: Line.optional(),
  representative: Line.optional(),
  contactPerson: Line.optional(),
  phone: Line.optional(),
  email: Line.optional(),
})
export type RightHolder = z.infer<typeof RightHolder>

/** Who acts for the holder (CPL 33, 46, 47). */
export const Agent = z.strictObject({
  name: Line,
  kind: z.enum(['lawyer', 'staff', 'relative-or-friend', 'agency', 'other']),
  organisation: Line.optional(),
  /** 执业证号 or identity document number. */
  licenceNumber: Line.optional(),
  phone: Line.optional(),
  email: Line.optional(),
  /** 送达地址. */
  serviceAddress: Line.optional(),
  /** Ids of the right holders the agent acts for. */
  actsFor: z.array(z.string()).default([]),
  authority: z
    .strictObject({
      signedOn: OptionalDate.optional(),
      validFrom: OptionalDate.optional(),
      validTo: OptionalDate.optional(),
      /** Powers in the words of the power of attorney. */
      powers: z.array(Line).default([]),
      remarks: Line.optional(),
    })
    .optional(),
})
export type Agent = z.infer<typeof Agent>

/** A right that was infringed, by its kind. */
export const Right = z.strictObject({
  kind: z.enum(['trademark', 'copyright', 'patent', 'trade-secret']),
  /** The mark, work, invention, or the neutral name of the secret. */
  name: Line,
  /** 注册号, 登记号 or 专利号; none for a trade secret. */
  registrationNumber: Line.optional(),
  /** Class numbers of the Nice Classification. */
  classes: z.array(z.number().int().min(1).max(45)).optional(),
  goods: Line.optional(),
  validFrom: OptionalDate.optional(),
  validTo: OptionalDate.optional(),
  /** Id of the right holder. */
  holder: z.string().optional(),
  remarks: Line.optional(),
})
export type Right = z.infer<typeof Right>
