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
  readonly round: number
  readonly draft: boolean
  readonly language: 'zh' | 'en'
  readonly pages: number
  readonly firstPageNumber: number
  readonly items: number
  readonly pdf: BuiltFile
  readonly zip: BuiltFile
  readonly discFolder: string
  readonly handOver: string
  readonly signer: DossierIndex['signer']
  /** What is printed by itself, each a PDF in a content of its own. */
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

export interface BundleRepository {
  /** The bundles of a case, the newest first. */
  ofCase(caseId: string): Promise<readonly StoredBundle[]>
  get(id: string): Promise<StoredBundle | undefined>
  /** Throws Failure content.missing when a content of it is not stored. */
  add(bundle: StoredBundle): Promise<void>
  /** Removes a bundle and the contents nothing else uses. Cannot be undone. */
  remove(id: string): Promise<void>
}
