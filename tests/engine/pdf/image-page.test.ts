import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { surveySource } from '../../../src/engine/pdf/survey-source.ts'
import type { Bytes } from '../../../src/engine/ports.ts'
import { hasTool } from '../../judges.ts'
import { assemble, paint, pixel, qpdfCheck } from './pdf-fixtures.ts'
import { jpegOf } from './jpeg-fixtures.ts'

const judged = hasTool('qpdf') && hasTool('pdftoppm')

type Rgb = [number, number, number]

interface PngOptions {
  width: number
  height: number
  bitDepth: number
  colorType: number
  /** Samples of one pixel, each as wide as the bit depth. */
  readonly sample: (x: number, y: number) => number[]
  interlaced?: boolean
  chunks?: [string, Uint8Array][]
}

/** A PNG by hand, so that every bit depth and interlacing can be had. Rows use every filter but Paeth in turn. */
function png({
  width,
  height,
  bitDepth,
  colorType,
  sample,
  interlaced = false,
  chunks = [],
}: PngOptions): Bytes {
  const passes = interlaced
    ? [
        [0, 0, 8, 8],
        [4, 0, 8, 8],
        [0, 4, 4, 8],
        [2, 0, 4, 4],
        [0, 2, 2, 4],
        [1, 0, 2, 2],
        [0, 1, 1, 2],
      ]
    : [[0, 0, 1, 1]]
  const rows: Buffer[] = []
  for (const [x0 = 0, y0 = 0, dx = 1, dy = 1] of passes) {
    if (x0 >= width) continue
    let above: Buffer | undefined
    for (let y = y0; y < height; y += dy) {
      const columns = Array.from({ length: Math.ceil((width - x0) / dx) }, (_, index) => x0 + index * dx)
      const bits = columns.flatMap((x) => sample(x, y).flatMap((value) => bitsOf(value, bitDepth)))
      const row = Buffer.alloc(Math.ceil(bits.length / 8))
      bits.forEach((bit, index) => (row[index >> 3] = (row[index >> 3] ?? 0) | (bit << (7 - (index & 7)))))
      const pixelBytes = Math.max(1, (sample(0, 0).length * bitDepth) >> 3)
      rows.push(filtered(row, above ?? Buffer.alloc(row.length), pixelBytes, rows.length % 4))
      above = row
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitDepth, colorType, 0, 0, interlaced ? 1 : 0], 8)
  const data = deflateSync(Buffer.concat(rows))
  const half = data.length >> 1
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      ...chunks.map(([type, body]) => chunk(type, body)),
      chunk('IDAT', data.subarray(0, half)),
      chunk('IDAT', data.subarray(half)),
      chunk('IEND', new Uint8Array(0)),
    ]),
  )
}

function bitsOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (value >> (count - 1 - index)) & 1)
}

function filtered(row: Buffer, above: Buffer, pixelBytes: number, filter: number): Buffer {
  const left = (index: number) => (index < pixelBytes ? 0 : (row[index - pixelBytes] ?? 0))
  const up = (index: number) => above[index] ?? 0
  const predicted = [() => 0, left, up, (index: number) => (left(index) + up(index)) >> 1][filter]
  return Buffer.from([filter, ...row.map((byte, index) => byte - (predicted?.(index) ?? 0))])
}

function chunk(type: string, body: Uint8Array): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
  whole.writeUInt32BE(body.length, 0)
  whole.writeUInt32BE(crc32(whole.subarray(4, whole.length - 4)), whole.length - 4)
  return whole
}

/** Red, green, blue, yellow quarters; left and upper first. */
function quarter(x: number, y: number, width: number, height: number): Rgb {
  if (y < height / 2) return x < width / 2 ? [255, 0, 0] : [0, 255, 0]
  return x < width / 2 ? [0, 0, 255] : [255, 255, 0]
}

/** The colours at the middle of the four quarters of the picture on its page, upper left first. */
async function quartersOnPage(
  bytes: Bytes,
  mediaType: string,
): Promise<{ colors: Rgb[]; landscape: boolean }> {
  const bundle = await assemble([{ bytes, mediaType }])
  expect(qpdfCheck(bundle.bytes)).toEqual({ status: 0, message: '' })
  const page = paint(bundle.bytes, 2)
  let [left, top, right, bottom] = [page.width, page.height, 0, 0]
  // The strip of the stamp is white and black; the picture is neither.
  for (let y = 0; y < page.height - 36; y++) {
    for (let x = 0; x < page.width; x++) {
      const [r, g, b] = pixel(page, x, y)
      if (r + g + b > 740) continue
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  }
  const at = (u: number, v: number) => pixel(page, left + (right - left) * u, top + (bottom - top) * v)
  return {
    colors: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)],
    landscape: page.width > page.height,
  }
}

const upright: Rgb[] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 0],
]

function near(color: Rgb | undefined, expected: Rgb | undefined, tolerance = 40): boolean {
  return expected?.every((value, index) => Math.abs(value - (color?.[index] ?? -999)) <= tolerance) ?? false
}

function expectColors(colors: readonly Rgb[], expected: readonly Rgb[]): void {
  for (const [index, color] of colors.entries()) {
    if (!near(color, expected[index])) expect(colors).toEqual(expected)
  }
}

describe.skipIf(!judged)('PNG pictures', () => {
  const [width, height] = [301, 211]
  const palette = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0])
  const index = (x: number, y: number) => (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)
  for (const interlaced of [false, true]) {
    const way = interlaced ? 'interlaced' : 'plain'
    for (const bitDepth of [8, 16]) {
      const scaled = (rgb: Rgb) => rgb.map((value) => (bitDepth === 16 ? value * 257 : value))
      const full = bitDepth === 16 ? 65535 : 255
      it(`keep their colours: RGB ${bitDepth} bits, ${way}`, async () => {
        const sample = (x: number, y: number) => scaled(quarter(x, y, width, height))
        const file = png({ width, height, bitDepth, colorType: 2, interlaced, sample })
        const { colors, landscape } = await quartersOnPage(file, 'image/png')
        expectColors(colors, upright)
        expect(landscape).toBe(true)
      })

      it(`keep their opacity: RGBA ${bitDepth} bits, ${way}`, async () => {
        const sample = (x: number, y: number) => [
          ...scaled(quarter(x, y, width, height)),
          x >= width / 2 && y >= height / 2 ? full >> 1 : full,
        ]
        const file = png({ width, height, bitDepth, colorType: 6, interlaced, sample })
        const { colors } = await quartersOnPage(file, 'image/png')
        expectColors(colors, [...upright.slice(0, 3), [255, 255, 128]])
      })
    }
    for (const bitDepth of [2, 4, 8]) {
      it(`keep their palette: ${bitDepth} bits, ${way}, opaque and not`, async () => {
        const sample = (x: number, y: number) => [index(x, y)]
        const plain = png({
          width,
          height,
          bitDepth,
          colorType: 3,
          interlaced,
          sample,
          chunks: [['PLTE', palette]],
        })
        expectColors((await quartersOnPage(plain, 'image/png')).colors, upright)
        const transparency: [string, Uint8Array] = ['tRNS', Uint8Array.from([255, 128])]
        const clear = png({
          width,
          height,
          bitDepth,
          colorType: 3,
          interlaced,
          sample,
          chunks: [['PLTE', palette], transparency],
        })
        expectColors((await quartersOnPage(clear, 'image/png')).colors, [
          [255, 0, 0],
          [127, 255, 127],
          [0, 0, 255],
          [255, 255, 0],
        ])
      })
    }
    for (const bitDepth of [1, 2, 4, 8, 16]) {
      it(`keep their greys: ${bitDepth} bits, ${way}`, async () => {
        const most = 2 ** bitDepth - 1
        const sample = (x: number, y: number) => [x < width / 2 || y > height / 2 ? 0 : most]
        const file = png({ width, height, bitDepth, colorType: 0, interlaced, sample })
        const { colors } = await quartersOnPage(file, 'image/png')
        expectColors(colors, [
          [0, 0, 0],
          [255, 255, 255],
          [0, 0, 0],
          [0, 0, 0],
        ])
      })
    }
  }

  it('are refused when they are cut short, too large or nonsense', async () => {
    const file = png({ width: 40, height: 40, bitDepth: 8, colorType: 2, sample: (x, y) => [x, y, x ^ y] })
    const huge = file.slice()
    huge.set([0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff], 16)
    const short = png({ width: 40, height: 20, bitDepth: 8, colorType: 2, sample: () => [1, 2, 3] })
    short.set([0, 0, 0, 40], 20)
    for (const bad of [file.slice(0, 60), huge, short, file.slice(0, 8)]) {
      expect(await surveySource(bad, 'image/png', 'E001')).toMatchObject({
        shown: false,
        findings: [{ code: 'image.unreadable' }],
      })
    }
  })
})

describe.skipIf(!judged)('JPEG pictures', () => {
  it('are embedded byte for byte', async () => {
    const file = jpegOf(160, 120, (x, y) => quarter(x, y, 160, 120))
    const bundle = await assemble([{ bytes: file, mediaType: 'image/jpeg' }])
    expect(Buffer.from(bundle.bytes).includes(Buffer.from(file))).toBe(true)
    expectColors((await quartersOnPage(file, 'image/jpeg')).colors, upright)
  })

  // Where red, green, blue and yellow end up when a reader turns the picture as EXIF says.
  const turned: Record<number, number[]> = {
    1: [0, 1, 2, 3],
    2: [1, 0, 3, 2],
    3: [3, 2, 1, 0],
    4: [2, 3, 0, 1],
    5: [0, 2, 1, 3],
    6: [2, 0, 3, 1],
    7: [3, 1, 2, 0],
    8: [1, 3, 0, 2],
  }
  for (const [orientation, order] of Object.entries(turned)) {
    it(`stand upright with EXIF orientation ${orientation}`, async () => {
      const file = jpegOf(320, 160, (x, y) => quarter(x, y, 320, 160), { orientation: Number(orientation) })
      const { colors, landscape } = await quartersOnPage(file, 'image/jpeg')
      expectColors(
        colors,
        order.map((place) => upright[place] ?? [0, 0, 0]),
      )
      expect(landscape).toBe(Number(orientation) < 5)
    })
  }

  it('keep grey as grey', async () => {
    const file = jpegOf(160, 120, (x) => (x < 80 ? [0, 0, 0] : [200, 200, 200]), { gray: true })
    expectColors((await quartersOnPage(file, 'image/jpeg')).colors, [
      [0, 0, 0],
      [200, 200, 200],
      [0, 0, 0],
      [200, 200, 200],
    ])
  })

  it('show the inverted CMYK of Adobe programs in the right colours', async () => {
    const cmyk = (x: number, y: number) =>
      [
        [0, 255, 255, 0],
        [255, 0, 255, 0],
        [255, 255, 0, 0],
        [0, 0, 255, 0],
      ][(y < 60 ? 0 : 2) + (x < 80 ? 0 : 1)] as [number, number, number, number]
    const plain = jpegOf(160, 120, cmyk)
    const adobe = jpegOf(160, 120, (x, y) => cmyk(x, y).map((value) => 255 - value), { adobe: true })
    const expected = (await quartersOnPage(plain, 'image/jpeg')).colors
    expect(near(expected[3], [255, 255, 0], 60)).toBe(true)
    expectColors((await quartersOnPage(adobe, 'image/jpeg')).colors, expected)
  })

  it('are refused when no reader of PDF could show them', async () => {
    const file = jpegOf(16, 16, () => [1, 2, 3])
    const arithmetic = file.slice()
    const frame = Buffer.from(file).indexOf(Buffer.from([0xff, 0xc0]))
    arithmetic[frame + 1] = 0xc9
    for (const bad of [arithmetic, file.slice(0, frame + 6), new Uint8Array([0xff, 0xd8, 0xff])]) {
      expect((await surveySource(bad, 'image/jpeg', 'E001')).shown).toBe(false)
    }
  })
})

describe.skipIf(!judged)('the page of a picture', () => {
  it('leaves both upper corners and the strip of the stamp free, and never enlarges pixels beyond points', async () => {
    const tall = png({ width: 300, height: 3000, bitDepth: 8, colorType: 0, sample: () => [0] })
    const small = png({ width: 30, height: 20, bitDepth: 8, colorType: 0, sample: () => [0] })
    const bundle = await assemble(
      [
        { bytes: tall, mediaType: 'image/png' },
        { bytes: small, mediaType: 'image/png' },
      ],
      { stampText: () => '' },
    )
    for (const [page, size] of [
      [2, 842 - 100],
      [3, 20],
    ] as const) {
      const painted = paint(bundle.bytes, page)
      const rows = Array.from({ length: painted.height }, (_, y) => y).filter((y) => {
        for (let x = 0; x < painted.width; x++) if (pixel(painted, x, y)[0] < 100) return true
        return false
      })
      expect(rows[0]).toBeGreaterThanOrEqual(55)
      expect(painted.height - (rows.at(-1) ?? 0)).toBeGreaterThanOrEqual(43)
      expect(Math.abs(rows.length - size)).toBeLessThan(3)
    }
  })
})
