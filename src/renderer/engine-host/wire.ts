import { type Facts, Failure, type FailureCode } from '../../shared/contract/failure.ts'
import type { TakeInResult } from './take-in-result.ts'
import type { VaultAccess } from './vault-access.ts'
import type { IdentityFacts, NewIdentity, WrappedIdentity } from './wrapped-identity.ts'
import type { QuickLook, VerificationReport, WorkPaperRequest } from '../../engine/jobs.ts'
import type { HashName } from '../../engine/ports.ts'
import type { ReadCertificate, ReportRequest, VerifySubject } from './verify-request.ts'
import type { VerifiableFile } from '../platform/platform.ts'

/** What the window tells the take-in worker; `id` names the job. */
export type TakeInRequest =
  | {
      readonly kind: 'take-in'
      readonly id: number
      readonly file: File
      readonly path: string
      readonly vault: VaultAccess | undefined
    }
  | { readonly kind: 'cancel'; readonly id: number }

export type TakeInReply =
  | { readonly kind: 'progress'; readonly id: number; readonly bytesDone: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: TakeInResult }
  | { readonly kind: 'failed'; readonly id: number; readonly error: WireError }

/**
 * What the window tells a preview worker: first `open`, then any number of the others, one at a time. `warm` may come
 * before: it loads PDFium ahead, and is not answered.
 */
export type PreviewRequest =
  | { readonly kind: 'warm' }
  | { readonly kind: 'open'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | { readonly kind: 'size'; readonly index: number }
  | { readonly kind: 'draw'; readonly index: number; readonly scale: number }
  | { readonly kind: 'text'; readonly index: number }

export type PreviewReply =
  | { readonly kind: 'opened'; readonly pageCount: number }
  | { readonly kind: 'sized'; readonly width: number; readonly height: number }
  | { readonly kind: 'drawn'; readonly bitmap: ImageBitmap }
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: WireError }

/** The one thing the window asks of an identity worker, which ends with its answer. */
export type IdentityRequest =
  | { readonly kind: 'make'; readonly request: NewIdentity }
  | { readonly kind: 'read'; readonly pkcs12: Uint8Array<ArrayBuffer>; readonly passphrase: string }
  | {
      readonly kind: 'import'
      readonly pkcs12: Uint8Array<ArrayBuffer>
      readonly passphrase: string
      readonly newPassphrase: string | undefined
    }

export type IdentityReply =
  | { readonly kind: 'wrapped'; readonly identity: WrappedIdentity }
  | { readonly kind: 'described'; readonly facts: IdentityFacts }
  | { readonly kind: 'failed'; readonly error: WireError }

/** The one paper the window asks of a paper worker, which ends with its answer. */
export type PaperRequest = WorkPaperRequest

export type PaperReply =
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly error: WireError }

/** What the verify worker tells one of its digest threads. */
export type DigestRequest =
  | { readonly kind: 'begin'; readonly name: HashName }
  | { readonly kind: 'update'; readonly buffer: ArrayBuffer; readonly length: number }
  | { readonly kind: 'end' }

export type DigestReply =
  /** Gives the buffer of an update back. */
  | { readonly kind: 'ready'; readonly buffer?: ArrayBuffer }
  | { readonly kind: 'digest'; readonly digest: Uint8Array<ArrayBuffer> }

/** What the window asks of a verify worker: one thing, then it ends. */
export type VerifyRequest =
  | {
      readonly kind: 'verify' | 'look'
      readonly subject: VerifySubject
      readonly trusted: readonly Uint8Array<ArrayBuffer>[]
    }
  | { readonly kind: 'digest'; readonly file: VerifiableFile }
  | { readonly kind: 'report'; readonly made: ReportRequest }
  | { readonly kind: 'certificates'; readonly bytes: Uint8Array<ArrayBuffer> }

export type VerifyReply =
  /** It is alive; bytes done, and of how many, once it knows. */
  | { readonly kind: 'progress'; readonly bytesDone: number; readonly bytesTotal: number }
  | { readonly kind: 'alive' }
  | { readonly kind: 'verified'; readonly report: VerificationReport }
  | { readonly kind: 'looked'; readonly look: QuickLook }
  | { readonly kind: 'digested'; readonly sha256: string }
  | { readonly kind: 'reported'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'described'; readonly certificates: readonly ReadCertificate[] }
  | { readonly kind: 'failed'; readonly error: WireError }

/** How a job failed, as plain data: structured cloning keeps neither the class nor the code of an error. */
export type WireError =
  | { readonly kind: 'failure'; readonly code: FailureCode; readonly facts: Facts }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'bug'; readonly name: string; readonly message: string }

/** An error as it crosses between threads. */
export function toWire(error: unknown): WireError {
  if (error instanceof Failure) return { kind: 'failure', code: error.code, facts: error.facts }
  if (isAbort(error)) return { kind: 'aborted' }
  return error instanceof Error
    ? { kind: 'bug', name: error.name, message: error.message }
    : { kind: 'bug', name: typeof error, message: '' }
}

/** The error a `WireError` stands for. */
export function fromWire(error: WireError): Error {
  switch (error.kind) {
    case 'failure':
      return new Failure(error.code, error.facts)
    case 'aborted':
      return new DOMException('stopped', 'AbortError')
    case 'bug':
      return new Error(`${error.name}: ${error.message}`)
  }
}

/** True for what a stopped job rejects with. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** The part of a `Worker` the window uses. */
export interface WorkerPort<Request, Reply> {
  postMessage(request: Request, transfer?: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<Reply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}
