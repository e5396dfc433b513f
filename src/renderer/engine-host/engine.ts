import type { BundlePreview, QuickLook, VerificationReport, WorkPaperRequest } from '../../engine/jobs.ts'
import type {
  BundleControl,
  BundleRequest,
  KeptBundle,
  MadeInVault,
  NamedSigner,
  SigningKey,
  WriteRequest,
  Written,
} from './bundle-wire.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import type { LearntZip } from '../register/bundle-records.ts'
import type { OutputTarget } from './output-target.ts'
import type { TakeInResult } from './take-in-result.ts'
import type { VaultAccess } from './vault-access.ts'
import type { ReadCertificate, ReportRequest, VerifyControl, VerifySubject } from './verify-request.ts'
import type { IdentityFacts, NewIdentity, WrappedIdentity } from './wrapped-identity.ts'
import type { VerifiableFile } from '../platform/platform.ts'

export type { TakeInResult } from './take-in-result.ts'
export type { VaultAccess } from './vault-access.ts'
export type { ReadCertificate, ReportRequest, VerifyControl, VerifySubject } from './verify-request.ts'
export type { IdentityFacts, NewIdentity, WrappedIdentity } from './wrapped-identity.ts'

/** What the window asks of the engine; it runs in workers, one job at a time each. */
export interface Engine {
  /**
   * Where originals go from now on; `undefined` when the vault is locked or there is none: then nothing is stored. What is
   * on its way into a vault that is not given any more ends with the failure that says why: register.locked unless told.
   */
  useVault(vault: VaultAccess | undefined, why?: 'register.locked' | 'register.read-only'): void
  /**
   * Hashes a file once, tells its type by content and, with a vault, stores it encrypted. Nothing stays behind when it
   * fails. Throws Failure intake.changed, intake.vanished, intake.unreadable, register.full, register.locked, register.read-only, and
   * AbortError.
   */
  takeIn(file: File, path: string, control: JobControl): Promise<TakeInResult>
  /**
   * Opens a PDF or an image of at most `limits.maxItemBytesForPages`; runs where it can be killed. The bytes are handed
   * over: the array is empty afterwards. Throws Failure preview.*, AbortError.
   */
  openPreview(
    bytes: Uint8Array<ArrayBuffer>,
    mediaType: string,
    signal: AbortSignal,
  ): Promise<PreviewDocument>
  /** Characters of a case that no face can print, by path in `case.json`. Throws Failure font.missing; AbortError. */
  unprintableIn(record: CaseRecord, control: BundleControl): Promise<readonly Finding[]>
  /**
   * Sets the papers of a bundle as it would be built now. Throws Failure content.*, evidence.missing, font.missing,
   * text.unprintable, register.locked; AbortError.
   */
  previewBundle(request: BundleRequest, signer: NamedSigner, control: BundleControl): Promise<BundlePreview>
  /**
   * Builds, signs and verifies a bundle into the vault; its row is still to be added, and its contents go at the next
   * start where that is not done. Throws Failure content.*, evidence.*, bundle.*, identity.*, font.missing, text.unprintable,
   * signing.reserve, register.full, register.locked; AbortError. Nothing stays behind then.
   */
  buildBundle(
    request: BundleRequest,
    key: SigningKey | undefined,
    control: BundleControl,
  ): Promise<MadeInVault>
  /**
   * Writes a bundle of the vault byte for byte as it was built, reads it again and verifies it. All or nothing. Throws
   * Failure output.*, content.*, evidence.changed, bundle.not-identical, bundle.self-check, register.full, register.locked;
   * AbortError.
   */
  writeBundle(request: WriteRequest, output: OutputTarget, control: BundleControl): Promise<Written>
  /**
   * Works the ZIP of a bundle of the vault out without storing it; its hand-over sheet is in the vault then, and goes at the
   * next start where it is not added to the bundle. Throws Failure content.*, evidence.changed, register.full,
   * register.locked; AbortError. Nothing stays behind then.
   */
  workOutZip(request: KeptBundle, control: BundleControl): Promise<LearntZip>
  /**
   * Makes a key pair with a self-signed certificate, wrapped under the passphrase. As all that follows it runs in a worker
   * that ends with it, so that no key outlives its job, and ends at once when stopped: AbortError.
   */
  makeIdentity(request: NewIdentity, signal: AbortSignal): Promise<WrappedIdentity>
  /** What the certificate of a PKCS#12 file says. Throws Failure identity.*, certificate.unreadable. */
  readIdentity(
    pkcs12: Uint8Array<ArrayBuffer>,
    passphrase: string,
    signal: AbortSignal,
  ): Promise<IdentityFacts>
  /**
   * The signer of a PKCS#12 file of any kind, wrapped anew under `newPassphrase`, or under the one that opened it. Throws as
   * `readIdentity`, and Failure identity.weak-passphrase where there would be none.
   */
  importIdentity(
    pkcs12: Uint8Array<ArrayBuffer>,
    passphrase: string,
    signal: AbortSignal,
    newPassphrase?: string,
  ): Promise<WrappedIdentity>
  /** Proves that a passphrase opens a wrapped identity (base64). Throws Failure identity.wrong-passphrase. */
  checkIdentity(pkcs12: string, passphrase: string, signal: AbortSignal): Promise<void>
  /**
   * Verifies a file, or the files of a folder by their paths in it, as a stranger would, in a worker of its own that is
   * ended at once when stopped. What hangs or crashes on the bytes is reported as container.not-checked. Throws Failure
   * intake.* for files that cannot be read, AbortError.
   */
  verify(
    subject: VerifySubject,
    trusted: readonly Uint8Array<ArrayBuffer>[],
    control: VerifyControl,
  ): Promise<VerificationReport>
  /** What it is and says of itself, without reading its contents: facts, no verdict. Throws as `verify`. */
  lookAt(subject: VerifySubject, control: VerifyControl): Promise<QuickLook>
  /** SHA-256 of a whole file, lower-case hex; reports of files above 256 MiB come without. Throws as `verify`. */
  digestOf(file: VerifiableFile, control: VerifyControl): Promise<string>
  /** A verification as a file to be kept. Throws Failure window.not-served. */
  writeReport(request: ReportRequest): Promise<Uint8Array<ArrayBuffer>>
  /**
   * A paper about the work as a PDF, set in a worker of its own that is ended at once when stopped. Throws Failure
   * window.not-served, AbortError.
   */
  writePaper(request: WorkPaperRequest, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
  /** The certificates of a file, PEM or DER. Throws Failure certificate.unreadable. */
  readCertificates(bytes: Uint8Array<ArrayBuffer>): Promise<readonly ReadCertificate[]>
  /** Ends every worker; jobs under way end with AbortError. */
  stop(): void
}

export interface JobControl {
  readonly signal: AbortSignal
  /** Bytes done of the file. */
  report(bytesDone: number): void
}

/**
 * A document opened for looking at. Sizes in points at 72 to the inch, upright as the page itself says; a pixel of a
 * picture counts as a point.
 */
export interface PreviewDocument {
  readonly pageCount: number
  pageSize(index: number): Promise<{ readonly width: number; readonly height: number }>
  /**
   * Draws one page at `scale` device pixels per point, smaller where that would be more than 36 million pixels or more
   * than a picture has. The caller closes the bitmap. Throws Failure preview.unreadable; after preview.timed-out the
   * document is of no use any more.
   */
  draw(index: number, scale: number, signal: AbortSignal): Promise<ImageBitmap>
  /** The text of one page, lines ended by `\n`; empty for a picture. Throws as `draw`. */
  text(index: number): Promise<string>
  close(): void
}
