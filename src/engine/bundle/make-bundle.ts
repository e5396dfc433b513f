import type { Finding } from '../../shared/contract/finding.ts'
import type { PayloadFile } from '../container/container-files.ts'
import type { JobContext } from '../ports.ts'
import { verifySource, type VerificationReport } from '../verification/verify.ts'
import { assembleBundle, type AssemblyPorts } from './assemble-bundle.ts'
import type { BuildRequest } from './build-request.ts'
import type { BundleParts, PartOfBundle } from './bundle-parts.ts'
import type { PrintPart } from './print-parts.ts'
import { proveRest } from './prove-rest.ts'
import { refuseUnlessIntact } from './self-check.ts'

export type MakePorts = AssemblyPorts

/** A bundle that exists as parts; its PDF lies where the host's `pdf` put it. */
export interface MadeBundle {
  readonly parts: BundleParts
  /** What `ports.printPart` was given. */
  readonly printParts: readonly PrintPart[]
  readonly findings: readonly Finding[]
  /** How the PDF stands, read again as a stranger would. The container is verified wherever it is written. */
  readonly verification: VerificationReport
}

/**
 * Makes a bundle without working its container out: the PDF goes where `ports.pdf` leads, everything else comes back as
 * parts; what the ZIP is shows when it is first needed (`write-bundle.ts`, `work-out-zip.ts`). Every original is proven on
 * the way, also those without pages. Throws as `buildBundle`.
 */
export async function makeBundle(
  request: BuildRequest,
  ports: MakePorts,
  context: JobContext,
): Promise<MadeBundle> {
  const bundle = await assembleBundle({ ...request, disc: false }, ports, context)
  const { plan, law } = request
  await proveRest(plan, bundle.proven, ports, context)
  const verification = await verifySource(bundle.pdfSource, {
    trusted: [bundle.signer.signer.certificate],
    at: context.now,
    hashing: ports.hashing,
    limits: request.limits,
    signal: context.signal,
    report: context.report.bind(context),
  })
  refuseUnlessIntact({ pdf: verification })
  return {
    parts: {
      plan,
      law: { crimes: law.crimes, evidenceKinds: law.evidenceKinds },
      signer: bundle.signer.described,
      pdf: {
        ...partOf(bundle.pdfFile),
        pages: bundle.pdf.pageCount,
        firstPageNumber: bundle.composed.firstPageNumber,
      },
      entries: bundle.sealed.entries,
      payload: bundle.sealed.payload.map(partOf),
      disc: bundle.papers,
    },
    printParts: bundle.printParts,
    findings: bundle.findings,
    verification,
  }
}

function partOf({ path, size, sha256, sha512, sm3, crc32, mediaType, compress }: PayloadFile): PartOfBundle {
  const known = crc32 === undefined ? {} : { crc32 }
  return { path, size, sha256, sha512, sm3, ...known, mediaType, compress }
}
