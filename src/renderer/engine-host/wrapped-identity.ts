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
