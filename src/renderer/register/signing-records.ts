/** A signing identity: its certificate in words, and the key as PKCS#12 under a passphrase of its own. */
export interface StoredIdentity {
  readonly id: string
  /** What the person calls it; the name in the certificate at first. */
  readonly label: string
  readonly origin: 'made' | 'imported'
  /** Base64 of the PKCS#12 file (RFC 7292), PBES2 with AES-256. Never opened without its passphrase. */
  readonly pkcs12: string
  /** Base64 of the certificate in DER: what may be shown and given away without the passphrase. */
  readonly certificate: string
  readonly subjectName: string
  readonly organisation?: string
  readonly issuerName: string
  readonly selfSigned: boolean
  /** Such as `RSA-3072` or `EC-P256`. */
  readonly keyType: string
  /** Instants, UTC to the second. */
  readonly notBefore: string
  readonly notAfter: string
  /** SHA-256 of the certificate, lower-case hex. */
  readonly certificateSha256: string
  readonly canSign: boolean
  readonly addedAt: string
  /** When a copy was last saved outside of the register; of an imported one, the file it came from counts. */
  readonly backedUpAt: string
}

/** A certificate somebody compared with paper, or got another way, and trusts from now on. */
export interface TrustedSigner {
  readonly id: string
  readonly label: string
  /** Base64 of the certificate in DER. */
  readonly certificate: string
  readonly subjectName: string
  readonly issuerName: string
  readonly selfSigned: boolean
  readonly notBefore: string
  readonly notAfter: string
  readonly certificateSha256: string
  /** How it became trusted: compared with a printed fingerprint, read from a certificate file, or an identity of this register. */
  readonly way: 'printed-sheet' | 'certificate-file' | 'own-identity'
  readonly addedAt: string
}

/** Sealed rows of one kind, each by its id. */
export interface SealedCollection<T extends { readonly id: string }> {
  /** All of them, in no particular order. */
  all(): Promise<readonly T[]>
  get(id: string): Promise<T | undefined>
  add(value: T): Promise<void>
  /** Nothing happens when it is gone. */
  edit(id: string, edit: (value: T) => T): Promise<void>
  /** Cannot be undone. */
  remove(id: string): Promise<void>
}
