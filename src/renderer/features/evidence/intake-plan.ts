import { blankDetails, type ItemDetails } from '../../../shared/domain/case-draft.ts'
import type { TakenIn } from '../../../shared/domain/intake.ts'
import type { PickedFile } from '../../platform/platform.ts'

/** More files than this are asked about before they are taken in. */
export const askAbove = 200

/** What a drop holds, for the question before it is taken in. */
export interface DropShape {
  readonly files: number
  readonly bytes: number
  /** Names of the groups its folders would make, in the order of the files; none when there are no folders. */
  readonly folders: readonly string[]
}

/** A file with the name of the group its folder makes; undefined when it came without one. */
export interface FolderFile {
  readonly picked: PickedFile
  readonly folder: string | undefined
}

/**
 * Sorts files by folder: the first folder below what all files have in common, or that common folder itself for files
 * that lie directly in it.
 */
export function byFolder(files: readonly PickedFile[]): readonly FolderFile[] {
  const folders = files.map(({ path }) => path.split('/').slice(0, -1))
  const first = folders[0] ?? []
  let shared = 0
  while (shared < first.length && folders.every((parts) => parts[shared] === first[shared])) shared += 1
  return files.map((picked, index) => {
    const parts = folders[index] ?? []
    return { picked, folder: parts[shared] ?? parts.at(-1) }
  })
}

export function shapeOf(files: readonly PickedFile[]): DropShape {
  const folders = new Set(byFolder(files).flatMap(({ folder }) => folder ?? []))
  return {
    files: files.length,
    bytes: files.reduce((sum, { file }) => sum + file.size, 0),
    folders: [...folders],
  }
}

/** A file that was read and stored, before it is an item. */
export interface Stored {
  readonly picked: PickedFile
  readonly groupId: string
  readonly original: TakenIn
  readonly contentId: string
}

/** Where the same content is already: an item of the case by its label, or a file of this drop by its path. */
export type Twin =
  | { readonly kind: 'item'; readonly label: string; readonly name: string }
  | { readonly kind: 'trashed'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }

/** Remembers contents, to tell which files bring one that is there. */
export class Twins {
  readonly #known = new Map<string, Twin>()

  add(sha256: string, twin: Twin): void {
    const before = this.#known.get(sha256)
    // An item that is in the case says more than one in the trash.
    if (!before || before.kind === 'trashed') this.#known.set(sha256, twin)
  }

  of(sha256: string): Twin | undefined {
    return this.#known.get(sha256)
  }
}

/** What is known of a new item: its name from the file's, and that a recording or chat log is electronic. */
export function proposedDetails(original: TakenIn, title: string): ItemDetails {
  const details = blankDetails(title)
  if (!/^(audio|video)\//.test(original.mediaType)) return details
  return { ...details, kind: 'audiovisual-electronic', form: 'electronic' }
}
