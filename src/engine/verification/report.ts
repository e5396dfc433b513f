import type { Finding } from '../../shared/contract/finding.ts'
import type { Crc32 } from '../container/crc32.ts'
import type { ZipLimits } from '../container/zip-reader.ts'
import type { Bytes, Hashing, JobContext } from '../ports.ts'
import type { verifyDetachedCms } from './cms.ts'
import type { SignerVerdict, TimeVerdict } from './cms-verdict.ts'
import type { verifyPdfSignatures } from './pdf-signature.ts'

/** Whether what lies here is what was signed. Only `intact` is good news. */
export type Integrity = 'intact' | 'changed' | 'not-signed' | 'unreadable' | 'cannot-confirm'

/** Three verdicts, never one, and everything that was found. */
export interface VerificationReport {
  readonly integrity: Integrity
  readonly signer: SignerVerdict
  readonly time: TimeVerdict
  readonly findings: readonly Finding[]
  readonly details: VerificationDetails
}

export interface VerificationDetails {
  /** A bundle of ours, another ASiC container, a plain bag, a PDF by itself, or nothing known. */
  readonly kind: 'bundle' | 'asic' | 'bag' | 'pdf' | 'unknown'
  readonly files: number
  readonly bytes: number
  /** SHA-256 of the file itself, lower-case hex; where it was asked for. */
  readonly sha256?: string
  readonly signerName?: string
  /** SHA-256 of the signer's certificate, lower-case hex. */
  readonly certificateSha256?: string
  /** DER of the signer's certificate. */
  readonly certificate?: Bytes
  readonly issuerName?: string
  readonly signingTime?: Date
  readonly provenTime?: Date
  readonly draft?: boolean
  /** Names on the holder's disk of files the findings are about, by path in the bundle; as its index says. */
  readonly originalNames?: ReadonlyMap<string, string>
  /** The merged PDF inside, judged by itself. */
  readonly pdf?: { readonly path: string } & Pick<VerificationReport, 'integrity' | 'signer' | 'time'>
}

export interface BundleOptions extends Pick<JobContext, 'signal' | 'report'> {
  /** DER of certificates the person trusts. */
  readonly trusted: readonly Bytes[]
  /** Now. */
  readonly at: Date
  readonly hashing: Hashing
  readonly limits: ZipLimits
  readonly verifyCms: typeof verifyDetachedCms
  readonly verifyPdf: typeof verifyPdfSignatures
  readonly crc32?: Crc32
  /** Files are read one after the other, for who listens to the bytes as they pass. */
  readonly inOrder?: boolean
}
