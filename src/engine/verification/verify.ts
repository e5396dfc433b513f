import { finding } from '../../shared/contract/finding.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { Crc32 } from '../container/crc32.ts'
import type { Bytes, ByteSource, Hashing, JobContext } from '../ports.ts'
import { verifyDetachedCms } from './cms.ts'
import { verifyContainer } from './container.ts'
import { type FileTree, verifyFolder } from './folder.ts'
import { HostFaults } from './host-faults.ts'
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

/**
 * Verifies a file by its content: a PDF by its signatures, anything else as a container. Never throws on bad input;
 * throws AbortError, and what the source throws when it cannot read.
 */
export async function verifySource(source: ByteSource, options: VerifyOptions): Promise<VerificationReport> {
  const faults = new HostFaults()
  return orNotChecked(faults, source.size, () => verifyByContent(faults.source(source), options))
}

/**
 * Verifies an unpacked container, a disc folder or a plain bag. Never throws on bad input; throws AbortError, and
 * what the tree throws when it cannot list.
 */
export async function verifyTree(tree: FileTree, options: VerifyOptions): Promise<VerificationReport> {
  const faults = new HostFaults()
  return orNotChecked(faults, 0, () =>
    verifyFolder(faults.tree(tree), {
      ...options,
      verifyCms: verifyDetachedCms,
      verifyPdf: verifyPdfSignatures,
    }),
  )
}

/** The last catch: whatever bytes bring this program down, the person gets a report. */
async function orNotChecked(
  faults: HostFaults,
  bytes: number,
  verification: () => Promise<VerificationReport>,
): Promise<VerificationReport> {
  try {
    return await verification()
  } catch (cause) {
    if ((cause instanceof Error && cause.name === 'AbortError') || faults.includes(cause)) throw cause
    const reason = cause instanceof Error ? cause.name : 'unknown'
    return {
      integrity: 'cannot-confirm',
      signer: 'none',
      time: 'none',
      findings: [finding('container.not-checked', '', { reason })],
      details: { kind: 'unknown', files: 0, bytes },
    }
  }
}

async function verifyByContent(source: ByteSource, options: VerifyOptions): Promise<VerificationReport> {
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
