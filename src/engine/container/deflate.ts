import { Deflate, deflateSync } from 'fflate'
import type { Bytes } from '../ports.ts'

/** Part of the format: another level gives other bytes. */
const level = 6
/** fflate's output depends on how its input is cut, so the input is always cut the same way. */
const pieceBytes = 65_536

/** Raw DEFLATE (RFC 1951) of bytes in memory: the same bytes on every platform. */
export function deflateBytes(bytes: Uint8Array): Bytes {
  return deflateSync(bytes, { level })
}

/** Raw DEFLATE of a stream; the result does not depend on how `source` is cut into chunks. */
export async function* deflateStream(source: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  let ready: Bytes[] = []
  const deflate = new Deflate({ level }, (bytes) => {
    if (bytes.length > 0) ready.push(bytes)
  })
  const piece = new Uint8Array(pieceBytes)
  let filled = 0
  for await (const chunk of source) {
    let taken = 0
    while (taken < chunk.length) {
      const part = chunk.subarray(taken, taken + pieceBytes - filled)
      piece.set(part, filled)
      filled += part.length
      taken += part.length
      if (filled === pieceBytes) {
        deflate.push(piece, false)
        filled = 0
        yield* ready
        ready = []
      }
    }
  }
  deflate.push(piece.subarray(0, filled), true)
  yield* ready
}
