import type { DossierIndex } from '../../shared/domain/dossier-index.ts'

/** A bundle that was built, with everything it takes to write it again byte for byte. Digests are lower-case hex. */
export interface StoredBundle {
  readonly id: string
  readonly caseId: string
  /** Of the parts, the PDF, its papers and every original in it: none of them goes while the bundle stays. */
  readonly contentIds: readonly string[]
  /** The finished PDF. */
  readonly pdfContentId: string
  /** Everything of the container but the PDF and the originals, and what lies beside it (`engine/bundle/bundle-parts.ts`). */
  readonly partsContentId: string
  /** The instant the bundle names, UTC to the second. */
  readonly createdAt: string
  /** SHA-256 of what it prints and hands in (`printedContents`), to tell whether the case changed since; older ones have none. */
  readonly printedSha256?: string
  readonly round: number
  readonly draft: boolean
  readonly language: 'zh' | 'en'
  readonly pages: number
  readonly firstPageNumber: number
  readonly items: number
  readonly pdf: BuiltFile
  /** Only its name until it was worked out: when it is first written, or the hand-over sheet wanted. */
  readonly zip: BuiltFile | NamedFile
  readonly discFolder: string
  readonly handOver: string
  readonly signer: DossierIndex['signer']
  /** What is printed by itself, each a PDF in a content of its own; the hand-over sheet once the ZIP is known. */
  readonly papers: readonly StoredPaper[]
}

export interface StoredPaper {
  readonly kind: 'cover' | 'receipt' | 'table' | 'identity' | 'hand-over'
  readonly contentId: string
  readonly pages: number
  readonly bytes: number
}

/** A file as it is written: its name, size and digests. */
export interface BuiltFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly sm3: string
}

/** A file that is still to be worked out. */
export interface NamedFile {
  readonly name: string
  readonly sha256?: undefined
}

/** What the first working out of a ZIP showed; its hand-over sheet lies in a content of its own. */
export interface LearntZip {
  readonly bytes: number
  readonly sha256: string
  readonly sm3: string
  readonly sheet: { readonly contentId: string; readonly bytes: number }
}

/** What is known of the ZIP of a bundle. */
export function learntZipOf({ zip, papers }: StoredBundle): LearntZip | undefined {
  const sheet = papers.find(({ kind }) => kind === 'hand-over')
  if (zip.sha256 === undefined || !sheet) return undefined
  const { bytes, sha256, sm3 } = zip
  return { bytes, sha256, sm3, sheet: { contentId: sheet.contentId, bytes: sheet.bytes } }
}

export interface BundleRepository {
  /** The bundles of a case, the newest first. */
  ofCase(caseId: string): Promise<readonly StoredBundle[]>
  get(id: string): Promise<StoredBundle | undefined>
  /** Throws Failure content.missing when a content of it is not stored. */
  add(bundle: StoredBundle): Promise<void>
  /**
   * Adds what the ZIP was found to be, once: where it is known the bundle stays as it is, and the content of the second sheet
   * goes. Gives the bundle as it stands; undefined when it was removed meanwhile. Throws Failure bundle.not-identical when
   * something else is known, content.missing.
   */
  learn(id: string, zip: LearntZip): Promise<StoredBundle | undefined>
  /** Removes a bundle and the contents nothing else uses. Cannot be undone. */
  remove(id: string): Promise<void>
}
