/** Puts an EXIF block with orientation and time behind the start of a JPEG (CIPA DC-008, TIFF 6.0 big-endian). */
export function withExif(jpeg: Uint8Array, orientation: number, takenAt: string): Uint8Array {
  const time = `${takenAt}\0`
  const software = 'SPECIMEN scanner\0'
  const first = 8
  const afterFirst = first + 2 + 3 * 12 + 4
  const exif = afterFirst + software.length + (software.length % 2)
  const afterExif = exif + 2 + 12 + 4
  const tiff = Buffer.alloc(afterExif + time.length)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(first, 4)
  tiff.writeUInt16BE(3, first)
  entry(tiff, first + 2, 0x0112, 3, 1, orientation << 16)
  entry(tiff, first + 14, 0x0131, 2, software.length, afterFirst)
  entry(tiff, first + 26, 0x8769, 4, 1, exif)
  tiff.write(software, afterFirst, 'latin1')
  tiff.writeUInt16BE(1, exif)
  entry(tiff, exif + 2, 0x9003, 2, time.length, afterExif)
  tiff.write(time, afterExif, 'latin1')
  const head = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1')
  head.writeUInt16BE(8 + tiff.length, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, tiff, jpeg.subarray(2)])
}

function entry(tiff: Buffer, at: number, tag: number, type: number, values: number, value: number): void {
  tiff.writeUInt16BE(tag, at)
  tiff.writeUInt16BE(type, at + 2)
  tiff.writeUInt32BE(values, at + 4)
  tiff.writeUInt32BE(value, at + 8)
}
