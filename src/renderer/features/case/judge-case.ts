import { type Finding, finding } from '../../../shared/contract/finding.ts'
import { contradictionsOf } from '../../../shared/domain/case-contradictions.ts'
import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { workFindings } from '../../../shared/domain/case-judgement.ts'
import { type ChecklistRow, checklistOf, completenessOf } from '../../../shared/domain/checklist.ts'
import { gapsOf } from '../../../shared/domain/case-gaps.ts'
import type { CaseRecord } from '../../../shared/domain/case-record.ts'
import { isHandedIn } from '../../../shared/domain/evidence-item.ts'
import type { TakenIn } from '../../../shared/domain/intake.ts'
import { pathText, readCase } from '../../../shared/domain/read-case.ts'
import { isShownInBundle } from '../../../shared/domain/shown-types.ts'
import type { LawBook } from '../../../shared/law/law-book.ts'
import { caseOfSameCode } from '../../components/cases/case-codes.ts'
import { digestsOf } from '../../register/case-summary.ts'
import type { CaseSummary, Item } from '../../register/register.ts'
import { stepsOf } from './case-path.ts'

/** What is missing, wrong or doubtful outside the groups: text, gaps, contradictions; each place once, gravest first. */
export function judgeParties(draft: CaseDraft, law: LawBook): readonly Finding[] {
  const record = recordOfDraft(draft, () => [])
  return judged(record, new Map(), law).filter((found) => !isOfGroups(found))
}

/**
 * What is doubtful in the work on a case as of a plain date, outside the groups, and how many of the papers it needs are
 * there.
 */
export function judgeWork(
  draft: CaseDraft,
  items: readonly Item[],
  law: LawBook,
  today: string,
): {
  readonly findings: readonly Finding[]
  readonly completeness: { readonly done: number; readonly of: number }
} {
  const record = recordOfDraft(draft, () => [])
  const checklist = checklistOf(record, law, today, digestsOf(items))
  const { done, of, blocking } = completenessOf(checklist)
  return {
    findings: [...openFindings(blocking), ...workFindings(record, law, today, checklist)],
    completeness: { done, of },
  }
}

/** Required papers that are not ready: a doubt, for no law stops a bundle. It leads to the first of them. */
function openFindings(blocking: readonly ChecklistRow[]): Finding[] {
  const [first] = blocking
  if (!first) return []
  return [finding('checklist.required-open', `checklist.${first.code}`, { count: blocking.length })]
}

/** A doubt where another case has this one's code: names of bundles and entries of calendars are built on it. */
export function judgeCode(
  { id, caseCode }: { readonly id: string; readonly caseCode: string },
  summaries: readonly CaseSummary[],
): readonly Finding[] {
  const other = caseOfSameCode(summaries, { id, caseCode })
  if (!other) return []
  const named = other.brand.trim() || other.office.trim() || other.caseCode
  return [finding('case.code-taken', 'caseCode', { code: caseCode, other: named })]
}

/** The same of the groups and their items. Only the groups of the draft are looked at. */
export function judgeItems(draft: CaseDraft, items: readonly Item[], law: LawBook): readonly Finding[] {
  const intake = new Map<string, TakenIn>()
  const byGroup = new Map<string, Item[]>()
  for (const item of items) {
    if (item.trashed) continue
    const group = byGroup.get(item.groupId)
    if (group) group.push(item)
    else byGroup.set(item.groupId, [item])
  }
  const record = recordOfDraft(draft, (group) =>
    (byGroup.get(group.id) ?? []).map((item) => {
      const file = freeName(item.original.path, intake)
      intake.set(file, item.original)
      return { ...item.details, file }
    }),
  )
  return [
    ...judged(record, intake, law).filter((found) => isOfGroups(found) && !isEmptyGroupName(found, record)),
    ...onlyEnclosed(record, intake),
  ]
}

function judged(record: CaseRecord, intake: ReadonlyMap<string, TakenIn>, law: LawBook): Finding[] {
  const read = readCase(JSON.stringify(record))
  const text = read.findings
  const wrong = new Set(text.map((found) => found.subject))
  return [
    ...text,
    ...contradictionsOf({ case: record, intake, law }).filter((found) => !wrong.has(found.subject)),
    ...gapsOf(record),
  ]
}

/** Originals that have no pages in the bundle. */
function onlyEnclosed(record: CaseRecord, intake: ReadonlyMap<string, TakenIn>): Finding[] {
  return record.groups.flatMap((each, group) =>
    (isHandedIn(each) ? each.items : []).flatMap(({ file }, item) => {
      const mediaType = intake.get(file)?.mediaType ?? ''
      const at = pathText(['groups', group, 'items', item, 'file'])
      return isShownInBundle(mediaType) ? [] : [finding('file.not-shown', at, { mediaType })]
    }),
  )
}

function isOfGroups(found: Finding): boolean {
  return stepsOf(found.subject)[0] === 'groups'
}

/** A group without items is left out of the bundle, so its name is not missed. */
function isEmptyGroupName(found: Finding, record: CaseRecord): boolean {
  const [, group, key] = stepsOf(found.subject)
  return key === 'name' && typeof group === 'number' && record.groups[group]?.items.length === 0
}

/** Two originals of one name are told apart when the case is saved; here too. */
function freeName(path: string, taken: ReadonlyMap<string, unknown>): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? path : `${path} (${n})`
    if (!taken.has(name)) return name
  }
}
