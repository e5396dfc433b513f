/** CRC-32 of `bytes`, continuing from `previous` (0 at the start); an unsigned 32-bit number. */
export type Crc32 = (bytes: Uint8Array, previous: number) => number

const SLICES = 16
const tables = buildTables()

/** CRC-32 (ISO 3309, polynomial EDB88320) of `bytes`, continuing from `previous`; sixteen bytes a step. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous
  let position = 0
  const end = bytes.length - (bytes.length % SLICES)
  const t = tables
  // Indexes below are masked to one byte, so that every table read is inside its 256 entries.
  const at = (table: number, byte: number): number => t[(table << 8) | byte] as number
  while (position < end) {
    const b = bytes
    const p = position
    crc ^=
      (b[p] as number) |
      ((b[p + 1] as number) << 8) |
      ((b[p + 2] as number) << 16) |
      ((b[p + 3] as number) << 24)
    crc =
      at(15, crc & 0xff) ^
      at(14, (crc >>> 8) & 0xff) ^
      at(13, (crc >>> 16) & 0xff) ^
      at(12, crc >>> 24) ^
      at(11, b[p + 4] as number) ^
      at(10, b[p + 5] as number) ^
      at(9, b[p + 6] as number) ^
      at(8, b[p + 7] as number) ^
      at(7, b[p + 8] as number) ^
      at(6, b[p + 9] as number) ^
      at(5, b[p + 10] as number) ^
      at(4, b[p + 11] as number) ^
      at(3, b[p + 12] as number) ^
      at(2, b[p + 13] as number) ^
      at(1, b[p + 14] as number) ^
      at(0, b[p + 15] as number)
    position += SLICES
  }
  for (; position < bytes.length; position++)
    crc = at(0, (crc ^ (bytes[position] as number)) & 0xff) ^ (crc >>> 8)
  return ~crc >>> 0
}

function buildTables(): Int32Array {
  const table = new Int32Array(256 * SLICES)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    table[n] = c
  }
  for (let slice = 1; slice < SLICES; slice++)
    for (let n = 0; n < 256; n++) {
      const c = table[((slice - 1) << 8) | n] as number
      table[(slice << 8) | n] = (table[c & 0xff] as number) ^ (c >>> 8)
    }
  return table
}
