/** The bytes do not follow ISO 32000 where a reader needs them to; the caller tries the next way of opening. */
export class PdfSyntaxError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PdfSyntaxError'
  }
}

/** Stops reading a file whose syntax does not hold. */
export function refuse(message: string): never {
  throw new PdfSyntaxError(message)
}
