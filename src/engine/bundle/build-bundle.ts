import { Failure } from '../../shared/contract/failure.ts'
import { discBagFolder } from '../../shared/domain/bundle-names.ts'
import type { BundlePlan, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import { writeContainer } from '../container/write-container.ts'
import { composeBundle, type ComposedBundle } from '../documents/compose-bundle.ts'
import type { AssembledPdf, SourceSurvey } from '../pdf/assembly.ts'
import { assemblePdf } from '../pdf/assemble-pdf.ts'
import type { ByteSource, JobContext, OutputFolder } from '../ports.ts'
import { assemblyPlan, textDigest } from './assembly-plan.ts'
import { bothOf, sm3Beside } from './beside.ts'
import type { BuildPorts, BuildRequest, BuiltBundle } from './build-request.ts'
import { bundleSigner, type BundleSigner } from './bundle-signer.ts'
import { bagInfoOf, originalsPayload, pdfPayload } from './container-input.ts'
import { discEntries, discPapers, writeDiscPapers } from './disc-papers.ts'
import { writeHandOver } from './hand-over.ts'
import { recordingFolder } from './recording-folder.ts'
import { selfCheck, type SelfCheck } from './self-check.ts'
import { surveyItems } from './survey-items.ts'
import { tagFilesOf } from './tag-files.ts'
import { UnchangedSources } from './unchanged-sources.ts'

/**
 * Builds one bundle: re-hashes and opens the originals, sets the papers, assembles and signs the PDF, writes and
 * signs the container, verifies it all as a stranger would, and only then gives the files their names.
 * All or nothing. Throws Failure evidence.*, bundle.*, signing.reserve,
 * font.missing, identity.*, output.*; AbortError.
 */
export async function buildBundle(
  request: BuildRequest,
  ports: BuildPorts,
  context: JobContext,
): Promise<BuiltBundle> {
  const { plan } = request
  const output = recordingFolder(ports.output)
  try {
    await output.claim(outputNames(request))
    await output.reserve(neededBytes(request))
    const signer = await bundleSigner(plan, request.signer, context)
    const surveys = await surveyItems(plan, ports.survey, context)
    await ports.surveyed?.()
    const itemFindings = [...surveys.values()].flatMap((survey) => survey.findings)

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
    if (composed.pageCount > request.limits.maxPages) {
      throw new Failure('bundle.limit', {
        count: composed.pageCount,
        limit: request.limits.maxPages,
        ...longestItem(plan, surveys),
      })
    }
    context.report('compose', 1, 1)

    const pdfName = `${plan.names.stem}.pdf`
    const pdf = await writePdf(pdfName, { request, composed, signer, output }, ports, context)
    await sources.allUnchanged()
    const pdfFile = await pdfPayload(request, pdf, ports, context)
    const papers = await discPapers(plan, composed, signer)
    const findings = [...request.findings, ...itemFindings]
    const zipFile = await output.create(plan.names.container)
    const container = await writeContainer(
      {
        payload: [pdfFile, ...originalsPayload(plan, ports.content)],
        tagFiles: tagFilesOf({
          request,
          composed,
          surveys,
          signer,
          pdfFile,
          originalsListSha256,
          disc: await discEntries(plan, papers, pdf.assembled, ports.hashing),
        }),
        bag: bagInfoOf(request),
        signer: signer.signer,
        createdAt: new Date(plan.createdAt),
      },
      {
        zip: zipFile,
        ...(request.disc
          ? { folder: { output, prefix: `${plan.names.discFolder}/${discBagFolder[plan.language]}/` } }
          : {}),
      },
      {
        signal: context.signal,
        report: context.report.bind(context),
        hashing: ports.hashing,
        ...(ports.crc32 ? { crc32: ports.crc32 } : {}),
      },
    )
    const zipSource = await zipFile.close()
    if (request.disc) await writeDiscPapers(plan, papers, output)

    const checked = selfCheck(
      {
        pdf: pdf.source,
        zip: zipSource,
        ...(request.disc ? { disc: below(output.closed, `${plan.names.discFolder}/`) } : {}),
        certificate: signer.signer.certificate,
        limits: request.limits,
        hashing: ports.hashing,
      },
      context,
    )
    const [verification, zipSm3] = await bothOf(checked, sm3Beside(zipSource, ports, context))
    refuseUnlessIntact(verification)
    await writeHandOver({
      request,
      composed,
      container,
      zipSm3,
      pdf: pdf.assembled,
      pdfName,
      pdfSm3: pdfFile.sm3,
      signer,
      output,
    })
    context.signal.throwIfAborted()
    await output.publish()
    return {
      pdf: { ...pdf.assembled, name: pdfName },
      zip: { ...container, name: plan.names.container },
      handOver: plan.names.handOver,
      ...(request.disc ? { discFolder: plan.names.discFolder } : {}),
      signer: signer.described,
      findings,
      verification,
    }
  } catch (error) {
    await output.discard()
    throw error
  }
}

interface PdfParts {
  readonly request: BuildRequest
  readonly composed: ComposedBundle
  readonly signer: BundleSigner
  readonly output: OutputFolder
}

interface WrittenPdf {
  readonly assembled: AssembledPdf
  readonly source: ByteSource
}

async function writePdf(
  name: string,
  parts: PdfParts,
  ports: BuildPorts,
  context: JobContext,
): Promise<WrittenPdf> {
  const file = await parts.output.create(name)
  const assembled = await assemblePdf(
    await assemblyPlan(parts.request, parts.composed, parts.signer, ports.hashing),
    file,
    ports.hashing,
    context,
  )
  return { assembled, source: await file.close() }
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

/** What lies in the output folder in the end. */
function outputNames({ plan, disc }: BuildRequest): string[] {
  const { names } = plan
  return [`${names.stem}.pdf`, names.container, names.handOver, ...(disc ? [names.discFolder] : [])]
}

/** Once in the PDF, twice in the ZIP (PDF and originals), three times on the disc, and room for what is generated. */
function neededBytes({ plan, disc }: BuildRequest): number {
  const items = plan.totals.identityItems + plan.totals.evidenceItems
  return plan.totals.bytes * (disc ? 6 : 3) + 16_000_000 + items * 20_000
}

function below(files: ReadonlyMap<string, ByteSource>, prefix: string): Map<string, ByteSource> {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, source]) => [path.slice(prefix.length), source]),
  )
}

function refuseUnlessIntact(check: SelfCheck): void {
  for (const report of [check.pdf, check.zip, check.disc]) {
    // The signer's own certificate was handed to the check: any other verdict means that another key signed.
    if (!report || (report.integrity === 'intact' && report.signer === 'trusted')) continue
    const codes = report.findings
      .filter((found) => found.severity === 'error')
      .map((found) => `${found.code} ${found.subject}`)
    const reason = codes.slice(0, 3).join(', ') || `${report.integrity}, ${report.signer}`
    throw new Failure('bundle.self-check', { reason })
  }
}
