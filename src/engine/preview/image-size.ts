import type { Bytes } from '../ports.ts'

export interface ImageSize {
  readonly width: number
  readonly height: number
}

type SizeReader = (view: DataView, bytes: Bytes) => ImageSize | undefined

/** By media type: what a browser decodes. Everything else, TIFF and HEIC too, is undefined. */
const readers: Readonly<Record<string, SizeReader>> = {
  'image/png': pngSize,
  'image/apng': pngSize,
  'image/jpeg': jpegSize,
  'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/webp': webpSize,
  'image/bmp': bmpSize,
  'image/avif': avifSize,
}

/**
 * Width and height as the header of a picture says, before EXIF turns it. Undefined for types the window cannot show;
 * zero for a header that says nothing usable.
 */
export function imageSizeOf(bytes: Bytes, mediaType: string): ImageSize | undefined {
  const reader = Object.hasOwn(readers, mediaType) ? readers[mediaType] : undefined
  if (reader === undefined) return undefined
  try {
    return reader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes) ?? nothing
  } catch {
    // Read beyond the end: the file is cut off.
    return nothing
  }
}

const nothing: ImageSize = { width: 0, height: 0 }

/** IHDR is the first chunk (PNG, third edition, 5.6). */
function pngSize(view: DataView): ImageSize {
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The first frame header (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2
  for (;;) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xd9 || marker === 0xda) return undefined
    at += 2 + (marker >= 0xd0 && marker <= 0xd8 ? 0 : view.getUint16(at + 2))
  }
}

/** VP8 (RFC 6386, 9.1), VP8L and VP8X (RFC 9649, 2.6 and 2.7). */
function webpSize(view: DataView, bytes: Bytes): ImageSize | undefined {
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X': {
      const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
      return { width: uint24(24) + 1, height: uint24(27) + 1 }
    }
    default:
      return undefined
  }
}

/** A negative height means rows from the top; the oldest header has 16-bit sizes. */
function bmpSize(view: DataView): ImageSize {
  if (view.getUint32(14, true) === 12) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  }
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
}

/** The largest `ispe` property (ISO/IEC 23008-12, 6.5.3) near the start: the picture itself, not its thumbnail. */
function avifSize(view: DataView, bytes: Bytes): ImageSize | undefined {
  let found: ImageSize | undefined
  const end = Math.min(bytes.length, 65_536) - 16
  for (let at = 4; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (found === undefined || size.width * size.height > found.width * found.height) found = size
  }
  return found
}

function ascii(bytes: Bytes, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}
