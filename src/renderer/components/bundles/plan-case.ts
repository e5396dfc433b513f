import type { Finding } from '../../../shared/contract/finding.ts'
import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { caseJson } from '../../../shared/domain/case-json.ts'
import type { BundlePlan } from '../../../shared/domain/bundle-plan.ts'
import type { BundleLimits } from '../../../shared/domain/limits.ts'
import { planBundle } from '../../../shared/domain/plan-bundle.ts'
import { readCase } from '../../../shared/domain/read-case.ts'
import type { LawBook } from '../../../shared/law/law-book.ts'
import { placeItems } from '../../case-folder/place-items.ts'
import type { Item } from '../../register/register.ts'

/** Whether a bundle can be made of a case now, and what it would be. */
export interface CasePlan {
  /** The plan, as a draft where something is blank; undefined when something is wrong. */
  readonly plan: BundlePlan | undefined
  readonly findings: readonly Finding[]
  /** Blanks that must be filled before it is more than a draft. */
  readonly gaps: number
  /** Contents that are wrong or missing: not even a draft can be made. */
  readonly errors: number
  /** The faces are still asked whether they have every character. */
  readonly isAsking?: boolean
}

export interface PlanCaseOptions {
  /** UTC instant to the second. */
  readonly createdAt: string
  /** Make a draft also where nothing is blank. */
  readonly draft: boolean
  readonly law: LawBook
  readonly limits: BundleLimits
}

/**
 * Plans the bundle of a case of the register, the same plan that the command line makes of the case saved as a case
 * folder. Trashed items are left out.
 */
export function planCase(draft: CaseDraft, items: readonly Item[], options: PlanCaseOptions): CasePlan {
  const present = items.filter((item) => !item.trashed)
  const paths = placeItems(draft.groups, present)
  const pathOf = (item: Item) => paths.get(item.id) ?? item.original.path
  const record = recordOfDraft(draft, (group) =>
    present
      .filter((item) => item.groupId === group.id)
      .map((item) => ({ ...item.details, file: pathOf(item), sha256: item.original.sha256 })),
  )
  const read = readCase(caseJson(record))
  if (!read.ok) return { plan: undefined, findings: read.findings, gaps: 0, errors: read.findings.length }
  const { law, limits } = options
  const intake = new Map(present.map((item) => [pathOf(item), item.original]))
  const createdAt = read.case.createdAt ?? options.createdAt
  const input = { case: read.case, intake, createdAt, law, limits }
  const final = planBundle({ ...input, draft: false })
  const outcome = options.draft || !final.ok ? planBundle({ ...input, draft: true }) : final
  const count = (isCounted: (found: Finding) => boolean) => final.findings.filter(isCounted).length
  const gaps = count((found) => found.code === 'field.required')
  const errors = count((found) => found.severity === 'error') - gaps
  return {
    plan: outcome.ok && outcome.plan.groups.length > 0 ? outcome.plan : undefined,
    findings: outcome.findings,
    gaps,
    errors: final.ok ? 0 : errors,
  }
}

/** The same when that many characters of the case cannot be printed; undefined while that is being asked. */
export function withUnprintable(planned: CasePlan, count: number | undefined): CasePlan {
  if (count === undefined) return { ...planned, isAsking: true }
  return count === 0 ? planned : { ...planned, plan: undefined, errors: planned.errors + count }
}

/** The contents of the originals of a case, by SHA-256. */
export function contentIdsOf(items: readonly Item[]): ReadonlyMap<string, string> {
  return new Map(items.filter((item) => !item.trashed).map((item) => [item.original.sha256, item.contentId]))
}
