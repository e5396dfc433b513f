import type { BoardView } from '../../shared/domain/case-board.ts'
import type { CaseStage } from '../../shared/domain/case-stage.ts'

/** What the board is narrowed to beside its view and its search; blank: to nothing. */
export interface BoardFilter {
  readonly brand: string
  readonly office: string
  readonly owner: string
  readonly label: string
  readonly raid: string
  readonly stage: CaseStage | ''
}

/** A view of the board under a name of the person's own: the view, what it is narrowed to, and what is searched for. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly view: BoardView | 'all'
  readonly filter: BoardFilter
  readonly query: string
}
