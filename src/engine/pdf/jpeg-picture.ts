import { exifOrientation } from './exif-orientation.ts'
import type { Orientation } from './exif-orientation.ts'
import { mostSampleBytes } from './picture.ts'
import type { Picture } from './picture.ts'

interface Frame {
  readonly marker: number
  readonly precision: number
  readonly height: number
  readonly width: number
  readonly components: readonly number[]
}

const startOfScan = 0xda
const endOfImage = 0xd9
/** Baseline, extended sequential and progressive Huffman: what DCTDecode reads (ISO 32000-1, 7.4.8). */
const readable = new Set([0xc0, 0xc1, 0xc2])

/** Reads a JPEG's headers; its bytes become the image unchanged. Undefined when DCTDecode could not show them. */
export function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  let frame: Frame | undefined
  let adobe = false
  let jfif = false
  let orientation: Orientation = 1
  let scan = false
  for (let at = 2; at + 4 <= bytes.length && !scan;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2
      continue
    }
    if (marker === endOfImage) break
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const segment = bytes.subarray(at + 4, at + 2 + length)
    if (length < 2 || at + 2 + length > bytes.length) return undefined
    if (isFrame(marker)) frame = readFrame(marker, segment)
    else if (marker === 0xee && startsWith(segment, 'Adobe')) adobe = true
    else if (marker === 0xe0 && startsWith(segment, 'JFIF')) jfif = true
    else if (marker === 0xe1 && startsWith(segment, 'Exif'))
      orientation = exifOrientation(segment.subarray(6))
    else if (marker === startOfScan) scan = true
    at += 2 + length
  }
  if (frame === undefined || !scan || !readable.has(frame.marker)) return undefined
  const { width, height, precision, components } = frame
  if (precision !== 8 || width === 0 || height === 0) return undefined
  if (width * height * components.length > mostSampleBytes) return undefined
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[components.length]
  if (space === undefined) return undefined
  // Adobe's programs store CMYK inverted and mark the file as theirs.
  const decode = components.length === 4 && adobe ? '/Decode[1 0 1 0 1 0 1 0]' : ''
  const plainRgb = components.length === 3 && !adobe && !jfif && components.join() === '82,71,66'
  const parameters = plainRgb ? '/DecodeParms<</ColorTransform 0>>' : ''
  return {
    width,
    height,
    orientation,
    entries: `/ColorSpace${space}/BitsPerComponent 8/Filter/DCTDecode${parameters}${decode}`,
    data: bytes,
  }
}

/** SOF markers, DHT, JPG and DAC among them left out (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function readFrame(marker: number, segment: Uint8Array): Frame | undefined {
  const count = segment[5] ?? 0
  if (segment.length < 6 + 3 * count) return undefined
  return {
    marker,
    precision: segment[0] ?? 0,
    height: ((segment[1] ?? 0) << 8) | (segment[2] ?? 0),
    width: ((segment[3] ?? 0) << 8) | (segment[4] ?? 0),
    components: Array.from({ length: count }, (_, index) => segment[6 + 3 * index] ?? 0),
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[index] !== text.charCodeAt(index)) return false
  return true
}
