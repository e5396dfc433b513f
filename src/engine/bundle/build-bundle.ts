import { discBagFolder } from '../../shared/domain/bundle-names.ts'
import { writeSealedContainer } from '../container/write-container.ts'
import type { JobContext } from '../ports.ts'
import { assembleBundle } from './assemble-bundle.ts'
import { bothOf, sm3Beside } from './beside.ts'
import type { BuildPorts, BuildRequest, BuiltBundle } from './build-request.ts'
import { writeDiscPapers } from './disc-papers.ts'
import { handOver } from './hand-over.ts'
import { recordingFolder } from './recording-folder.ts'
import { below, refuseUnlessIntact, selfCheck } from './self-check.ts'
import { writeSmallFile } from './small-file.ts'

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
  const { names } = plan
  const output = recordingFolder(ports.output)
  try {
    await output.claim(outputNames(request))
    await output.reserve(neededBytes(request))
    const pdfName = `${names.stem}.pdf`
    const bundle = await assembleBundle(request, { ...ports, pdf: () => output.create(pdfName) }, context)
    const zipFile = await output.create(names.container)
    const folder = { output, prefix: `${names.discFolder}/${discBagFolder[plan.language]}/` }
    const container = await writeSealedContainer(
      bundle.sealed,
      new Date(plan.createdAt),
      { zip: zipFile, ...(request.disc ? { folder } : {}) },
      {
        signal: context.signal,
        report: context.report.bind(context),
        hashing: ports.hashing,
        ...(ports.crc32 ? { crc32: ports.crc32 } : {}),
      },
    )
    const zipSource = await zipFile.close()
    if (request.disc) await writeDiscPapers(plan, bundle.papers, output)

    const checked = selfCheck(
      {
        pdf: bundle.pdfSource,
        zip: zipSource,
        ...(request.disc ? { disc: below(output.closed, `${names.discFolder}/`) } : {}),
        certificate: bundle.signer.signer.certificate,
        limits: request.limits,
        hashing: ports.hashing,
      },
      context,
    )
    const [verification, zipSm3] = await bothOf(checked, sm3Beside(zipSource, ports, context))
    refuseUnlessIntact(verification)
    const sheet = await handOver({
      plan,
      law: request.law,
      fonts: request.fonts,
      signer: bundle.signer.described,
      pdf: { ...bundle.pdf, pages: bundle.pdf.pageCount, sm3: bundle.pdfFile.sm3 },
      zip: { bytes: container.zipBytes, sha256: container.zipSha256, sm3: zipSm3 },
    })
    await writeSmallFile(output, names.handOver, sheet)
    context.signal.throwIfAborted()
    await output.publish()
    return {
      pdf: { ...bundle.pdf, name: pdfName },
      zip: { ...container, name: names.container },
      handOver: names.handOver,
      ...(request.disc ? { discFolder: names.discFolder } : {}),
      signer: bundle.signer.described,
      findings: bundle.findings,
      verification,
    }
  } catch (error) {
    await output.discard()
    throw error
  }
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
