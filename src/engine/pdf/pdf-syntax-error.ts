/** The bytes do not follow ISO 32000 where a reader needs them to; the caller tries the next way of opening. */
export class PdfSyntaxError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PdfSyntaxError'
  }
}

/** Decoding would yield more than is allowed. */
export class BeyondLimit extends PdfSyntaxError {
  constructor() {
    super('a stream swells beyond its limit')
    this.name = 'BeyondLimit'
  }
}

/** Stops reading a file whose syntax does not hold. */
export function refuse(message: string): never {
  throw new PdfSyntaxError(message)
}
