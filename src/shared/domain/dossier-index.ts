import { z } from 'zod'
import { evidenceKinds } from './evidence-item.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const FoundText = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  subject: z.string(),
  message: z.string(),
})

const IndexedFile = z.object({
  /** Path in the container, below `data/`. */
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: Sha256,
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
  sm3: Sha256,
  mediaType: z.string(),
  /** Name on the holder's disk; only originals have one. */
  originalName: z.string().optional(),
  /** Label of the item, such as E001; only originals have one. */
  item: z.string().optional(),
})

const IndexedItem = z.object({
  label: z.string(),
  number: z.number().int().positive(),
  name: z.string(),
  kind: z.enum(['', ...evidenceKinds]),
  source: z.string(),
  formedOn: z.string().optional(),
  collected: z
    .object({
      by: z.string().optional(),
      at: z.string().optional(),
      how: z.string().optional(),
      with: z.string().optional(),
    })
    .optional(),
  purpose: z.string(),
  form: z.enum(['', 'original', 'copy', 'electronic']),
  copies: z.number().int().positive(),
  secrecy: z.enum(['none', 'business', 'trade-secret', 'personal']),
  remarks: z.string().optional(),
  /** Path of the original in the container. */
  file: z.string(),
  /** Whether the PDF shows its pages; else a page says why not. */
  shown: z.boolean(),
  /** Printed page numbers in the PDF, both included. */
  firstPage: z.number().int().positive(),
  lastPage: z.number().int().positive(),
  findings: z.array(FoundText),
})

/** `dossier.json`: the machine-readable index of a bundle v1 (docs/formats/dossier-v1.md). */
export const DossierIndex = z.object({
  format: z.literal('rights-dossier/bundle'),
  version: z.literal(1),
  generator: z.object({ name: z.string(), version: z.string() }),
  createdAt: z.iso.datetime({ precision: 0 }),
  language: z.enum(['zh', 'en']),
  /** A draft is not for handing in. */
  draft: z.boolean(),
  /** Paths in the case that were still blank. */
  blanks: z.array(z.string()),
  law: z.object({ ruleset: z.string(), date: z.string() }),
  case: z.object({
    caseCode: z.string(),
    round: z.number().int().positive(),
    office: z.string(),
    documentNumber: z.string().optional(),
    caseNumber: z.string().optional(),
    suspects: z.array(z.string()),
    crimes: z.array(z.object({ article: z.string(), name: z.string() })),
    rightHolders: z.array(z.object({ nameZh: z.string(), nameEn: z.string().optional() })),
    agents: z.array(z.string()),
  }),
  signer: z.object({
    name: z.string(),
    certificateSha256: Sha256,
    selfSigned: z.boolean(),
    /** Made for this bundle only; names nobody. */
    throwAway: z.boolean(),
  }),
  pdf: z.object({
    path: z.string(),
    pages: z.number().int().positive(),
    firstPageNumber: z.number().int().positive(),
  }),
  /** SHA-256 over the lines `sha256  path` of all originals, as printed on the cover. */
  originalsListSha256: Sha256,
  groups: z.array(
    z.object({
      number: z.number().int().positive(),
      set: z.enum(['identity', 'evidence']),
      name: z.string(),
      folder: z.string(),
      items: z.array(IndexedItem),
    }),
  ),
  /** Every file below `data/`. */
  files: z.array(IndexedFile),
  /** The files on top of the disc folder, beside the folder that holds the bag; paths from the disc's root. */
  disc: z
    .array(z.object({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: Sha256 }))
    .optional(),
  findings: z.array(FoundText),
})
export type DossierIndex = z.infer<typeof DossierIndex>
