import type { HolderProfile } from '../../shared/domain/holder-profile.ts'
import type { StandingPaper } from '../../shared/domain/standing-paper.ts'

/** True for what cannot be opened: a stand-in is shown for it, which can be removed and nothing else. */
interface Readable {
  readonly isDamaged?: true
}

export type StoredHolder = HolderProfile & Readable
export type LibraryPaper = StandingPaper & Readable

/** Right holders kept for every case. */
export interface HolderRepository {
  /** All of them, in no particular order; a stand-in for what cannot be opened. */
  all(): Promise<readonly StoredHolder[]>
  /** Throws Failure register.damaged. */
  get(id: string): Promise<HolderProfile | undefined>
  add(holder: HolderProfile): Promise<void>
  /** Nothing happens when it is gone. */
  edit(id: string, edit: (holder: HolderProfile) => HolderProfile): Promise<void>
  /** Removes a holder, its papers and the contents nothing else uses. Cases keep what they have. Cannot be undone. */
  remove(id: string): Promise<void>
}

/** Standing papers of holders. Their contents stay as long as they refer to them. */
export interface PaperRepository {
  /** All of them, in no particular order; a stand-in for what cannot be opened. */
  all(): Promise<readonly LibraryPaper[]>
  /** As `all`, of one holder. */
  ofHolder(holderId: string): Promise<readonly LibraryPaper[]>
  get(id: string): Promise<StandingPaper | undefined>
  /** Ids of the cases of which an item that is not trashed has this content, in no particular order. */
  casesWith(contentId: string): Promise<readonly string[]>
  /** Adds papers, all or none. Throws Failure content.missing, register.changed-elsewhere without their holder. */
  add(papers: readonly StandingPaper[]): Promise<void>
  /** Nothing happens when it is gone. Its holder and content stay. */
  edit(id: string, edit: (paper: StandingPaper) => StandingPaper): Promise<void>
  /** Adds a paper in the place of another, which is put away. Throws as `add`. */
  replace(id: string, by: StandingPaper): Promise<void>
  /** Removes papers and the contents nothing else uses. Cannot be undone. */
  remove(ids: readonly string[]): Promise<void>
}
