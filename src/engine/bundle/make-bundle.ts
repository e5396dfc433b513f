import type { Finding } from '../../shared/contract/finding.ts'
import type { PayloadFile } from '../container/container-files.ts'
import { writeSealedContainer } from '../container/write-container.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import type { ByteSink, JobContext } from '../ports.ts'
import { verifySource, type VerificationReport } from '../verification/verify.ts'
import { assembleBundle, type AssemblyPorts } from './assemble-bundle.ts'
import type { BuildRequest } from './build-request.ts'
import type { BundleParts, PartOfBundle } from './bundle-parts.ts'
import { handOver } from './hand-over.ts'
import type { PrintPart } from './print-parts.ts'
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
 * Makes a bundle without writing its container: the PDF goes where `ports.pdf` leads, everything else comes back as parts.
 * The ZIP is worked out once to learn its digests; every original is proven on the way, also those without pages. Throws
 * as `buildBundle`.
 */
export async function makeBundle(
  request: BuildRequest,
  ports: MakePorts,
  context: JobContext,
): Promise<MadeBundle> {
  const bundle = await assembleBundle({ ...request, disc: false }, ports, context)
  const { plan } = request
  const sm3 = (await ports.hashing.thread?.('sm3')) ?? (await ports.hashing.create('sm3'))
  const nowhere: ByteSink = {
    async write(chunks) {
      for (const chunk of chunks) await sm3.update(chunk)
    },
  }
  const container = await writeSealedContainer(
    bundle.sealed,
    new Date(plan.createdAt),
    { zip: nowhere },
    {
      signal: context.signal,
      report: context.report.bind(context),
      hashing: ports.hashing,
      ...(ports.crc32 ? { crc32: ports.crc32 } : {}),
    },
  )
  const zipSm3 = hexOf(await sm3.digest())
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
      signer: bundle.signer.described,
      pdf: {
        ...partOf(bundle.pdfFile),
        pages: bundle.pdf.pageCount,
        firstPageNumber: bundle.composed.firstPageNumber,
      },
      zip: {
        bytes: container.zipBytes,
        sha256: container.zipSha256,
        sm3: zipSm3,
        entries: container.entries,
      },
      entries: bundle.sealed.entries,
      payload: bundle.sealed.payload.map(partOf),
      disc: bundle.papers,
      handOver: await handOver(request, bundle, container, zipSm3),
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
