/**
 * Decompresses a raw Snappy block (format_description.txt of google/snappy). Undefined when the bytes are none; with
 * `cutOff` bytes may follow the block, and what was read until a break is given.
 */
export function snappyOf(bytes: Buffer, { cutOff = false } = {}): Buffer | undefined {
  const length = varint(bytes, 0)
  if (!length || length.value > 64 * 1024 * 1024) return undefined
  const out = Buffer.alloc(length.value)
  let at = length.next
  let written = 0
  while (written < out.length && at < bytes.length) {
    const tag = bytes[at]!
    at += 1
    const kind = tag & 3
    if (kind === 0) {
      let size = (tag >> 2) + 1
      if (size > 60) {
        const extra = size - 60
        if (at + extra > bytes.length) break
        size = bytes.readUIntLE(at, extra) + 1
        at += extra
      }
      const end = Math.min(at + size, bytes.length)
      if (written + (end - at) > out.length) break
      bytes.copy(out, written, at, end)
      written += end - at
      at += size
      continue
    }
    const [size, offset, extra] = copyOf(bytes, at, tag, kind)
    at += extra
    if (offset === 0 || offset > written || written + size > out.length) break
    for (let index = 0; index < size; index += 1) out[written + index] = out[written - offset + index]!
    written += size
  }
  if (written === out.length) return out
  return cutOff && written > 0 ? out.subarray(0, written) : undefined
}

/** Length of a copy, how far back it starts, and how many bytes said so. */
function copyOf(bytes: Buffer, at: number, tag: number, kind: number): readonly [number, number, number] {
  if (kind === 1) return [((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | (bytes[at] ?? 0), 1]
  const extra = kind === 2 ? 2 : 4
  const offset = at + extra <= bytes.length ? bytes.readUIntLE(at, extra) : 0
  return [(tag >> 2) + 1, offset, extra]
}

/** A number of LevelDB and Snappy: seven bits a byte, lowest first. */
export function varint(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  let value = 0
  for (let index = 0; index < 6; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return undefined
    value += (byte & 0x7f) * 2 ** (7 * index)
    if ((byte & 0x80) === 0) return { value, next: at + index + 1 }
  }
  return undefined
}
