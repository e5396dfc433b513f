import { inflatedUpTo } from './inflate.ts'

const limit = 96 * 1024 * 1024
const markers = ['/ObjStm', '/XRef']
/** A dictionary of such a stream is short. */
const farthestStart = 4096

/**
 * Whether the object and cross-reference streams of a file swell beyond all reason. pdf-lib inflates every one of
 * them whole, so this is asked before it gets the file.
 */
export function hasSwellingStreams(bytes: Uint8Array): boolean {
  let total = 0
  for (const start of structureStreams(bytes)) {
    total += inflatedUpTo(bytes.subarray(start), limit)
    if (total > limit) return true
  }
  return false
}

function* structureStreams(bytes: Uint8Array): Generator<number> {
  const slash = 0x2f
  let last = -1
  for (let at = bytes.indexOf(slash); at >= 0; at = bytes.indexOf(slash, at + 1)) {
    if (!markers.some((marker) => standsAt(bytes, marker, at))) continue
    const start = dataBehind(bytes, at)
    if (start > last) {
      last = start
      yield start
    }
  }
}

function dataBehind(bytes: Uint8Array, from: number): number {
  const end = Math.min(from + farthestStart, bytes.length)
  for (let at = from; at < end; at++) {
    if (bytes[at] !== 0x73 || !standsAt(bytes, 'stream', at)) continue
    let start = at + 'stream'.length
    if (bytes[start] === 13) start++
    if (bytes[start] === 10) start++
    return start
  }
  return -1
}

function standsAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  }
  return true
}
