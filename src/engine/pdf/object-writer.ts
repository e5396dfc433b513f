/** Where numbered objects are written: the file itself, or nothing at all in a dry run. */
export interface ObjectWriter {
  /** Reserves `count` consecutive object numbers and returns the first. */
  allocate(count?: number): number
  /** Writes `n 0 obj … endobj`; the text holds codes below 256 only. */
  object(number: number, body: string): void
  /** Writes a stream object; `entries` are the dictionary's without /Length. The data may be kept until the commit. */
  stream(number: number, entries: string, data: Uint8Array): void
}

/** Writes nothing: proves that a source can be serialised, without its bytes going anywhere. */
export class DryWriter implements ObjectWriter {
  #next = 1

  allocate(count = 1): number {
    const first = this.#next
    this.#next += count
    return first
  }

  object(): void {}

  stream(): void {}
}
