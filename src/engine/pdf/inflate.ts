import { Inflate, inflateSync } from 'fflate'
import { refuse } from './pdf-syntax-error.ts'

/** No deflated byte yields more than this many (RFC 1951: 258 bytes from two bits, nearly). */
const greatestRatio = 1032

/** Inflates a zlib stream (RFC 1950), without its checksum. Throws PdfSyntaxError on more than `limit` bytes or bad data. */
export function inflateZlib(data: Uint8Array, limit: number): Uint8Array<ArrayBuffer> {
  const first = data[0] ?? 0
  const second = data[1] ?? 0
  if ((first & 15) !== 8 || ((first << 8) | second) % 31 !== 0 || second & 32) refuse('no zlib stream')
  const body = data.subarray(2)
  try {
    return body.length * greatestRatio <= limit ? inflateSync(body) : inflateInSteps(body, limit)
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'bad deflate data')
  }
}

/** Counts what a zlib stream yields without keeping it; -1 if it is bad, or yields more than `limit`. */
export function inflatedLength(data: Uint8Array, limit: number): number {
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
