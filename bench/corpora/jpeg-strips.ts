import { acTable, codesOf, dcTable, quantisation, zigzag } from './jpeg-tables.ts'

/**
 * A baseline JPEG encoder (ISO/IEC 10918-1) that restarts after every row of blocks. So each row of 8 pixels is a
 * strip of bytes that stands for itself, and new pages can be put together from strips without encoding anything.
 */

/** Samples of one page, one plane (grey) or three (YCbCr), not subsampled. Width and height are multiples of 8. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly planes: readonly Uint8Array[]
}

const dc = codesOf(dcTable)
const ac = codesOf(acTable)
const cosine = Float64Array.from({ length: 64 }, (_, i) => {
  const [u, x] = [i >> 3, i & 7]
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16)
})

/** Entropy-coded bytes of every row of blocks, without restart markers. */
export function encodeStrips(picture: Picture, quality: number): Uint8Array[] {
  const steps = quantisation(quality)
  const strips: Uint8Array[] = []
  for (let y = 0; y < picture.height; y += 8) strips.push(encodeStrip(picture, y, steps))
  return strips
}

/** A JPEG file of strips that were encoded with the same width, number of planes and quality. */
export function joinStrips(
  strips: readonly Uint8Array[],
  width: number,
  planes: number,
  quality: number,
): Uint8Array {
  const parts: Uint8Array[] = [header(width, strips.length * 8, planes, quality)]
  strips.forEach((strip, index) => {
    if (index > 0) parts.push(Uint8Array.of(0xff, 0xd0 + ((index - 1) % 8)))
    parts.push(strip)
  })
  return Buffer.concat([...parts, Uint8Array.of(0xff, 0xd9)])
}

function header(width: number, height: number, planes: number, quality: number): Uint8Array {
  const steps = quantisation(quality)
  const word = (value: number) => [value >> 8, value & 255]
  const segment = (marker: number, body: readonly number[]) => [
    0xff,
    marker,
    ...word(body.length + 2),
    ...body,
  ]
  const components = Array.from({ length: planes }, (_, i) => i + 1)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 1, 0, 150, 0, 150, 0, 0]),
    ...segment(0xdb, [0, ...zigzag.map((at) => steps[at] ?? 1)]),
    ...segment(0xc0, [
      8,
      ...word(height),
      ...word(width),
      planes,
      ...components.flatMap((id) => [id, 0x11, 0]),
    ]),
    ...segment(0xc4, [0x00, ...dcTable.counts, ...dcTable.symbols]),
    ...segment(0xc4, [0x10, ...acTable.counts, ...acTable.symbols]),
    ...segment(0xdd, word(width / 8)),
    ...segment(0xda, [planes, ...components.flatMap((id) => [id, 0]), 0, 63, 0]),
  ])
}

/** Collects bits; a byte FF in the data is followed by 00. */
class BitWriter {
  private readonly bytes: number[] = []
  private held = 0
  private count = 0

  put(value: number, length: number): void {
    this.held = (this.held << length) | (value & ((1 << length) - 1))
    this.count += length
    while (this.count >= 8) {
      this.count -= 8
      const byte = (this.held >> this.count) & 255
      this.bytes.push(byte)
      if (byte === 255) this.bytes.push(0)
    }
    this.held &= (1 << this.count) - 1
  }

  finish(): Uint8Array {
    if (this.count > 0) this.put(0x7f, 8 - this.count)
    return Uint8Array.from(this.bytes)
  }
}

function encodeStrip({ width, planes }: Picture, y: number, steps: readonly number[]): Uint8Array {
  const bits = new BitWriter()
  const before = planes.map(() => 0)
  const block = new Int16Array(64)
  for (let x = 0; x < width; x += 8) {
    planes.forEach((plane, p) => {
      transform(plane, width, x, y, steps, block)
      const first = block[0] ?? 0
      putNumber(bits, dc, 0, first - (before[p] ?? 0))
      before[p] = first
      putRest(bits, block)
    })
  }
  return bits.finish()
}

const rows = new Float64Array(64)

/** Forward DCT and quantisation of one block, in zigzag order. */
function transform(
  plane: Uint8Array,
  width: number,
  x: number,
  y: number,
  steps: readonly number[],
  block: Int16Array,
): void {
  for (let j = 0; j < 8; j++) {
    const at = (y + j) * width + x
    for (let u = 0; u < 8; u++) {
      let sum = 0
      for (let i = 0; i < 8; i++) sum += (plane[at + i]! - 128) * cosine[u * 8 + i]!
      rows[j * 8 + u] = sum
    }
  }
  for (let k = 0; k < 64; k++) {
    const at = zigzag[k]!
    const [v, u] = [at >> 3, at & 7]
    let sum = 0
    for (let j = 0; j < 8; j++) sum += rows[j * 8 + u]! * cosine[v * 8 + j]!
    block[k] = Math.round(sum / steps[at]!)
  }
}

function putRest(bits: BitWriter, block: Int16Array): void {
  let zeros = 0
  for (let k = 1; k < 64; k++) {
    const value = block[k]!
    if (value === 0) {
      zeros += 1
      continue
    }
    for (; zeros > 15; zeros -= 16) bits.put(ac.code[0xf0]!, ac.length[0xf0]!)
    putNumber(bits, ac, zeros << 4, value)
    zeros = 0
  }
  if (zeros > 0) bits.put(ac.code[0]!, ac.length[0]!)
}

/** A symbol of run and size, then the bits of the value (F.1.2). */
function putNumber(bits: BitWriter, { code, length }: typeof dc, run: number, value: number): void {
  const size = 32 - Math.clz32(Math.abs(value))
  bits.put(code[run | size]!, length[run | size]!)
  if (size > 0) bits.put(value < 0 ? value - 1 : value, size)
}
