import { zlibSync } from 'fflate'
import { exifOrientation } from './exif-orientation.ts'
import { inflatedLength, inflateZlib } from './inflate.ts'
import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { mostSampleBytes } from './picture.ts'
import type { Picture } from './picture.ts'
import { pngSamples } from './png-samples.ts'
import { samplesInStrips } from './png-strips.ts'
import type { DeflatedSamples } from './png-strips.ts'

/** The image header (PNG, 11.2.2). */
export interface PngHeader {
  readonly width: number
  readonly height: number
  readonly bitDepth: number
  readonly colorType: 0 | 2 | 3 | 4 | 6
  readonly interlaced: boolean
}

interface PngChunks {
  readonly header: PngHeader
  readonly palette: Uint8Array | undefined
  readonly transparency: Uint8Array | undefined
  readonly exif: Uint8Array | undefined
  readonly data: Uint8Array
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const bitDepths: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
/** Pictures whose opacity is taken apart row by row stay below this, interlaced ones, whole in memory, below that. */
const mostInStrips = 512 * 1024 * 1024
const mostWhole = 64 * 1024 * 1024

/**
 * Reads a PNG. Compressed rows become the image unchanged where PDF's predictors can undo them; opacity and
 * interlacing are taken apart. Undefined when the file is damaged or beyond what can be shown.
 */
export function readPng(bytes: Uint8Array): Picture | undefined {
  try {
    const chunks = readChunks(bytes)
    if (chunks === undefined) return undefined
    const { header } = chunks
    const channels = channelsOf(header)
    if (rowBytes(header.width, channels * header.bitDepth) * header.height > mostSampleBytes) return undefined
    const opaque = header.colorType !== 4 && header.colorType !== 6
    const keyed = chunks.transparency !== undefined && header.colorType === 3
    const picture = opaque && !keyed && !header.interlaced ? asStored(chunks) : decoded(chunks)
    if (picture === undefined) return undefined
    const orientation = chunks.exif === undefined ? 1 : exifOrientation(chunks.exif)
    return { width: header.width, height: header.height, orientation, ...picture }
  } catch (error) {
    if (error instanceof PdfSyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

type Body = Pick<Picture, 'entries' | 'data' | 'softMask'>

function asStored(chunks: PngChunks): Body | undefined {
  const { header, data } = chunks
  const channels = channelsOf(header)
  const expected = (rowBytes(header.width, channels * header.bitDepth) + 1) * header.height
  if (inflatedLength(data, expected + 65536) < expected) return undefined
  const parameters = `/DecodeParms<</Predictor 15/Colors ${channels}/BitsPerComponent ${header.bitDepth}/Columns ${header.width}>>`
  return {
    entries: `${colorEntries(chunks)}${maskEntry(chunks)}/Filter/FlateDecode${parameters}`,
    data,
  }
}

function decoded(chunks: PngChunks): Body | undefined {
  const { header } = chunks
  const channels = channelsOf(header)
  const size = rowBytes(header.width, channels * Math.max(header.bitDepth, 8)) * header.height
  if (size > (header.interlaced ? mostWhole : mostInStrips)) return undefined
  const samples = header.interlaced
    ? deflatedWhole(chunks)
    : samplesInStrips(header, chunks.data, chunks.transparency)
  if (samples === undefined) return undefined
  const body = {
    entries: `${colorEntries(chunks)}${maskEntry(chunks)}/Filter/FlateDecode`,
    data: samples.color,
  }
  return samples.opacity === undefined ? body : { ...body, softMask: softMask(header, samples.opacity) }
}

function deflatedWhole(chunks: PngChunks): DeflatedSamples | undefined {
  const { header } = chunks
  const size = (rowBytes(header.width, channelsOf(header) * header.bitDepth) + 16) * (header.height + 16)
  const samples = pngSamples(header, inflateZlib(chunks.data, size), chunks.transparency)
  if (samples === undefined) return undefined
  return { color: deflate(samples.color), opacity: samples.opacity && deflate(samples.opacity) }
}

function softMask(header: PngHeader, data: Uint8Array): { entries: string; data: Uint8Array } {
  const bits = header.bitDepth === 16 ? 16 : 8
  return {
    entries: `/ColorSpace/DeviceGray/BitsPerComponent ${bits}/Filter/FlateDecode`,
    data,
  }
}

function deflate(samples: Uint8Array): Uint8Array {
  return zlibSync(samples, { level: 6 })
}

function colorEntries(chunks: PngChunks): string {
  const { colorType, bitDepth } = chunks.header
  const bits = `/BitsPerComponent ${bitDepth}`
  if (colorType === 0 || colorType === 4) return `/ColorSpace/DeviceGray${bits}`
  if (colorType !== 3) return `/ColorSpace/DeviceRGB${bits}`
  const palette = chunks.palette ?? new Uint8Array(0)
  const colors = Math.min(Math.floor(palette.length / 3), 2 ** bitDepth)
  let hex = ''
  for (const byte of palette.subarray(0, colors * 3)) hex += byte.toString(16).padStart(2, '0')
  return `/ColorSpace[/Indexed/DeviceRGB ${colors - 1}<${hex}>]${bits}`
}

/** The one transparent colour of a grey or RGB picture (PNG, 11.3.2.1) as a colour key mask. */
function maskEntry(chunks: PngChunks): string {
  const { colorType } = chunks.header
  const key = chunks.transparency
  const channels = colorType === 0 ? 1 : colorType === 2 ? 3 : 0
  if (key === undefined || channels === 0 || key.length < channels * 2) return ''
  const values = Array.from({ length: channels }, (_, index) => {
    const value = ((key[2 * index] ?? 0) << 8) | (key[2 * index + 1] ?? 0)
    return `${value} ${value}`
  })
  return `/Mask[${values.join(' ')}]`
}

/** Samples of a pixel in the compressed rows. */
export function channelsOf(header: PngHeader): number {
  return { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[header.colorType]
}

function rowBytes(width: number, pixelBits: number): number {
  return Math.ceil((width * pixelBits) / 8)
}

function readChunks(bytes: Uint8Array): PngChunks | undefined {
  if (signature.some((byte, index) => bytes[index] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let header: PngHeader | undefined
  let palette: Uint8Array | undefined
  let transparency: Uint8Array | undefined
  let exif: Uint8Array | undefined
  const data: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) return undefined
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = readHeader(body)
    else if (type === 'PLTE') palette = body
    else if (type === 'tRNS') transparency = body
    else if (type === 'eXIf') exif = body
    else if (type === 'IDAT') data.push(body)
    else if (type === 'IEND') break
    at += 12 + length
  }
  if (header === undefined || data.length === 0) return undefined
  if (header.colorType === 3 && (palette === undefined || palette.length < 3)) return undefined
  return { header, palette, transparency, exif, data: joined(data) }
}

function readHeader(body: Uint8Array): PngHeader | undefined {
  if (body.length < 13) return undefined
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const bitDepth = body[8] ?? 0
  const colorType = body[9] ?? 0
  const known = bitDepths[colorType]?.includes(bitDepth) ?? false
  if (!known || width === 0 || height === 0 || body[10] !== 0 || body[11] !== 0 || (body[12] ?? 2) > 1)
    return undefined
  return {
    width,
    height,
    bitDepth,
    colorType: colorType as PngHeader['colorType'],
    interlaced: body[12] === 1,
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
