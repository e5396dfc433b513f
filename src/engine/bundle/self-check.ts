import { Failure } from '../../shared/contract/failure.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { ByteSource, Hashing, JobContext } from '../ports.ts'
import { verifySource, verifyTree, type VerificationReport } from '../verification/verify.ts'

/** What the engine wrote and now reads again as a stranger would. */
export interface SelfCheckInput {
  readonly pdf: ByteSource
  readonly zip: ByteSource
  /** Files of the disc folder, by path inside it; absent when none was asked for. */
  readonly disc?: ReadonlyMap<string, ByteSource>
  /** DER of the certificate that must have signed. */
  readonly certificate: Uint8Array<ArrayBuffer>
  readonly limits: BundleLimits
  readonly hashing: Hashing
}

export interface SelfCheck {
  readonly pdf: VerificationReport
  readonly zip: VerificationReport
  readonly disc?: VerificationReport
}

/** Verifies the finished files with nothing but their bytes and the signer's certificate. Reports; never throws for what it finds. */
export async function selfCheck(input: SelfCheckInput, context: JobContext): Promise<SelfCheck> {
  const options = {
    trusted: [input.certificate],
    at: context.now,
    hashing: input.hashing,
    limits: input.limits,
    signal: context.signal,
    report: context.report.bind(context),
  }
  const pdf = await verifySource(input.pdf, options)
  const zip = await verifySource(input.zip, options)
  if (!input.disc) return { pdf, zip }
  return { pdf, zip, disc: await verifyTree(treeOf(input.disc), options) }
}

/** Files by path as a tree that can be verified. */
export function treeOf(files: ReadonlyMap<string, ByteSource>) {
  return {
    async *list() {
      for (const [path, source] of files) yield { path, size: source.size }
    },
    async open(path: string): Promise<ByteSource> {
      const source = files.get(path)
      if (!source) throw new Error(`not written: ${path}`)
      return source
    },
  }
}

/** Throws Failure bundle.self-check unless everything that was read again is intact and of the signer it was made by. */
export function refuseUnlessIntact(check: Partial<SelfCheck>): void {
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

/** The files below a folder, by their path in it; `prefix` ends in `/`. */
export function below(files: ReadonlyMap<string, ByteSource>, prefix: string): Map<string, ByteSource> {
  return new Map(
    [...files].flatMap(([path, source]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), source]] : [],
    ),
  )
}
