import { z } from 'zod'
import { type Finding, finding } from '../contract/finding.ts'
import type { CaseRecord } from './case-record.ts'
import type { ChecklistRow } from './checklist.ts'
import { type ChecklistState, OwnChecklistEntry } from './checklist-state.ts'
import { sameName } from './party-names.ts'
import { pathText } from './read-case.ts'
import { Line, Paragraphs } from './schema-pieces.ts'

export const officeVariantFormat = 'rights-dossier/office-variant'

/** What one office asks beside, or does not ask of, the checklist by law (docs/formats/office-variant-v1.md). */
export const OfficeVariant = z.strictObject({
  format: z.literal(officeVariantFormat),
  version: z.literal(1),
  /** The office in full, as in `notice.office`. */
  office: Line.refine((text) => text.trim() !== '', { error: 'blank' }),
  /** Entries the office asks beside those of the law data. */
  entries: z.array(OwnChecklistEntry).max(100).default([]),
  /** Rules of the law data whose papers the office does not want, and why. */
  hidden: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z]+(-[a-z]+)*$/, { error: 'id' }),
        reason: Line.refine((text) => text.trim() !== '', { error: 'blank' }),
      }),
    )
    .max(200)
    .default([]),
  notes: Paragraphs.optional(),
})
export type OfficeVariant = z.infer<typeof OfficeVariant>

export type ReadVariant =
  | { readonly ok: true; readonly variant: OfficeVariant }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Parses the text of an office variant; each problem with its place. A byte order mark is ignored. */
export function readOfficeVariant(text: string): ReadVariant {
  let raw: unknown
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { ok: false, findings: [finding('variant.not-json', '')] }
  }
  const parsed = OfficeVariant.safeParse(raw)
  if (parsed.success) return { ok: true, variant: parsed.data }
  const places = new Set(
    parsed.error.issues.map(({ path }) => (path.length === 0 ? officeVariantFormat : pathText(path))),
  )
  return { ok: false, findings: [...places].map((place) => finding('variant.invalid', place)) }
}

/** What a variant changes in a case. */
export interface VariantChanges {
  readonly ownEntries: OwnChecklistEntry[]
  readonly checklist: ChecklistState[]
}

/**
 * The own entries and states of a case after a variant. An entry replaces one of its code; a hidden rule sets those of its
 * rows aside that are still missing, with the reason; what a person already said of a row stays. `rows` is its checklist.
 */
export function applyVariant(
  variant: OfficeVariant,
  record: Pick<CaseRecord, 'ownEntries' | 'checklist'>,
  rows: readonly Pick<ChecklistRow, 'code' | 'status' | 'gone'>[],
): VariantChanges {
  const codes = new Set(variant.entries.map(({ code }) => code))
  const reasons = new Map(variant.hidden.map(({ code, reason }) => [code, reason]))
  const set = new Map((record.checklist ?? []).map((state) => [state.code, state]))
  for (const { code, status, gone } of rows) {
    const reason = reasons.get(ruleOf(code))
    if (reason === undefined || status !== 'missing' || gone) continue
    set.set(code, { ...set.get(code), code, status: 'not-applicable', reason })
  }
  return {
    ownEntries: [...(record.ownEntries ?? []).filter(({ code }) => !codes.has(code)), ...variant.entries],
    checklist: [...set.values()],
  }
}

/** True when a variant asks for an entry the case does not have, or sets a paper aside of which nothing was said yet. */
export function hasMore(
  variant: OfficeVariant,
  { ownEntries = [] }: Pick<CaseRecord, 'ownEntries'>,
  rows: readonly Pick<ChecklistRow, 'code' | 'status' | 'state'>[],
): boolean {
  const known = new Set(ownEntries.map(({ code }) => code))
  const hidden = new Set(variant.hidden.map(({ code }) => code))
  return (
    variant.entries.some(({ code }) => !known.has(code)) ||
    rows.some(({ code, status, state }) => status === 'missing' && !state && hidden.has(ruleOf(code)))
  )
}

/** The variant of an office, by its name as a reader would compare it; undefined when none is for it. */
export function variantFor<Kept extends { readonly variant: OfficeVariant }>(
  kept: readonly Kept[],
  office: string,
): Kept | undefined {
  return kept.find(({ variant }) => sameName(variant.office, office))
}

/**
 * A variant of what a case added and set aside with a reason, for the office of its notice. Rules of which any row is
 * still needed are not hidden. Throws TypeError for a case without an office.
 */
export function makeVariant(record: CaseRecord, rows: readonly ChecklistRow[], notes = ''): OfficeVariant {
  const office = record.notice.office.trim()
  if (office === '') throw new TypeError('an office variant needs an office')
  const byRule = new Map<string, ChecklistRow[]>()
  for (const row of rows.filter(({ own }) => !own)) {
    byRule.set(ruleOf(row.code), [...(byRule.get(ruleOf(row.code)) ?? []), row])
  }
  const hidden = [...byRule].flatMap(([code, ofRule]) => {
    const reason = ofRule.find(({ state }) => (state?.reason ?? '').trim() !== '')?.state?.reason ?? ''
    return reason !== '' && ofRule.every(({ status }) => status === 'not-applicable')
      ? [{ code, reason }]
      : []
  })
  return {
    format: officeVariantFormat,
    version: 1,
    office,
    entries: [...(record.ownEntries ?? [])],
    hidden,
    ...(notes.trim() === '' ? {} : { notes }),
  }
}

/** The id of the rule a code of a row comes from. */
export function ruleOf(code: string): string {
  return code.split('@', 1)[0] ?? code
}
