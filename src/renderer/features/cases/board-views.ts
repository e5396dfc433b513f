import { type BoardView, boardViews, sortedByUrgency, viewsOf } from '../../../shared/domain/case-board.ts'
import { type CaseRow, quietAfterDays } from '../../components/cases/board-row.ts'

export type ShownView = BoardView | 'all'
export type ViewCounts = Readonly<Record<ShownView, number>>

/** Cases that are worked on have no view of closed ones: that is a state of its own. */
export const shownViews: readonly ShownView[] = ['all', ...boardViews.filter((view) => view !== 'closed')]

export interface ViewedRows {
  /** The views of each row. */
  readonly views: ReadonlyMap<CaseRow, readonly BoardView[]>
  readonly counts: ViewCounts
}

/**
 * In which views each row stands on a plain date, and how many stand in each; every row is judged once. The sample stands
 * in none but that of all: nobody waits for its answer.
 */
export function countViews(rows: readonly CaseRow[], today: string): ViewedRows {
  const views = new Map(
    rows.map((row) => [row, row.summary.isSample ? [] : viewsOf(row, today, quietAfterDays)] as const),
  )
  const counts = Object.fromEntries(boardViews.map((view) => [view, 0])) as Record<ShownView, number>
  for (const held of views.values()) for (const view of held) counts[view] += 1
  return { views, counts: { ...counts, all: rows.length } }
}

/** The rows of the board, most urgent first on a plain date; the sample last, for its days are invented. */
export function boardOrder(rows: readonly CaseRow[], today: string): readonly CaseRow[] {
  const sorted = sortedByUrgency(rows, today)
  const isSample = (row: CaseRow) => row.summary.isSample
  return [...sorted.filter((row) => !isSample(row)), ...sorted.filter(isSample)]
}
