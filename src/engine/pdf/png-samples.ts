import { unfilterRows } from './predictor.ts'

/** Samples without filters and interlacing, colour and opacity apart, rows padded to whole bytes. */
export interface PngSamples {
  readonly color: Uint8Array
  /** One sample a pixel: 16 bits where the picture has 16, else 8. */
  readonly opacity: Uint8Array | undefined
}

/** What of the header decides how rows are read. */
export interface PngLayout {
  readonly width: number
  readonly height: number
  readonly bitDepth: number
  readonly colorType: 0 | 2 | 3 | 4 | 6
  readonly interlaced: boolean
}

/** First pixel and distance of the seven passes of Adam7 (PNG, 8.2). */
const passes = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const

/** Takes inflated PNG data apart; undefined when it is cut short. `transparency` is the tRNS of a palette. */
export function pngSamples(
  layout: PngLayout,
  data: Uint8Array,
  transparency: Uint8Array | undefined,
): PngSamples | undefined {
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[layout.colorType]
  const pixelBits = channels * layout.bitDepth
  const rows = layout.interlaced ? deinterlaced(layout, data, pixelBits) : plain(layout, data, pixelBits)
  if (rows === undefined) return undefined
  return apart(layout, rows, transparency)
}

/** Takes rows without filters apart. `transparency` is the tRNS of a palette. */
export function apart(layout: PngLayout, rows: Uint8Array, transparency: Uint8Array | undefined): PngSamples {
  if (layout.colorType === 3) {
    return { color: rows, opacity: transparency && paletteOpacity(layout, rows, transparency) }
  }
  if (layout.colorType !== 4 && layout.colorType !== 6) return { color: rows, opacity: undefined }
  const sampleBytes = layout.bitDepth / 8
  return split(rows, (layout.colorType === 6 ? 3 : 1) * sampleBytes, sampleBytes)
}

function plain(layout: PngLayout, data: Uint8Array, pixelBits: number): Uint8Array | undefined {
  const rowBytes = Math.ceil((layout.width * pixelBits) / 8)
  const size = (rowBytes + 1) * layout.height
  if (data.length < size) return undefined
  return unfilterRows(data.subarray(0, size), rowBytes, Math.max(1, pixelBits >> 3))
}

function deinterlaced(layout: PngLayout, data: Uint8Array, pixelBits: number): Uint8Array | undefined {
  const { width, height } = layout
  const rowBytes = Math.ceil((width * pixelBits) / 8)
  const whole = new Uint8Array(rowBytes * height)
  let offset = 0
  for (const pass of passes) {
    const columns = Math.ceil((width - pass.x) / pass.dx)
    const lines = Math.ceil((height - pass.y) / pass.dy)
    if (columns <= 0 || lines <= 0) continue
    const passBytes = Math.ceil((columns * pixelBits) / 8)
    const size = (passBytes + 1) * lines
    if (offset + size > data.length) return undefined
    const rows = unfilterRows(data.subarray(offset, offset + size), passBytes, Math.max(1, pixelBits >> 3))
    offset += size
    for (let line = 0; line < lines; line++) {
      const from = line * passBytes
      const to = (pass.y + line * pass.dy) * rowBytes
      for (let column = 0; column < columns; column++) {
        copyPixel(rows, from, column, whole, to, pass.x + column * pass.dx, pixelBits)
      }
    }
  }
  return whole
}

function copyPixel(
  source: Uint8Array,
  from: number,
  column: number,
  target: Uint8Array,
  to: number,
  x: number,
  pixelBits: number,
): void {
  if (pixelBits >= 8) {
    const bytes = pixelBits >> 3
    for (let index = 0; index < bytes; index++) {
      target[to + x * bytes + index] = source[from + column * bytes + index] ?? 0
    }
    return
  }
  const value = bitsAt(source, from, column, pixelBits)
  const bit = x * pixelBits
  const at = to + (bit >> 3)
  target[at] = (target[at] ?? 0) | (value << (8 - pixelBits - (bit & 7)))
}

function bitsAt(bytes: Uint8Array, from: number, column: number, pixelBits: number): number {
  const bit = column * pixelBits
  return ((bytes[from + (bit >> 3)] ?? 0) >> (8 - pixelBits - (bit & 7))) & ((1 << pixelBits) - 1)
}

function paletteOpacity(layout: PngLayout, rows: Uint8Array, transparency: Uint8Array): Uint8Array {
  const { width, height, bitDepth } = layout
  const rowBytes = Math.ceil((width * bitDepth) / 8)
  const opacity = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      opacity[y * width + x] = transparency[bitsAt(rows, y * rowBytes, x, bitDepth)] ?? 255
    }
  }
  return opacity
}

function split(rows: Uint8Array, colorBytes: number, opacityBytes: number): PngSamples {
  const pixels = rows.length / (colorBytes + opacityBytes)
  const color = new Uint8Array(pixels * colorBytes)
  const opacity = new Uint8Array(pixels * opacityBytes)
  let at = 0
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let index = 0; index < colorBytes; index++) color[pixel * colorBytes + index] = rows[at++] ?? 0
    for (let index = 0; index < opacityBytes; index++) opacity[pixel * opacityBytes + index] = rows[at++] ?? 0
  }
  return { color, opacity }
}
