import { Inflate, inflateSync } from 'fflate'
import { refuse } from './pdf-syntax-error.ts'

/** No deflated byte yields more than this many (RFC 1951: 258 bytes from two bits, nearly). */
const greatestRatio = 1032

/** Inflates a zlib stream (RFC 1950), without its checksum. Throws PdfSyntaxError on more than `limit` bytes or bad data. */
export function inflateZlib(data: Uint8Array, limit: number): Uint8Array<ArrayBuffer> {
  if (!hasZlibHeader(data)) refuse('no zlib stream')
  const body = data.subarray(2)
  try {
    if (body.length * greatestRatio > limit) return inflateInSteps(body, limit)
    // fflate's own growing buffer costs more than inflating; a guess that was too small comes back full.
    const guess = new Uint8Array(body.length * 8 + 1024)
    const inflated = inflateSync(body, { out: guess })
    return inflated.length < guess.length ? inflated : inflateSync(body)
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'bad deflate data')
  }
}

/**
 * Inflates a small zlib stream into a buffer that is used again, and returns a view of it; undefined if the data is
 * bad or has no room there.
 */
export function inflateInto(buffer: Uint8Array<ArrayBuffer>, data: Uint8Array): Uint8Array | undefined {
  if (!hasZlibHeader(data) || data.length * greatestRatio > buffer.length * 16) return undefined
  try {
    const inflated = inflateSync(data.subarray(2), { out: buffer })
    return inflated.length < buffer.length ? inflated : undefined
  } catch {
    return undefined
  }
}

/** How much a zlib stream at the start of the data yields, counted up to `limit`; what follows it does no harm. */
export function inflatedUpTo(data: Uint8Array, limit: number): number {
  let length = 0
  if (!hasZlibHeader(data)) return 0
  try {
    const inflate = new Inflate((chunk) => {
      length += chunk.length
      if (length > limit) refuse('enough')
    })
    pushInSteps(inflate, data.subarray(2))
  } catch {
    // The end of the stream, damage or the limit: in each case the count stands.
  }
  return length
}

/** Counts what a zlib stream yields without keeping it; -1 if it is bad, or yields more than `limit`. */
export function inflatedLength(data: Uint8Array, limit: number): number {
  if (!hasZlibHeader(data)) return -1
  let length = 0
  try {
    const inflate = new Inflate((chunk) => {
      length += chunk.length
      if (length > limit) refuse('too much data')
    })
    pushInSteps(inflate, data.subarray(2))
  } catch {
    return -1
  }
  return length
}

function hasZlibHeader(data: Uint8Array): boolean {
  const first = data[0] ?? 0
  const second = data[1] ?? 0
  return (first & 15) === 8 && ((first << 8) | second) % 31 === 0 && (second & 32) === 0
}

function inflateInSteps(body: Uint8Array, limit: number): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflate = new Inflate((chunk) => {
    length += chunk.length
    if (length > limit) refuse('a stream swells beyond its limit')
    chunks.push(chunk)
  })
  pushInSteps(inflate, body)
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

/** In small steps, because one push is inflated whole before anyone can look at its size. */
function pushInSteps(inflate: Inflate, body: Uint8Array): void {
  const step = 16384
  for (let start = 0; start < body.length; start += step) {
    inflate.push(body.subarray(start, start + step), start + step >= body.length)
  }
}
