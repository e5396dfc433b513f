import { type Finding, finding } from '../contract/finding.ts'
import type { BundlePlan, PlannedGroup, PlannedItem } from './bundle-plan.ts'
import { bundleNames, compareUtf8, maxNameCharacters } from './bundle-names.ts'
import { gapsOf } from './case-gaps.ts'
import type { CaseRecord } from './case-record.ts'
import { contradictionsOf } from './case-contradictions.ts'
import { containerName } from './container-name.ts'
import { type EvidenceGroup, type EvidenceItem, type HandedInSet, isHandedIn } from './evidence-item.ts'
import type { TakenIn } from './intake.ts'
import type { BundleLimits } from './limits.ts'

export interface PlanInput {
  readonly case: CaseRecord
  /** What take-in found, by the path written in case.json; a path that is absent could not be taken in. */
  readonly intake: ReadonlyMap<string, TakenIn>
  /** UTC instant used when the case has no `createdAt` of its own, or instead of it. */
  readonly createdAt: string
  readonly draft: boolean
  readonly limits: BundleLimits
  readonly law: {
    readonly ruleset: string
    readonly date: string
    readonly maxAgents: { readonly count: number }
  }
}

export type PlanOutcome =
  | { readonly ok: true; readonly plan: BundlePlan; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Turns a case and its taken-in originals into the plan of one bundle, or into the list of what is missing.
 * A draft may have blanks; missing, changed or contradictory files are refused in a draft too. Nothing of the set `own`
 * comes into it.
 */
export function planBundle(input: PlanInput): PlanOutcome {
  const gaps = gapsOf(input.case)
  const findings = [...contradictionsOf(input), ...limitFindings(input)]
  const stops = findings.some((entry) => entry.severity === 'error')
  if (stops || (gaps.length > 0 && !input.draft)) return { ok: false, findings: [...gaps, ...findings] }

  const groups = planGroups(input)
  const items = groups.flatMap((group) => group.items)
  return {
    ok: true,
    findings: [...gaps.map((gap): Finding => ({ ...gap, severity: 'warning' })), ...findings],
    plan: {
      case: { ...input.case, groups: input.case.groups.filter(isHandedIn) },
      createdAt: input.createdAt,
      language: input.case.documentLanguage,
      draft: input.draft,
      blanks: gaps.map((gap) => gap.subject),
      names: bundleNames(input.case, input.createdAt, input.draft),
      groups,
      originalsList: originalsList(items),
      law: { ruleset: input.law.ruleset, date: input.law.date },
      totals: {
        groups: groups.length,
        identityItems: items.filter((item) => item.set === 'identity').length,
        evidenceItems: items.filter((item) => item.set === 'evidence').length,
        bytes: items.reduce((sum, item) => sum + item.file.bytes, 0),
        discs: input.case.bundle.discs,
      },
    },
  }
}

/** Lines `sha256  path`, sorted by path: `manifest-sha256.txt` without the line of the merged PDF. */
function originalsList(items: readonly PlannedItem[]): string {
  return [...items]
    .sort((a, b) => compareUtf8(a.file.path, b.file.path))
    .map((item) => `${item.file.sha256}  ${item.file.path}\n`)
    .join('')
}

/**
 * The items to hand in that could be taken in, each with the label and names it has in the bundle, also when no bundle
 * can be planned yet.
 */
export function plannedItems(input: Pick<PlanInput, 'case' | 'intake'>): PlannedItem[] {
  return planGroups(input).flatMap((group) => group.items)
}

/** The label of every item, `A001` … for identity papers and `E001` … for evidence, counted through each set. Own papers have none. */
export function itemLabels(groups: readonly EvidenceGroup[]): ReadonlyMap<EvidenceItem, string> {
  const labels = new Map<EvidenceItem, string>()
  for (const [set, letter] of setLetters) {
    const items = groups.filter((group) => group.set === set).flatMap((group) => group.items)
    items.forEach((item, i) => labels.set(item, `${letter}${String(i + 1).padStart(3, '0')}`))
  }
  return labels
}

const setLetters = [
  ['identity', 'A'],
  ['evidence', 'E'],
] as const satisfies readonly (readonly [HandedInSet, string])[]

function planGroups(input: Pick<PlanInput, 'case' | 'intake'>): PlannedGroup[] {
  const filled = input.case.groups.filter(isHandedIn).filter((group) => group.items.length > 0)
  const ordered = setLetters.flatMap(([set]) => filled.filter((group) => group.set === set))
  const labels = itemLabels(ordered)
  const counters: Record<HandedInSet, { group: number }> = { identity: { group: 0 }, evidence: { group: 0 } }
  return ordered.map((group, index) => {
    const counter = counters[group.set]
    counter.group += 1
    const number = String(index + 1).padStart(2, '0')
    const folder = `data/${containerName(group.name.trim() === '' ? number : `${number}_${group.name}`, maxNameCharacters)}`
    return {
      number: counter.group,
      set: group.set,
      name: group.name,
      folder,
      items: planItems(group, folder, labels, input.intake),
    }
  })
}

function planItems(
  group: EvidenceGroup & { readonly set: HandedInSet },
  folder: string,
  labels: ReadonlyMap<EvidenceItem, string>,
  intake: ReadonlyMap<string, TakenIn>,
): PlannedItem[] {
  return group.items.flatMap((entry) => {
    const taken = intake.get(entry.file)
    // Only of a case that is refused: a planned one has all its files.
    if (!taken) return []
    const label = labels.get(entry) ?? ''
    const originalName = taken.path.split('/').at(-1) ?? taken.path
    return {
      number: Number(label.slice(1)),
      label,
      set: group.set,
      entry,
      file: {
        originalName,
        path: `${folder}/${containerName(`${label}_${originalName}`, maxNameCharacters)}`,
        bytes: taken.bytes,
        sha256: taken.sha256,
        sha512: taken.sha512,
        sm3: taken.sm3,
        mediaType: taken.mediaType,
        ...(taken.crc32 === undefined ? {} : { crc32: taken.crc32 }),
      },
    }
  })
}

function limitFindings({ case: record, intake, limits }: PlanInput): Finding[] {
  const items = record.groups.filter(isHandedIn).flatMap((group) => group.items)
  const bytes = items.reduce((sum, item) => sum + (intake.get(item.file)?.bytes ?? 0), 0)
  return [
    ...(items.length > limits.maxItems
      ? [finding('limit.items', 'groups', { count: items.length, limit: limits.maxItems })]
      : []),
    ...(bytes > limits.maxBytes ? [finding('limit.bytes', 'groups', { bytes, limit: limits.maxBytes })] : []),
  ]
}
