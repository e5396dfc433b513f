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
  /** Ends every worker; jobs under way end with AbortError. */
  stop(): void
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

/** What an identity is made of. Valid from an hour before `now` for so many years. */
export interface NewIdentity {
  readonly name: string
  readonly organisation?: string
  readonly keyType: 'RSA-3072' | 'EC-P256'
  readonly years: number
  readonly passphrase: string
  readonly now: Date
}

/** A certificate in words. Instants, UTC to the second. */
export interface IdentityFacts {
  /** Base64 of the certificate in DER. */
  readonly certificate: string
  readonly subjectName: string
  readonly organisation?: string
  readonly issuerName: string
  readonly selfSigned: boolean
  /** Such as `RSA-3072` or `EC-P256`. */
  readonly keyType: string
  readonly notBefore: string
  readonly notAfter: string
  /** SHA-256 of the certificate, lower-case hex. */
  readonly certificateSha256: string
  readonly canSign: boolean
}

/** An identity as it is kept: its key never leaves the wrapping but in the worker that signs. */
export interface WrappedIdentity extends IdentityFacts {
  /** Base64 of the PKCS#12 file (RFC 7292), PBES2 with AES-256; proven to open. */
  readonly pkcs12: string
}
