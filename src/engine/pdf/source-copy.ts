import { copyForm } from './acroform-merge.ts'
import type { FormShare } from './acroform-merge.ts'
import type { ContentInspector } from './content-inspector.ts'
import { ObjectCopier } from './object-copier.ts'
import type { ObjectWriter } from './object-writer.ts'
import type { Observations } from './observations.ts'
import { copyLayers } from './optional-content-merge.ts'
import type { LayerShare } from './optional-content-merge.ts'
import { readOutline } from './outlines.ts'
import type { OutlineItem } from './outlines.ts'
import { PageCopier } from './page-copier.ts'
import type { PagePlacement } from './page-copier.ts'
import type { PdfSource } from './pdf-source.ts'

/** What a source is copied into. */
export interface CopyTarget {
  readonly writer: ObjectWriter
  readonly inspector: ContentInspector
  /** Number of the stamp's font. */
  readonly stampFont: number
  /** Number of the stream that holds the `q` before a page. */
  readonly saveState: number
  /** Names of fonts in the form resources of sources copied before. */
  readonly takenFonts: ReadonlySet<string>
  /** Where every page of the source goes. */
  readonly placements: readonly PagePlacement[]
}

/** What a source adds to parts of the document that are written at the end. */
export interface SourceShare {
  readonly form: FormShare | undefined
  readonly layers: LayerShare | undefined
  readonly outline: readonly OutlineItem[]
}

/**
 * Copies all pages of a source with what belongs to them. The dry run of the survey and the real copy both come
 * here, so that the second cannot meet what the first has not. Throws what reading the source throws.
 */
export function copySource(
  source: PdfSource,
  label: string,
  target: CopyTarget,
  observations: Observations,
): SourceShare {
  const copier = new ObjectCopier(target.writer, source, observations)
  const { placements } = target
  source.pages.forEach((page, index) => {
    const placement = placements[index]
    if (page.ref !== undefined && placement !== undefined) copier.place(page.ref, placement.number)
  })
  const form = copyForm(copier, label, target.takenFonts)
  const layers = copyLayers(copier, label)
  const pages = new PageCopier(copier, target.inspector, target.stampFont, target.saveState)
  source.pages.forEach((page, index) => {
    const placement = placements[index]
    if (placement !== undefined) pages.copy(page, placement)
  })
  const outline = readOutline(copier)
  copier.drain()
  return { form, layers, outline }
}
