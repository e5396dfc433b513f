import { z } from 'zod'
import { Line, OptionalDate } from './schema-pieces.ts'

/** What a power of attorney lets the grantee do, as far as the chain is checked for it. */
export const authorityScopes = [
  'reporting',
  'identification',
  'price-statement',
  'prosecution-stage',
  'incidental-action',
  'settlement',
  'sub-delegation',
] as const
export type AuthorityScope = (typeof authorityScopes)[number]

/** One link of the chain holder → subsidiary → firm → agent: who let whom act, for what, where and how long. */
export const AuthorityLink = z.strictObject({
  grantor: Line.default(''),
  grantee: Line.default(''),
  granteeKind: z
    .enum(['company', 'law-firm', 'lawyer', 'staff', 'relative-or-friend', 'agency'])
    .default('company'),
  /** Who signed for the grantor, and what lets him. */
  signatory: Line.optional(),
  signatoryAuthority: z
    .enum(['legal-representative', 'board-resolution', 'articles', 'other', 'unknown'])
    .default('unknown'),
  scopes: z.array(z.enum(authorityScopes)).max(20).default([]),
  territory: Line.optional(),
  signedOn: OptionalDate.optional(),
  validFrom: OptionalDate.optional(),
  validTo: OptionalDate.optional(),
  /** ISO 3166-1 alpha-2 code of the country it was signed in; absent or blank: not said. */
  signedIn: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'country' })
    .or(z.literal(''))
    .optional(),
  notarised: z.boolean().default(false),
  authentication: z.enum(['none', 'apostille', 'legalisation']).default('none'),
  authenticationNumber: Line.optional(),
  translated: z.boolean().default(false),
  remarks: Line.optional(),
})
export type AuthorityLink = z.infer<typeof AuthorityLink>
