import { finding } from '../../shared/contract/finding.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { Crc32 } from '../container/crc32.ts'
import type { Bytes, ByteSource, Hashing, JobContext } from '../ports.ts'
import { verifyDetachedCms } from './cms.ts'
import { verifyContainer } from './container.ts'
import { digestAlong } from './digest-along.ts'
import { type FileTree, verifyFolder } from './folder.ts'
import { HostFaults, orElse } from './host-faults.ts'
import { verifyPdfSignatures } from './pdf-signature.ts'
import type { BundleOptions, VerificationReport } from './report.ts'
import { signerDetails } from './signer-details.ts'

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
  /** Gives the SHA-256 of the file itself as well, as the hand-over sheet prints it. */
  readonly digestOfFile?: boolean
}

/**
 * Verifies a file by its content: a PDF by its signatures, anything else as a container. Never throws on bad input;
 * throws AbortError, and what the source throws when it cannot read.
 */
export async function verifySource(source: ByteSource, options: VerifyOptions): Promise<VerificationReport> {
  const faults = new HostFaults()
  const heard = faults.source(source)
  if (options.digestOfFile !== true)
    return orElse(
      faults,
      () => verifyByContent(heard, options),
      (reason) => notChecked(reason, source.size),
    )
  const { hashing, signal } = options
  const along = digestAlong(heard, (await hashing.thread?.('sha256')) ?? (await hashing.create('sha256')))
  const report = await orElse(
    faults,
    () => verifyByContent(along.source, { ...options, inOrder: true }),
    (reason) => notChecked(reason, source.size),
  )
  return { ...report, details: { ...report.details, sha256: await along.end(signal) } }
}

/**
 * Verifies an unpacked container, a disc folder or a plain bag. Never throws on bad input; throws AbortError, and
 * what the tree throws when it cannot list.
 */
export async function verifyTree(tree: FileTree, options: VerifyOptions): Promise<VerificationReport> {
  const faults = new HostFaults()
  return orElse(
    faults,
    () =>
      verifyFolder(faults.tree(tree), {
        ...options,
        verifyCms: verifyDetachedCms,
        verifyPdf: verifyPdfSignatures,
      }),
    (reason) => notChecked(reason, 0),
  )
}

/** The report of bytes that brought the program down, or its worker: the person gets one all the same. */
export function notChecked(reason: string, bytes: number): VerificationReport {
  return {
    integrity: 'cannot-confirm',
    signer: 'none',
    time: 'none',
    findings: [finding('container.not-checked', '', { reason })],
    details: { kind: 'unknown', files: 0, bytes },
  }
}

/** What a file is by its first bytes. */
export async function kindOf(source: ByteSource): Promise<'zip' | 'pdf' | 'unknown'> {
  const head = new TextDecoder('latin1').decode(await source.read(0, 1024))
  if (/^PK(?:\u0003\u0004|\u0005\u0006|\u0006\u0006|\u0007\u0008)/.test(head)) return 'zip'
  return head.includes('%PDF-') ? 'pdf' : 'unknown'
}

async function verifyByContent(
  source: ByteSource,
  options: VerifyOptions & Pick<BundleOptions, 'inOrder'>,
): Promise<VerificationReport> {
  const kind = await kindOf(source)
  if (kind === 'zip') {
    return verifyContainer(source, {
      ...options,
      verifyCms: verifyDetachedCms,
      verifyPdf: verifyPdfSignatures,
    })
  }
  if (kind === 'pdf') return verifyPdf(source, options)
  return {
    integrity: 'unreadable',
    signer: 'none',
    time: 'none',
    findings: [finding('container.unknown-kind', 'file')],
    details: { kind: 'unknown', files: 1, bytes: source.size },
  }
}

/** The same source; what is streamed from it is reported. More than one signature reads it more than once. */
function reporting(source: ByteSource, report: VerifyOptions['report']): ByteSource {
  return {
    size: source.size,
    read: (offset, length) => source.read(offset, length),
    async *stream(start = 0, end = source.size) {
      let done = start
      for await (const chunk of source.stream(start, end)) {
        yield chunk
        done += chunk.length
        report('verify', done, source.size)
      }
    },
  }
}

async function verifyPdf(source: ByteSource, options: VerifyOptions): Promise<VerificationReport> {
  const verdict = await verifyPdfSignatures(reporting(source, options.report), options)
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
      ...signerDetails(last && { ...last, signingTime: last.claimedTime }, last?.certificateSha256),
    },
  }
}
