import { Inflate, inflateSync } from 'fflate'
import { BeyondLimit, PdfSyntaxError, refuse } from './pdf-syntax-error.ts'

/** No deflated byte yields more than this many (RFC 1951: 258 bytes from two bits, nearly). */
export const greatestRatio = 1032

/** What to do with data that is bad or cut short: refuse it, or keep what was read of it. */
export type DamagedData = 'refused' | 'kept'

/**
 * Inflates a zlib stream (RFC 1950), without its checksum. Throws PdfSyntaxError on more than `limit` bytes, without
 * a zlib header, and on bad data that is to be refused.
 */
export function inflateZlib(
  data: Uint8Array,
  limit: number,
  damaged: DamagedData = 'refused',
): Uint8Array<ArrayBuffer> {
  if (!hasZlibHeader(data)) refuse('no zlib stream')
  const body = data.subarray(2)
  try {
    if (body.length * greatestRatio > limit) return inflateInSteps(body, limit, damaged)
    // fflate's own growing buffer costs more than inflating; a guess that was too small comes back full.
    const guess = new Uint8Array(body.length * 8 + 1024)
    const inflated = inflateSync(body, { out: guess })
    return inflated.length < guess.length ? inflated : inflateSync(body)
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw error
    if (damaged === 'kept') return inflateInSteps(body, limit, damaged)
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

/**
 * Hands out what a zlib stream yields in chunks, until one is answered with false. Throws PdfSyntaxError on bad data,
 * which is found when the data before it has been handed out.
 */
export function inflateThrough(data: Uint8Array, take: (chunk: Uint8Array) => boolean): void {
  if (!hasZlibHeader(data)) refuse('no zlib stream')
  let enough = false
  const inflate = new Inflate((chunk) => {
    enough = enough || !take(chunk)
    if (enough) refuse('enough')
  })
  try {
    pushInSteps(inflate, data.subarray(2))
  } catch (error) {
    if (enough) return
    if (error instanceof PdfSyntaxError) throw error
    refuse(error instanceof Error ? error.message : 'bad deflate data')
  }
}

function hasZlibHeader(data: Uint8Array): boolean {
  const first = data[0] ?? 0
  const second = data[1] ?? 0
  return (first & 15) === 8 && ((first << 8) | second) % 31 === 0 && (second & 32) === 0
}

function inflateInSteps(body: Uint8Array, limit: number, damaged: DamagedData): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflate = new Inflate((chunk) => {
    length += chunk.length
    if (length > limit) throw new BeyondLimit()
    chunks.push(chunk)
  })
  try {
    pushInSteps(inflate, body)
  } catch (error) {
    if (damaged === 'refused' || error instanceof BeyondLimit) throw error
  }
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
