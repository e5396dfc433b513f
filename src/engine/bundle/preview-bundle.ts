import type { Finding } from '../../shared/contract/finding.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { LawBook } from '../../shared/law/law-book.ts'
import { composeBundle } from '../documents/compose-bundle.ts'
import type { PaperSigner } from '../documents/paper.ts'
import type { PrintRanges } from '../documents/print-ranges.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes, Hashing, JobContext } from '../ports.ts'
import { textDigest } from './assembly-plan.ts'
import { surveyItems, type Surveyor } from './survey-items.ts'

export interface PreviewRequest {
  readonly plan: BundlePlan
  readonly law: LawBook
  readonly fonts: FontFiles
  readonly signer: PaperSigner
  readonly hashing: Hashing
}

/** A bundle as it would be built now. */
export interface BundlePreview {
  /** A PDF of the pages the application sets itself, in their order; without page numbers at the foot. */
  readonly papers: Bytes
  readonly pageCount: number
  readonly firstPageNumber: number
  readonly ranges: PrintRanges
  /** What was found in the originals. */
  readonly findings: readonly Finding[]
}

/** Sets the papers of a bundle with the numbers it would have. Throws Failure font.missing, text.unprintable; AbortError. */
export async function previewBundle(
  { plan, hashing, ...request }: PreviewRequest,
  survey: Surveyor,
  context: JobContext,
): Promise<BundlePreview> {
  const surveys = await surveyItems(plan, survey, context)
  context.report('compose', 0, 1)
  const composed = await composeBundle({
    ...request,
    plan,
    surveys,
    originalsListSha256: await textDigest(plan.originalsList, hashing),
    readSource: () => () => Promise.reject(new Error('a preview reads no pages')),
  })
  context.signal.throwIfAborted()
  const saved = await composed.generated.document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  context.report('compose', 1, 1)
  return {
    papers: new Uint8Array(saved),
    pageCount: composed.pageCount,
    firstPageNumber: composed.firstPageNumber,
    ranges: composed.ranges,
    findings: [...surveys.values()].flatMap((each) => each.findings),
  }
}
