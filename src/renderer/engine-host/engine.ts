import type {
  CertificateDescription,
  QuickLook,
  VerificationCircumstances,
  VerificationReport,
} from '../../engine/jobs.ts'
import type { TakenIn } from '../../shared/domain/intake.ts'

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
  digestOf(file: File, control: VerifyControl): Promise<string>
  /** A verification as a file to be kept. Throws Failure window.not-served. */
  writeReport(request: ReportRequest): Promise<Uint8Array<ArrayBuffer>>
  /** The certificates of a file, PEM or DER. Throws Failure certificate.unreadable. */
  readCertificates(bytes: Uint8Array<ArrayBuffer>): Promise<readonly ReadCertificate[]>
  /** Ends every worker; jobs under way end with AbortError. */
  stop(): void
}

/** What is verified. A folder lists its files by their paths in it; `unreadable`: paths that could not be opened. */
export type VerifySubject =
  | { readonly kind: 'file'; readonly file: File }
  | {
      readonly kind: 'folder'
      readonly files: ReadonlyMap<string, File>
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

/** What the worker needs to write into the register: plain handles that can be posted to it. */
export interface VaultAccess {
  readonly databaseName: string
  readonly contentKey: CryptoKey
  readonly tagKey: CryptoKey
}

export interface JobControl {
  readonly signal: AbortSignal
  /** Bytes done of the file. */
  report(bytesDone: number): void
}

export interface TakeInResult {
  readonly original: TakenIn
  /** Id of the stored content; undefined when nothing was stored. */
  readonly contentId: string | undefined
  /** True when the register had this content before; it is stored once. */
  readonly known: boolean
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
  close(): void
}
