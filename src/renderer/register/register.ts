import type { KeptVariant } from './kept-variant.ts'
import type { SavedView } from './saved-view.ts'
import type { JudgedBoard } from './board-judge.ts'
import type { CaseDraft, ItemDetails } from '../../shared/domain/case-draft.ts'
import type { TakenIn } from '../../shared/domain/intake.ts'
import type { BundleRepository } from './bundle-records.ts'
import type { HolderRepository, PaperRepository } from './library-records.ts'
import type { SealedCollection, StoredIdentity, TrustedSigner } from './signing-records.ts'

/**
 * The register as the window sees it: plain values, unsealed. Every read may be used in `useLive`; every write checks the
 * revision, seals before its transaction, and is one step of the case's history unless said otherwise.
 * Writes throw Failure register.locked, register.read-only, register.full, register.changed-elsewhere. A case of which a row
 * cannot be opened throws Failure register.damaged, whatever is asked of it; nothing of it is overwritten.
 */
export interface Register {
  /** True while nothing is written to the disk (before a passphrase is set). */
  readonly inMemory: boolean
  readonly cases: CaseRepository
  readonly items: ItemRepository
  readonly contents: ContentRepository
  readonly history: History
  readonly takeIns: TakeInMarks
  readonly bundles: BundleRepository
  readonly identities: SealedCollection<StoredIdentity>
  readonly signers: SealedCollection<TrustedSigner>
  readonly views: SealedCollection<SavedView>
  readonly variants: SealedCollection<KeptVariant>
  readonly holders: HolderRepository
  readonly papers: PaperRepository
}

/** What a list shows of a case. Dates are plain local dates, instants UTC to the second. */
export interface CaseSummary {
  readonly id: string
  readonly caseCode: string
  readonly brand: string
  readonly office: string
  readonly documentNumber: string
  readonly caseNumber: string
  readonly suspects: readonly string[]
  readonly rightHolders: readonly string[]
  readonly crimes: readonly string[]
  readonly receivedOn: string
  readonly replyDueOn: string
  /** What the board shows; absent until the case was judged. */
  readonly board?: JudgedBoard
  readonly itemCount: number
  readonly itemBytes: number
  readonly createdAt: string
  readonly changedAt: string
  readonly state: CaseState
  readonly isSample: boolean
  /** True where the summary cannot be opened: then it says what the draft still does. The case does not open. */
  readonly isDamaged?: true
}

export type CaseState = 'open' | 'closed' | 'trashed'

export interface Case {
  readonly id: string
  readonly draft: CaseDraft
  readonly state: CaseState
  readonly isSample: boolean
  readonly createdAt: string
  readonly changedAt: string
}

/** One item of a case with its original. `rank` orders items inside their group. */
export interface Item {
  readonly id: string
  readonly caseId: string
  readonly groupId: string
  readonly rank: string
  readonly contentId: string
  readonly details: ItemDetails
  /** The original as it was taken in; `path` is its name with the folders it was dropped with, `/` between. */
  readonly original: TakenIn
  readonly takenInAt: string
  readonly trashed: boolean
  /** How the preview is turned, in degrees; the original is never touched. */
  readonly rotation: 0 | 90 | 180 | 270
}

export type NewItem = Pick<Item, 'groupId' | 'contentId' | 'details' | 'original'> &
  Partial<Pick<Item, 'rotation'>>

/** What one step of the history did; words for it are made by the window. */
export type StepKind =
  | 'case.edit'
  | 'case.trash'
  | 'case.restore'
  | 'case.close'
  | 'case.reopen'
  | 'group.add'
  | 'group.edit'
  | 'group.move'
  | 'group.remove'
  | 'item.add'
  | 'item.edit'
  | 'item.move'
  | 'item.trash'
  | 'item.restore'
  | 'paper.attach'
  | 'paper.replace'
  | 'holder.add'

export interface CaseRepository {
  /** All cases, closed and trashed ones too, in no particular order. */
  summaries(): Promise<readonly CaseSummary[]>
  get(id: string): Promise<Case | undefined>
  /** Stores a new case, with its items, all or nothing; gives its id. No step of the history. Throws as `items.add`. */
  create(
    draft: CaseDraft,
    options?: { readonly isSample?: boolean; readonly items?: readonly NewItem[] },
  ): Promise<string>
  /**
   * Edits the draft; `edit` may run twice when the case changed meanwhile. Successive edits with the same `merge` key
   * within one visit to a field become one step of the history. Items of a group that goes are trashed in the same step.
   */
  edit(id: string, edit: (draft: CaseDraft) => CaseDraft, step: EditStep): Promise<void>
  setState(id: string, state: CaseState): Promise<void>
  /** Removes a trashed case, its items, its bundles and the contents no other case uses. Cannot be undone. */
  erase(id: string): Promise<void>
  /** Erases all trashed cases. */
  emptyTrash(): Promise<void>
  /** Judges every case whose summary was made by other law data, or by none, anew. Changes nothing else of it. */
  judgeAnew(): Promise<void>
}

export interface EditStep {
  readonly kind: StepKind
  readonly merge?: string
}

/** What `ItemRepository.compose` wants to stand in a case; what is not named stays. */
export interface Composition {
  readonly draft?: CaseDraft
  readonly added?: readonly NewItem[]
  /** Items of the case with other details, content or original. */
  readonly changed?: readonly Item[]
}

export interface ItemRepository {
  /** Items of a case in the order of their groups and ranks; trashed ones too. */
  ofCase(caseId: string): Promise<readonly Item[]>
  /**
   * Adds items at the end of their groups, all or none; gives their ids. A group that went meanwhile is replaced by the
   * last one of evidence. Throws Failure content.missing when an original is not stored.
   */
  add(caseId: string, items: readonly NewItem[], merge?: string): Promise<readonly string[]>
  /**
   * Changes the draft, adds items at the ends of their groups and changes others in one step of the history; `work` may
   * run twice, and gives undefined where there is nothing to do. Gives the ids of what was added. Throws as `add`.
   */
  compose(
    caseId: string,
    work: (now: { readonly draft: CaseDraft; readonly items: readonly Item[] }) => Composition | undefined,
    step: EditStep,
  ): Promise<readonly string[]>
  edit(
    caseId: string,
    ids: readonly string[],
    edit: (details: ItemDetails, item: Item) => ItemDetails,
    step: EditStep,
  ): Promise<void>
  /** Moves items, keeping their order, before the item `before`, or to the end of the group. */
  move(caseId: string, ids: readonly string[], to: { groupId: string; before?: string }): Promise<void>
  /** An item restored after its group went comes to the last group of evidence. */
  setTrashed(caseId: string, ids: readonly string[], trashed: boolean): Promise<void>
  /** Not a step of the history. */
  setRotation(caseId: string, id: string, rotation: Item['rotation']): Promise<void>
  /** Removes those that are trashed, and the contents nothing else uses. Cannot be undone. */
  erase(caseId: string, ids: readonly string[]): Promise<void>
  /** Erases all trashed items of a case. */
  emptyTrash(caseId: string): Promise<void>
}

/** Originals. They are written by the engine's worker (`content-writer.ts`), read anywhere. */
export interface ContentRepository {
  /** Reads an original; every chunk is opened and checked. Throws Failure content.missing, content.damaged. */
  open(contentId: string): Promise<ContentReader>
  /** Bytes of all originals, and how many there are. */
  usage(): Promise<{ readonly count: number; readonly bytes: number }>
  /** Removes those that no item uses and no undo may need: for work that was stopped after it took them in. */
  removeUnused(contentIds: readonly string[]): Promise<void>
}

export interface ContentReader {
  readonly bytes: number
  /** Exactly the bytes [offset, offset + length), fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  /** All bytes in order, in chunks of at most 4 MiB. */
  stream(): AsyncIterable<Uint8Array<ArrayBuffer>>
}

/** How far taking files into a case is; stays when the window ends in the middle. */
export interface TakeInMark {
  readonly id: string
  readonly caseId: string
  /** Files that were to be taken in, and how many of them the case has. */
  readonly total: number
  readonly stored: number
}

/** Marks of what is being taken in, so that what was cut off can be told. No steps of the history. */
export interface TakeInMarks {
  /** Notes how far it is, in the place of what was noted before. */
  set(mark: TakeInMark): Promise<void>
  /** It ended, and whoever waits for it was told. */
  remove(id: string): Promise<void>
  /** Gives the marks of those that never ended, and forgets them: each is told once. */
  takeInterrupted(): Promise<readonly TakeInMark[]>
}

/** Undo and redo of a case, kept while the window is open. */
export interface History {
  state(caseId: string): { readonly undo: StepKind | undefined; readonly redo: StepKind | undefined }
  /** Takes the last step back; gives what it was, or undefined when there is none. */
  undo(caseId: string): Promise<StepKind | undefined>
  redo(caseId: string): Promise<StepKind | undefined>
  subscribe(listener: () => void): () => void
}
