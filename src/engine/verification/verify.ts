import { finding } from '../../shared/contract/finding.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { Crc32 } from '../container/crc32.ts'
import type { Bytes, ByteSource, Hashing, JobContext } from '../ports.ts'
import { verifyDetachedCms } from './cms.ts'
import { verifyContainer } from './container.ts'
import { type FileTree, verifyFolder } from './folder.ts'
import { verifyPdfSignatures } from './pdf-signature.ts'
import type { VerificationReport } from './report.ts'

export type { FileTree } from './folder.ts'
export type { VerificationReport } from './report.ts'

export interface VerifyOptions extends Pick<JobContext, 'signal' | 'report'> {
  /** DER of certificates the person trusts. */
  readonly trusted: readonly Bytes[]
  /** Now: certificates are judged at the signing time, claims of the future against this. */
  readonly at: Date
  readonly hashing: Hashing
  readonly limits: BundleLimits
  readonly crc32?: Crc32
}

/** Verifies a file by its content: a PDF by its signatures, anything else as a container. Never throws on bad input. */
export async function verifySource(source: ByteSource, options: VerifyOptions): Promise<VerificationReport> {
  const head = new TextDecoder('latin1').decode(await source.read(0, 1024))
  if (/^PK(?:\u0003\u0004|\u0005\u0006|\u0006\u0006|\u0007\u0008)/.test(head)) {
    return verifyContainer(source, {
      ...options,
      verifyCms: verifyDetachedCms,
      verifyPdf: verifyPdfSignatures,
    })
  }
  if (head.includes('%PDF-')) return verifyPdf(source, options)
  return {
    integrity: 'unreadable',
    signer: 'none',
    time: 'none',
    findings: [finding('container.unknown-kind', 'file')],
    details: { kind: 'unknown', files: 1, bytes: source.size },
  }
}

/** Verifies an unpacked container, a disc folder or a plain bag. Never throws on bad input. */
export async function verifyTree(tree: FileTree, options: VerifyOptions): Promise<VerificationReport> {
  return verifyFolder(tree, { ...options, verifyCms: verifyDetachedCms, verifyPdf: verifyPdfSignatures })
}

async function verifyPdf(source: ByteSource, options: VerifyOptions): Promise<VerificationReport> {
  const verdict = await verifyPdfSignatures(source, options)
  const last = verdict.signatures.at(-1)
  return {
    integrity: verdict.integrity,
    signer: verdict.signer,
    time: verdict.time,
    findings: verdict.findings,
    details: {
      kind: 'pdf',
      files: 1,
      bytes: source.size,
      ...(last?.signerName === undefined ? {} : { signerName: last.signerName }),
      ...(last?.certificateSha256 === undefined ? {} : { certificateSha256: last.certificateSha256 }),
      ...(last?.claimedTime === undefined ? {} : { signingTime: last.claimedTime }),
      ...(last?.provenTime === undefined ? {} : { provenTime: last.provenTime }),
    },
  }
}
