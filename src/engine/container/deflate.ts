import { deflateSync } from 'fflate'
import type { Bytes } from '../ports.ts'

/** Part of the format: another level gives other bytes. */
const level = 6
/** What shrinks more than this is stored instead, so that a reader's guard against bombs never stops it. */
const highestRatio = 100

/**
 * Raw DEFLATE (RFC 1951) of bytes in memory, the same on every platform; undefined where storing is the better
 * choice. fflate's streaming `Deflate` is not used: 0.8.3 writes references to before the start of the data
 * (docs/adr/0006), which unzippers refuse.
 */
export function deflateBytes(bytes: Uint8Array): Bytes | undefined {
  const deflated = deflateSync(bytes, { level })
  const worthIt = deflated.length < bytes.length && deflated.length * highestRatio >= bytes.length
  return worthIt ? deflated : undefined
}
