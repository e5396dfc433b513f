import type { Bytes } from '../../../src/engine/ports.ts'

export interface JpegOptions {
  /** EXIF orientation to write. */
  readonly orientation?: number
  /** The marker of Adobe's programs, without colour transform. */
  readonly adobe?: boolean
  /** One component, taken from the first sample. */
  readonly gray?: boolean
}

const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]
const dcSymbols = Array.from({ length: 12 }, (_, size) => size)
const acSymbols = [0x00, 0xf0, ...dcRuns()]

function dcRuns(): number[] {
  return Array.from({ length: 160 }, (_, index) => ((index / 10) << 4) | ((index % 10) + 1))
}

/**
 * A baseline JPEG (ITU-T T.81) by hand, exact but for rounding: every divisor of its quantisation is 1 and its
 * Huffman codes all have one length. Pixels of three samples are RGB, of four CMYK.
 */
export function jpegOf(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly number[],
  options: JpegOptions = {},
): Bytes {
  const samples = options.gray === true ? 1 : pixel(0, 0).length
  const planes = planesOf(width, height, pixel, samples)
  const out: number[] = [0xff, 0xd8]
  if (options.orientation !== undefined) segment(out, 0xe1, exif(options.orientation))
  if (options.adobe === true) segment(out, 0xee, [...text('Adobe'), 0, 100, 0, 0, 0, 0, 0])
  segment(out, 0xdb, [0, ...new Array<number>(64).fill(1)])
  const components = planes.map((_, index) => [index + 1, 0x11, 0]).flat()
  segment(out, 0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, planes.length, ...components])
  segment(out, 0xc4, [0x00, ...counts(4, dcSymbols.length), ...dcSymbols])
  segment(out, 0xc4, [0x10, ...counts(8, acSymbols.length), ...acSymbols])
  segment(out, 0xda, [planes.length, ...planes.map((_, index) => [index + 1, 0x00]).flat(), 0, 63, 0])
  scan(out, planes, width, height)
  out.push(0xff, 0xd9)
  return Uint8Array.from(out)
}

type Plane = (x: number, y: number) => number

function planesOf(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly number[],
  samples: number,
): Plane[] {
  const inside = (x: number, y: number) => pixel(Math.min(x, width - 1), Math.min(y, height - 1))
  if (samples !== 3) return Array.from({ length: samples }, (_, index) => (x, y) => inside(x, y)[index] ?? 0)
  const weights = [
    [0.299, 0.587, 0.114, 0],
    [-0.168736, -0.331264, 0.5, 128],
    [0.5, -0.418688, -0.081312, 128],
  ] as const
  return weights.map(([r, g, b, offset]) => (x, y) => {
    const [red = 0, green = 0, blue = 0] = inside(x, y)
    return r * red + g * green + b * blue + offset
  })
}

function scan(out: number[], planes: readonly Plane[], width: number, height: number): void {
  const bits = new BitWriter(out)
  const last = planes.map(() => 0)
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      planes.forEach((plane, index) => {
        const block = transform((u, v) => plane(x + u, y + v) - 128)
        const dc = block[0] ?? 0
        writeBlock(bits, block, dc - (last[index] ?? 0))
        last[index] = dc
      })
    }
  }
  bits.flush()
}

function transform(sample: (x: number, y: number) => number): number[] {
  const rows = Array.from({ length: 64 }, (_, index) => sample(index & 7, index >> 3))
  const cosine = (u: number, x: number) =>
    Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)
  const half = Array.from({ length: 64 }, (_, index) => {
    let sum = 0
    for (let x = 0; x < 8; x++) sum += (rows[(index >> 3) * 8 + x] ?? 0) * cosine(index & 7, x)
    return sum
  })
  return Array.from({ length: 64 }, (_, index) => {
    let sum = 0
    for (let y = 0; y < 8; y++) sum += (half[y * 8 + (index & 7)] ?? 0) * cosine(index >> 3, y)
    return Math.round(sum / 4)
  })
}

function writeBlock(bits: BitWriter, block: readonly number[], dcDifference: number): void {
  const size = sizeOf(dcDifference)
  bits.write(size, 4)
  bits.write(magnitude(dcDifference, size), size)
  let run = 0
  for (let place = 1; place < 64; place++) {
    const value = Math.max(-1023, Math.min(1023, block[zigzag[place] ?? 0] ?? 0))
    if (value === 0) {
      run++
      continue
    }
    for (; run > 15; run -= 16) bits.write(acSymbols.indexOf(0xf0), 8)
    bits.write(acSymbols.indexOf((run << 4) | sizeOf(value)), 8)
    bits.write(magnitude(value, sizeOf(value)), sizeOf(value))
    run = 0
  }
  if (run > 0) bits.write(acSymbols.indexOf(0x00), 8)
}

function sizeOf(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1
}

function magnitude(value: number, size: number): number {
  return value < 0 ? value + (1 << size) - 1 : value
}

class BitWriter {
  private readonly out: number[]
  private held = 0
  private count = 0

  constructor(out: number[]) {
    this.out = out
  }

  write(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) {
      this.held = (this.held << 1) | ((value >> bit) & 1)
      if (++this.count === 8) this.take()
    }
  }

  flush(): void {
    while (this.count > 0) this.write(1, 1)
  }

  private take(): void {
    this.out.push(this.held)
    if (this.held === 0xff) this.out.push(0)
    this.held = 0
    this.count = 0
  }
}

function segment(out: number[], marker: number, body: readonly number[]): void {
  out.push(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body)
}

/** How many codes there are of each length: all of one. */
function counts(length: number, codes: number): number[] {
  return Array.from({ length: 16 }, (_, index) => (index + 1 === length ? codes : 0))
}

function exif(orientation: number): number[] {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  return [...text('Exif'), 0, 0, ...tiff]
}

function text(characters: string): number[] {
  return [...characters].map((character) => character.charCodeAt(0))
}
