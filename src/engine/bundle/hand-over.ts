import type { WrittenContainer } from '../container/write-container.ts'
import { handOverSheet } from '../documents/hand-over-sheet.ts'
import type { Bytes } from '../ports.ts'
import type { AssembledBundle } from './assemble-bundle.ts'
import type { BuildRequest } from './build-request.ts'

/** The one-page hand-over sheet with the digests of the finished files; made last, lies beside the ZIP. `zipSm3`: lower-case hex. */
export async function handOver(
  { plan, law, fonts }: Pick<BuildRequest, 'plan' | 'law' | 'fonts'>,
  { pdf, pdfFile, signer }: Pick<AssembledBundle, 'pdf' | 'pdfFile' | 'signer'>,
  { zipBytes, zipSha256 }: Pick<WrittenContainer, 'zipBytes' | 'zipSha256'>,
  zipSm3: string,
): Promise<Bytes> {
  const { name, certificateSha256: fingerprint, throwAway, selfSigned } = signer.described
  return handOverSheet({
    plan,
    law,
    fonts,
    files: [
      { name: plan.names.container, bytes: zipBytes, sha256: zipSha256, sm3: zipSm3 },
      { name: `${plan.names.stem}.pdf`, bytes: pdf.bytes, sha256: pdf.sha256, sm3: pdfFile.sm3 },
    ],
    pages: pdf.pageCount,
    signer: { name, fingerprint, throwAway, selfSigned },
  })
}
