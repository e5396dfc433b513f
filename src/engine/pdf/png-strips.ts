import { Zlib } from 'fflate'
import { inflateThrough } from './inflate.ts'
import { apart } from './png-samples.ts'
import type { PngLayout } from './png-samples.ts'
import { unfilterRow } from './predictor.ts'

/** Rows are taken apart this many bytes at a time. */
const stripBytes = 256 * 1024

/** Deflated samples (RFC 1950), colour and opacity apart. */
export interface DeflatedSamples {
  readonly color: Uint8Array
  readonly opacity: Uint8Array | undefined
}

/**
 * Takes the rows of a PNG that is not interlaced apart, a strip in memory at a time however large the picture is.
 * Undefined when rows are missing; throws PdfSyntaxError on bad data.
 */
export function samplesInStrips(
  layout: PngLayout,
  data: Uint8Array,
  transparency: Uint8Array | undefined,
): DeflatedSamples | undefined {
  const { width, height, bitDepth, colorType } = layout
  const pixelBits = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colorType] * bitDepth
  const rowBytes = Math.ceil((width * pixelBits) / 8)
  const lines = Math.min(height, Math.max(1, Math.floor(stripBytes / rowBytes)))
  const strip = new Uint8Array(rowBytes * lines)
  const lineAt = (line: number) => strip.subarray(line * rowBytes, (line + 1) * rowBytes)
  const above = new Uint8Array(rowBytes)
  const row = new Uint8Array(rowBytes + 1)
  const color = new Deflating()
  const opacity = new Deflating()
  let filled = 0
  let line = 0
  let rows = 0
  const flush = (): void => {
    const samples = apart({ ...layout, height: line }, strip.subarray(0, line * rowBytes), transparency)
    color.push(samples.color)
    if (samples.opacity !== undefined) opacity.push(samples.opacity)
    above.set(lineAt(line - 1))
    line = 0
  }
  inflateThrough(data, (chunk) => {
    for (let at = 0; at < chunk.length && rows < height;) {
      const part = chunk.subarray(at, at + row.length - filled)
      row.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < row.length) break
      const target = lineAt(line)
      target.set(row.subarray(1))
      unfilterRow(target, line === 0 ? above : lineAt(line - 1), row[0] ?? 0, Math.max(1, pixelBits >> 3))
      filled = 0
      line++
      rows++
      if (line === lines || rows === height) flush()
    }
    return rows < height
  })
  if (rows < height) return undefined
  return { color: color.end(), opacity: opacity.isEmpty ? undefined : opacity.end() }
}

class Deflating {
  isEmpty = true
  readonly #chunks: Uint8Array[] = []
  readonly #zlib = new Zlib({ level: 6 }, (chunk) => void this.#chunks.push(chunk))

  push(samples: Uint8Array): void {
    this.isEmpty = false
    this.#zlib.push(samples)
  }

  end(): Uint8Array {
    this.#zlib.push(new Uint8Array(0), true)
    const whole = new Uint8Array(this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0))
    let at = 0
    for (const chunk of this.#chunks) {
      whole.set(chunk, at)
      at += chunk.length
    }
    return whole
  }
}
