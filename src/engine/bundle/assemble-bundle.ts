import { Failure } from '../../shared/contract/failure.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { BundlePlan, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { PayloadFile } from '../container/container-files.ts'
import { sealContainer, type SealedContainer } from '../container/seal-container.ts'
import { composeBundle, type ComposedBundle } from '../documents/compose-bundle.ts'
import type { AssembledPdf, SourceSurvey } from '../pdf/assembly.ts'
import { assemblePdf } from '../pdf/assemble-pdf.ts'
import type { ByteSource, JobContext, OutputFile } from '../ports.ts'
import { assemblyPlan, textDigest } from './assembly-plan.ts'
import type { BuildPorts, BuildRequest } from './build-request.ts'
import { bundleSigner, type BundleSigner } from './bundle-signer.ts'
import { bagInfoOf, originalsPayload, pdfPayload } from './container-input.ts'
import { discEntries, discPapers, type DiscPapers } from './disc-papers.ts'
import { type PrintPart, type PrintPartKind, writePrintParts } from './print-parts.ts'
import { surveyItems } from './survey-items.ts'
import { tagFilesOf } from './tag-files.ts'
import { UnchangedSources } from './unchanged-sources.ts'

/** What assembling is lent. */
export interface AssemblyPorts extends Omit<BuildPorts, 'output'> {
  /** Begins the file of the merged PDF. */
  readonly pdf: () => Promise<OutputFile>
  /** Begins the file of a part for printing; without it none are made. */
  readonly printPart?: (kind: PrintPartKind) => Promise<OutputFile>
}

/** A bundle whose PDF is written and signed and whose container is sealed; nothing of the container is written yet. */
export interface AssembledBundle {
  readonly signer: BundleSigner
  readonly composed: ComposedBundle
  readonly pdf: AssembledPdf
  readonly pdfSource: ByteSource
  readonly pdfFile: PayloadFile
  readonly papers: DiscPapers
  readonly sealed: SealedContainer
  readonly printParts: readonly PrintPart[]
  /** SHA-256 of the originals whose pages were read, all of them proven. */
  readonly proven: ReadonlySet<string>
  /** Findings of the case and of every item. */
  readonly findings: readonly Finding[]
}

/**
 * Opens the originals, sets the papers, writes and signs the PDF and seals the container around it. Every original with
 * pages is proven unchanged. Throws Failure evidence.*, bundle.limit, bundle.too-large, signing.reserve, font.missing,
 * identity.*, what the PDF's file throws; AbortError.
 */
export async function assembleBundle(
  request: BuildRequest,
  ports: AssemblyPorts,
  context: JobContext,
): Promise<AssembledBundle> {
  const { plan } = request
  const signer = await bundleSigner(plan, request.signer, context)
  const surveys = await surveyItems(plan, ports.survey, context)
  await ports.surveyed?.()

  const sources = new UnchangedSources(ports.content)
  context.report('compose', 0, 1)
  const originalsListSha256 = await textDigest(plan.originalsList, ports.hashing)
  const composed = await composeBundle({
    plan,
    surveys,
    originalsListSha256,
    fonts: request.fonts,
    law: request.law,
    signer: {
      name: signer.described.name,
      fingerprint: signer.described.certificateSha256,
      throwAway: signer.described.throwAway,
      selfSigned: signer.described.selfSigned,
    },
    readSource: (item: PlannedItem) => () => sources.read(item),
  })
  refuseTooManyPages(request, composed, surveys)
  context.report('compose', 1, 1)

  const pages = await assemblyPlan(request, composed, signer, ports.hashing)
  const file = await ports.pdf()
  const pdf = await assemblePdf(pages, file, ports.hashing, context)
  const pdfSource = await file.close()
  const printParts = ports.printPart
    ? await writePrintParts(pages, composed, ports.printPart, ports.hashing, context)
    : []
  const proven = await sources.allUnchanged()
  const pdfFile = await pdfPayload(request, { assembled: pdf, source: pdfSource }, ports, context)
  const papers = await discPapers(plan, composed, signer)
  const sealed = await sealContainer(
    {
      payload: [pdfFile, ...originalsPayload(plan, ports.content)],
      tagFiles: tagFilesOf({
        request,
        composed,
        surveys,
        signer,
        pdfFile,
        originalsListSha256,
        disc: await discEntries(plan, papers, pdf, ports.hashing),
      }),
      bag: bagInfoOf(request),
      signer: signer.signer,
      createdAt: new Date(plan.createdAt),
    },
    { hashing: ports.hashing, signal: context.signal },
  )
  const ofItems = [...surveys.values()].flatMap((survey) => survey.findings)
  return {
    signer,
    composed,
    pdf,
    pdfSource,
    pdfFile,
    papers,
    sealed,
    printParts,
    proven,
    findings: [...request.findings, ...ofItems],
  }
}

function refuseTooManyPages(
  { plan, limits }: BuildRequest,
  { pageCount }: ComposedBundle,
  surveys: ReadonlyMap<string, SourceSurvey>,
): void {
  if (pageCount <= limits.maxPages) return
  throw new Failure('bundle.limit', {
    count: pageCount,
    limit: limits.maxPages,
    ...longestItem(plan, surveys),
  })
}

/** The item with the most pages: the one to look at when there are too many. */
function longestItem(plan: BundlePlan, surveys: ReadonlyMap<string, SourceSurvey>) {
  const pagesOf = (label: string): number => {
    const survey = surveys.get(label)
    return survey?.shown === true ? survey.pageCount : 1
  }
  const items = plan.groups.flatMap((group) => group.items)
  const longest = items.reduce((most, item) => (pagesOf(item.label) > pagesOf(most.label) ? item : most))
  return { name: longest.entry.file, pages: pagesOf(longest.label) }
}
