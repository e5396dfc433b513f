import type {
  CertificateDescription,
  VerificationCircumstances,
  VerificationReport,
} from '../../engine/jobs.ts'
import type { VerifiableFile } from '../platform/platform.ts'

/** What is verified. A folder lists its files by their paths in it; `unreadable`: paths that could not be opened. */
export type VerifySubject =
  | { readonly kind: 'file'; readonly file: VerifiableFile }
  | {
      readonly kind: 'folder'
      readonly files: ReadonlyMap<string, VerifiableFile>
      readonly unreadable?: readonly string[]
    }

export interface VerifyControl {
  readonly signal: AbortSignal
  /** Bytes done, and of how many. */
  report(bytesDone: number, bytesTotal: number): void
}

export interface ReportRequest {
  readonly report: VerificationReport
  readonly circumstances: VerificationCircumstances
  readonly form: 'pdf' | 'json'
}

export interface ReadCertificate {
  readonly der: Uint8Array<ArrayBuffer>
  readonly described: CertificateDescription
}
