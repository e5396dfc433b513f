import { BeyondLimit, refuse } from './pdf-syntax-error.ts'

/**
 * The filters of PDF other than Flate (ISO 32000-1, 7.4), each with a limit on what it yields: a few kilobytes of LZW
 * stand for gigabytes. All of them throw PdfSyntaxError beyond `limit` bytes and on bad data; data that is cut short
 * is kept as far as it goes.
 */
export type BoundedFilter = (data: Uint8Array, limit: number) => Uint8Array<ArrayBuffer>

/** ASCIIHexDecode (7.4.2). */
export const decodeAsciiHex: BoundedFilter = (data, limit) => {
  const output = new BoundedOutput(limit)
  let high = -1
  for (const byte of data) {
    if (byte === 0x3e) break
    if (isWhitespace(byte)) continue
    const digit = hexDigit(byte)
    if (high < 0) high = digit
    else {
      output.push(high * 16 + digit)
      high = -1
    }
  }
  if (high >= 0) output.push(high * 16)
  return output.bytes()
}

/** ASCII85Decode (7.4.3). */
export const decodeAscii85: BoundedFilter = (data, limit) => {
  const output = new BoundedOutput(limit)
  let value = 0
  let digits = 0
  const flush = (count: number): void => {
    for (let index = 0; index < count; index++) output.push(Math.floor(value / 256 ** (3 - index)) % 256)
    value = 0
    digits = 0
  }
  for (const byte of data) {
    if (byte === 0x7e) break
    if (isWhitespace(byte)) continue
    if (byte === 0x7a && digits === 0) {
      flush(4)
      continue
    }
    if (byte < 0x21 || byte > 0x75) refuse('bad ASCII85 data')
    value = value * 85 + byte - 0x21
    if (++digits === 5) flush(4)
  }
  if (digits > 1) {
    const kept = digits - 1
    for (; digits < 5; digits++) value = value * 85 + 84
    flush(kept)
  }
  return output.bytes()
}

/** RunLengthDecode (7.4.5). */
export const decodeRunLength: BoundedFilter = (data, limit) => {
  const output = new BoundedOutput(limit)
  for (let at = 0; at < data.length;) {
    const length = data[at++] ?? 128
    if (length === 128) break
    if (length < 128) {
      for (const end = Math.min(at + length + 1, data.length); at < end; at++) output.push(data[at] ?? 0)
    } else {
      const byte = data[at++]
      for (let times = 257 - length; times > 0 && byte !== undefined; times--) output.push(byte)
    }
  }
  return output.bytes()
}

const clearTable = 256
const endOfData = 257
const mostCodes = 4096

/** LZWDecode (7.4.4) with its /EarlyChange, 1 unless said otherwise. */
export function decodeLzw(data: Uint8Array, limit: number, earlyChange = 1): Uint8Array<ArrayBuffer> {
  const output = new BoundedOutput(limit)
  // A code stands for the text of its prefix and one more byte.
  const prefix = new Uint16Array(mostCodes)
  const suffix = new Uint8Array(mostCodes)
  const first = new Uint8Array(mostCodes)
  const length = new Uint16Array(mostCodes)
  for (let code = 0; code < 256; code++) {
    suffix[code] = first[code] = code
    length[code] = 1
  }
  let next = endOfData + 1
  let previous = -1
  let bits = 0
  let bitCount = 0
  for (let at = 0; ;) {
    const reach = next + earlyChange
    const width = reach >= 2048 ? 12 : reach >= 1024 ? 11 : reach >= 512 ? 10 : 9
    for (; bitCount < width && at < data.length; bitCount += 8)
      bits = ((bits << 8) | (data[at++] ?? 0)) & 0xfffff
    if (bitCount < width) break
    bitCount -= width
    const code = (bits >> bitCount) & ((1 << width) - 1)
    if (code === endOfData) break
    if (code === clearTable) {
      next = endOfData + 1
      previous = -1
      continue
    }
    if (code > next || (code >= next && previous < 0) || (code === next && next === mostCodes))
      refuse('bad LZW data')
    if (previous >= 0 && next < mostCodes) {
      prefix[next] = previous
      first[next] = first[previous] ?? 0
      suffix[next] = (code === next ? first[previous] : first[code]) ?? 0
      length[next] = (length[previous] ?? 0) + 1
      next++
    }
    let end = output.extend(length[code] ?? 1)
    const target = output.whole
    for (let step = code, left = length[code] ?? 1; left > 0; left--) {
      target[--end] = suffix[step] ?? 0
      step = prefix[step] ?? 0
    }
    previous = code
  }
  return output.bytes()
}

/** Bytes that grow up to a limit. */
class BoundedOutput {
  whole: Uint8Array<ArrayBuffer>
  readonly #limit: number
  #length = 0

  constructor(limit: number) {
    this.#limit = limit
    this.whole = new Uint8Array(Math.min(limit, 65536))
  }

  push(byte: number): void {
    if (this.#length >= this.whole.length) this.#grow(this.#length + 1)
    this.whole[this.#length++] = byte
  }

  /** Makes room for some bytes more and returns where they end in `whole`. */
  extend(count: number): number {
    const end = this.#length + count
    if (end > this.whole.length) this.#grow(end)
    this.#length = end
    return end
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.whole.subarray(0, this.#length)
  }

  #grow(needed: number): void {
    if (needed > this.#limit) throw new BeyondLimit()
    const grown = new Uint8Array(Math.min(this.#limit, Math.max(needed, this.whole.length * 2)))
    grown.set(this.whole)
    this.whole = grown
  }
}

function isWhitespace(byte: number): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : refuse('bad hexadecimal data')
}
