import type { WrittenContainer } from '../container/write-container.ts'
import type { ComposedBundle } from '../documents/compose-bundle.ts'
import { handOverSheet } from '../documents/hand-over-sheet.ts'
import type { AssembledPdf } from '../pdf/assembly.ts'
import type { OutputFolder } from '../ports.ts'
import type { BuildRequest } from './build-request.ts'
import type { BundleSigner } from './bundle-signer.ts'

export interface HandOverParts {
  readonly request: BuildRequest
  readonly composed: ComposedBundle
  readonly container: WrittenContainer
  /** SM3 of the ZIP, lower-case hex. */
  readonly zipSm3: string
  readonly pdf: AssembledPdf
  readonly pdfName: string
  readonly pdfSm3: string
  readonly signer: BundleSigner
  readonly output: OutputFolder
}

/** The one-page hand-over sheet with the digests of the finished files; made last, lies beside the ZIP. */
export async function writeHandOver(parts: HandOverParts): Promise<void> {
  const { request, container, pdf, output } = parts
  const { plan } = request
  const bytes = await handOverSheet({
    plan,
    law: request.law,
    fonts: request.fonts,
    files: [
      {
        name: plan.names.container,
        bytes: container.zipBytes,
        sha256: container.zipSha256,
        sm3: parts.zipSm3,
      },
      { name: parts.pdfName, bytes: pdf.bytes, sha256: pdf.sha256, sm3: parts.pdfSm3 },
    ],
    pages: pdf.pageCount,
    signer: {
      name: parts.signer.described.name,
      fingerprint: parts.signer.described.certificateSha256,
      throwAway: parts.signer.described.throwAway,
      selfSigned: parts.signer.described.selfSigned,
    },
  })
  const file = await output.create(plan.names.handOver)
  await file.write([bytes])
  await file.close()
}
