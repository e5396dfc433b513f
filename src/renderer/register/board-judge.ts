import type { BoardFacts } from '../../shared/domain/board-facts.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'

/** What the board says of a case, and by which law data. */
export interface JudgedBoard {
  readonly ruleset: string
  readonly facts: BoardFacts
}

/** Judges a case for its summary, so that the board opens without opening a single case. */
export interface BoardJudge {
  /** `lawMark` of the law data; a summary judged by other data is judged anew. */
  readonly ruleset: string
  /** `here`: SHA-256 of the originals in the case. */
  readonly judge: (draft: CaseDraft, here: ReadonlySet<string>) => BoardFacts
}
