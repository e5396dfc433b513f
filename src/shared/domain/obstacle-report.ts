import type { CaseDraft } from './case-draft.ts'
import { type Obstacle, type ObstacleKind, obstacleKinds } from './case-log.ts'
import { isWithin, type Months } from './response-rate.ts'

/** What of a case the report is made from. */
export type ObstacleCase = Pick<CaseDraft, 'caseCode' | 'brand' | 'obstacles'> & {
  readonly notice: Pick<CaseDraft['notice'], 'office'>
}

export interface ReportedObstacle {
  readonly kind: ObstacleKind
  /** Plain dates; blank when not known. */
  readonly on: string
  /** Blank while it stands. */
  readonly solvedOn: string
  /** Whose it is and what was written of it; absent in an anonymised report. */
  readonly named?: {
    readonly caseCode: string
    readonly brand: string
    readonly office: string
    readonly note: string
  }
}

export interface ObstacleCounts {
  readonly kind: ObstacleKind
  readonly all: number
  readonly solved: number
  readonly open: number
}

/** What stood in the way over a period and all cases. */
export interface ObstacleReport {
  readonly months: Months
  readonly isAnonymised: boolean
  /** Cases with an obstacle in the report. */
  readonly cases: number
  /** Obstacles without a date, left out because the report has a period. */
  readonly undated: number
  /** Kinds that occur, most frequent first. */
  readonly counts: readonly ObstacleCounts[]
  /** By date, those without one last. */
  readonly obstacles: readonly ReportedObstacle[]
}

/**
 * Gathers the obstacles that began in the months of a period. One solved after the plain date `on` still stands.
 * Anonymised: kind and dates alone, in an order that does not show which belong to one case.
 */
export function obstacleReport(
  cases: readonly ObstacleCase[],
  options: { readonly months: Months; readonly on: string; readonly isAnonymised: boolean },
): ObstacleReport {
  const { months, on, isAnonymised } = options
  const all = cases.map((one) => (one.obstacles ?? []).map((obstacle) => ({ one, obstacle })))
  const within = all.map((found) => found.filter(({ obstacle }) => isWithin(obstacle.on, months)))
  const obstacles = within.flat().map(({ one, obstacle }): ReportedObstacle => {
    const solvedOn = obstacle.solvedOn ?? ''
    return {
      kind: obstacle.kind,
      on: obstacle.on,
      solvedOn: solvedOn <= on ? solvedOn : '',
      ...(isAnonymised ? {} : { named: namesOf(one, obstacle) }),
    }
  })
  return {
    months,
    isAnonymised,
    cases: within.filter((found) => found.length > 0).length,
    undated:
      months.from === '' && months.to === ''
        ? 0
        : all.flat().filter(({ obstacle }) => obstacle.on === '').length,
    counts: countsOf(obstacles),
    obstacles: obstacles.sort((a, b) => compare(sortKey(a), sortKey(b))),
  }
}

function namesOf({ caseCode, brand = '', notice }: ObstacleCase, { note }: Obstacle) {
  return { caseCode, brand, office: notice.office, note }
}

function countsOf(obstacles: readonly ReportedObstacle[]): ObstacleCounts[] {
  return obstacleKinds
    .map((kind) => {
      const found = obstacles.filter((one) => one.kind === kind)
      const solved = found.filter(({ solvedOn }) => solvedOn !== '').length
      return { kind, all: found.length, solved, open: found.length - solved }
    })
    .filter(({ all }) => all > 0)
    .sort((a, b) => b.all - a.all)
}

/** Of what is printed alone: the order of the cases must not show through. */
function sortKey({ on, kind, solvedOn, named }: ReportedObstacle): string {
  return [on || '9999', kind, solvedOn, named?.caseCode ?? ''].join(' ')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
