/** What the parsers need of their input; a window over a large file may implement it as well as a whole array. */
export interface ByteWindow {
  /** Sets the position of the next byte. */
  moveTo(offset: number): void
  /** Takes one byte; -1 at the end. */
  next(): number
  /** Looks at the next byte without taking it; -1 at the end. */
  peek(): number
  /** Looks `steps` bytes past the next byte; -1 at the end. */
  peekAhead(steps: number): number
  done(): boolean
  offset(): number
  /** The bytes [start, end). They may be a view of the input: do not write into them. */
  slice(start: number, end: number): Uint8Array<ArrayBuffer>
}

/** Reads a whole array without copying: slices are views of it. */
export class ByteStream implements ByteWindow {
  readonly bytes: Uint8Array<ArrayBuffer>
  #position = 0

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes
  }

  moveTo(offset: number): void {
    this.#position = offset
  }

  next(): number {
    return this.bytes[this.#position++] ?? -1
  }

  peek(): number {
    return this.bytes[this.#position] ?? -1
  }

  peekAhead(steps: number): number {
    return this.bytes[this.#position + steps] ?? -1
  }

  done(): boolean {
    return this.#position >= this.bytes.length
  }

  offset(): number {
    return this.#position
  }

  slice(start: number, end: number): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(start, end)
  }
}

/** The bytes as a string of the same codes (ISO 8859-1), as PDF syntax wants them. */
export function latin1Text(bytes: Uint8Array): string {
  const step = 4096
  let text = ''
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step))
  }
  return text
}

/** The low bytes of a string whose codes are all below 256. */
export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes
}
