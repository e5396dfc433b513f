import { instantOf } from '../shared/domain/instant.ts'
import { unprintableIn } from '../engine/jobs.ts'
import type { JobContext } from '../engine/ports.ts'
import type { Finding } from '../shared/contract/finding.ts'
import type { CaseRecord } from '../shared/domain/case-record.ts'
import type { PlannedItem } from '../shared/domain/bundle-plan.ts'
import { itemLabels, plannedItems, planBundle, type PlanOutcome } from '../shared/domain/plan-bundle.ts'
import type { BundleLimits } from '../shared/domain/limits.ts'
import type { LawBook } from '../shared/law/law-book.ts'
import { caseFolderAt, locateFiles, openCaseFolder, unlistedFiles } from './files/case-folder.ts'
import { readFonts, readLawBook, readLimits } from './files/packaged-files.ts'
import { takeInFiles } from './intake.ts'
import { type ItemPlaces, itemPlaces, noPlaces } from './item-places.ts'
import type { WorkerPool } from './worker-pool.ts'

export interface PreparedCase {
  readonly outcome: PlanOutcome
  /** Undefined when case.json cannot be read. */
  readonly record: CaseRecord | undefined
  /** The instant of the bundle; undefined when case.json cannot be read. */
  readonly createdAt: string | undefined
  /** Every item whose file could be taken in, also when nothing can be built. */
  readonly items: readonly PlannedItem[]
  readonly places: ItemPlaces
  readonly law: LawBook
  readonly limits: BundleLimits
  readonly fonts: Awaited<ReturnType<typeof readFonts>>
  /** File on disk by SHA-256. */
  readonly pathOf: ReadonlyMap<string, string>
}

export interface PrepareOptions {
  /** UTC instant to the second; the case's own `createdAt` is used when absent. */
  readonly createdAt: string | undefined
  readonly draft: boolean
  /** Done while the workers hash and the main thread has nothing else to do. */
  readonly meanwhile?: () => Promise<void>
}

/** Opens a case folder, takes its files in and plans the bundle; every problem at once. Writes nothing. */
export async function prepareCase(
  folder: string,
  options: PrepareOptions,
  pool: WorkerPool,
  context: JobContext,
): Promise<PreparedCase> {
  const [law, limits, fonts] = await Promise.all([readLawBook(), readLimits(), readFonts()])
  const opened = await openCaseFolder(await caseFolderAt(folder))
  if (!('record' in opened)) {
    const outcome = { ok: false, findings: opened.findings } as const
    const nothing = {
      record: undefined,
      createdAt: undefined,
      items: [],
      places: noPlaces,
      pathOf: new Map<string, string>(),
    }
    return { outcome, ...nothing, law, limits, fonts }
  }
  const located = await locateFiles(opened)
  // The workers hash; the main thread has the time to open the fonts.
  const [{ intake, findings: unread }, unprintable] = await Promise.all([
    takeInFiles(located.files, pool, context),
    unprintableIn(opened.record, fonts),
    options.meanwhile?.(),
  ])
  const createdAt = options.createdAt ?? opened.record.createdAt ?? instantOf(context.now)
  const planned = planBundle({
    case: opened.record,
    intake,
    createdAt,
    draft: options.draft,
    limits,
    law,
  })
  const extra: Finding[] = [
    ...opened.findings,
    ...located.findings,
    ...unread,
    ...unprintable,
    ...(await unlistedFiles(opened)),
  ]
  const stopped = extra.some((found) => found.severity === 'error')
  const findings = [...withoutTwins(planned.findings, [...located.findings, ...unread]), ...extra]
  const outcome: PlanOutcome = planned.ok && !stopped ? { ...planned, findings } : { ok: false, findings }
  const absoluteOf = new Map(located.files.map((file) => [file.path, file.absolute]))
  return {
    outcome,
    record: opened.record,
    createdAt,
    items: plannedItems({ case: opened.record, intake }),
    places: itemPlaces(opened.record, itemLabels(opened.record.groups)),
    law,
    limits,
    fonts,
    pathOf: new Map(
      [...intake.values()].map((taken) => [taken.sha256, absoluteOf.get(taken.path) ?? taken.path]),
    ),
  }
}

/** A file that lies outside or cannot be read was not taken in either: that second sentence helps nobody. */
function withoutTwins(planned: readonly Finding[], located: readonly Finding[]): Finding[] {
  const known = new Set(located.map((found) => found.subject))
  return planned.filter((found) => found.code !== 'file.missing' || !known.has(found.subject))
}
