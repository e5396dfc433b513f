import type { BundleForm, BundlePreview, VerificationReport } from '../../engine/jobs.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { LawBook } from '../../shared/law/law-book.ts'
import type { LearntZip, StoredBundle } from '../register/bundle-records.ts'
import type { VaultAccess } from './vault-access.ts'
import type { JobStep } from './jobs.ts'
import type { WireError } from './wire.ts'

/** Where the bytes of originals are, by SHA-256: in the vault by the id of their content, or given as they are. */
export type Originals =
  | { readonly kind: 'vault'; readonly ids: ReadonlyMap<string, string> }
  | { readonly kind: 'given'; readonly bytes: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }

/** Who is to sign: a PKCS#12 file in Base64 and its passphrase. Without one, a throw-away key signs and is named as such. */
export interface SigningKey {
  readonly pkcs12: string
  readonly passphrase: string
}

/** Everything a bundle is made of. */
export interface BundleRequest {
  readonly plan: BundlePlan
  /** What planning found. */
  readonly findings: readonly Finding[]
  readonly originals: Originals
  readonly law: LawBook
  readonly version: string
}

/** How a signer is named in papers that are looked at before anybody signs. */
export interface NamedSigner {
  readonly name: string
  readonly fingerprint: string
  readonly throwAway: boolean
  readonly selfSigned: boolean
}

/** A bundle that was made; its contents lie in the vault, its row is still to be added. */
export type MadeInVault = Omit<StoredBundle, 'id' | 'caseId'> & {
  readonly findings: readonly Finding[]
  readonly verification: VerificationReport
}

/** A bundle of the vault. */
export interface KeptBundle {
  readonly partsContentId: string
  readonly pdfContentId: string
  /** What its ZIP is, where the register knows. */
  readonly zip: LearntZip | undefined
}

/** A bundle to be written again. */
export interface WriteRequest extends KeptBundle {
  readonly forms: readonly BundleForm[]
}

/** How what was written stands, and what the ZIP is where this was not known: it is still to be stored. */
export interface Written extends Partial<Record<'pdf' | 'zip' | 'disc', VerificationReport>> {
  readonly learnt?: LearntZip
  /** Why what the ZIP is could not be kept, though the files are where they should be. */
  readonly notKept?: WireError
}

interface Surroundings {
  readonly id: number
  readonly vault: VaultAccess | undefined
  readonly limits: BundleLimits
}

/** What the window asks of the bundle worker, one job at a time. */
export type BundleWorkerRequest =
  | (Surroundings & { readonly kind: 'unprintable'; readonly record: CaseRecord })
  | (Surroundings & {
      readonly kind: 'preview'
      readonly request: BundleRequest
      readonly signer: NamedSigner
    })
  | (Surroundings & {
      readonly kind: 'build'
      readonly request: BundleRequest
      readonly key: SigningKey | undefined
    })
  | (Surroundings & { readonly kind: 'write'; readonly request: WriteRequest })
  | (Surroundings & { readonly kind: 'work-out'; readonly request: KeptBundle })
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'output-done'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'output-failed'; readonly call: number; readonly error: WireError }

/** What the worker asks of the window while it writes: files of the place the person chose. */
export type OutputCall =
  | { readonly op: 'create'; readonly path: string }
  | { readonly op: 'write'; readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly op: 'close'; readonly path: string }
  | { readonly op: 'read'; readonly path: string; readonly offset: number; readonly length: number }
  | { readonly op: 'publish' }
  | { readonly op: 'discard' }

export interface BundleProgress {
  readonly step: JobStep
  readonly done: number
  readonly total: number
}

export interface BundleControl {
  readonly signal: AbortSignal
  report(progress: BundleProgress): void
}

export type BundleWorkerReply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: BundleProgress }
  | { readonly kind: 'output'; readonly call: number; readonly what: OutputCall }
  | {
      readonly kind: 'done'
      readonly id: number
      readonly value: readonly Finding[] | BundlePreview | MadeInVault | Written | LearntZip
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: WireError }
