import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageStamp, roomForStamp } from '../../../src/engine/pdf/page-stamp.ts'
import { hasTool } from '../../judges.ts'
import {
  assemble,
  difference,
  differenceWithin,
  onePage,
  paint,
  pixel,
  qpdfCheck,
  wordsOf,
} from './pdf-fixtures.ts'

const judged = hasTool('qpdf') && hasTool('pdftotext') && hasTool('pdftoppm')

/** Boxes that PDFs in the wild have: plain, shifted, upside down, cropped, larger than the media, far away. */
const boxes = {
  plain: '/MediaBox[0 0 595 842]',
  shifted: '/MediaBox[100 200 695 1042]',
  inverted: '/MediaBox[595 842 0 0]',
  cropped: '/MediaBox[0 0 595 842]/CropBox[50 60 500 700]',
  invertedCrop: '/MediaBox[0 0 595 842]/CropBox[500 700 50 60]',
  cropBeyondMedia: '/MediaBox[0 0 595 842]/CropBox[-100 -100 400 2000]',
  negative: '/MediaBox[-300 -400 295 442]',
} as const

describe.skipIf(!judged)('the stamp on foreign pages', () => {
  for (const [name, entries] of Object.entries(boxes)) {
    for (const rotate of [0, 90, 180, 270, -90, 450]) {
      it(`stands at the bottom right of the upright page: ${name}, turned by ${rotate}`, async () => {
        const source = onePage('q 1 0 0 1 5 5 cm 0 0 10 10 re f Q', `${entries}/Rotate ${rotate}`)
        const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP' })
        const { words, ...reported } = wordsOf(bytes, 2)
        const painted = paint(bytes, 2)
        const before = paint(source, 1)
        expect([painted.width, painted.height]).toEqual([before.width, before.height])
        // pdftotext names the size before turning.
        expect([painted.width, painted.height].sort()).toEqual(
          [Math.round(reported.width), Math.round(reported.height)].sort(),
        )
        const stamp = words.find((word) => word.text === 'ZSTAMP')
        expect(stamp).toBeDefined()
        expect(painted.width - (stamp?.xMax ?? 0)).toBeCloseTo(28, -0.5)
        expect(painted.height - (stamp?.yMax ?? 0)).toBeGreaterThan(15)
        expect(painted.height - (stamp?.yMax ?? 0)).toBeLessThan(22)
      })
    }
  }

  it('keeps its size in points when the page has a user unit', async () => {
    const source = onePage('', '/MediaBox[0 0 200 300]/UserUnit 2')
    const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP' })
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/q 0\.5 0 0 0\.5 0 0 cm/)
    // Poppler paints units, not points: everything is half as large here.
    const painted = paint(bytes, 2)
    const dark = darkBounds(painted)
    expect(painted.width - dark.right).toBeGreaterThan(13)
    expect(painted.width - dark.right).toBeLessThan(17)
    expect(painted.height - dark.bottom).toBeGreaterThan(9)
    // Without the backing, the last line that is dark is one of the letters, wherever the machine's own font ends them.
    expect(painted.height - dark.bottom).toBeLessThan(14)
  })

  it('stays readable over a dark scan, on a white backing', async () => {
    const source = onePage('0 0 0.2 rg 0 0 595 842 re f')
    const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP' })
    const painted = paint(bytes, 2, 144)
    const stamp = wordsOf(bytes, 2).words.find((word) => word.text === 'ZSTAMP')
    expect(pixel(painted, 100, 100)).toEqual([0, 0, 51])
    expect(pixel(painted, ((stamp?.xMin ?? 0) + 3) * 2, (842 - 19) * 2)).toEqual([255, 255, 255])
  })

  it('narrows down to a page that is not wide enough for it', async () => {
    const source = onePage('', '/MediaBox[0 0 240 500]')
    const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'LONG '.repeat(20).trim() })
    const { width, height, words } = wordsOf(bytes, 2)
    expect([width, height, words.length]).toEqual([240, 500, 20])
    for (const word of words) {
      expect(word.xMin).toBeGreaterThanOrEqual(0)
      expect(word.xMax).toBeLessThanOrEqual(240)
    }
  })

  it('takes a free name when the page has a font of that name', async () => {
    const source = Buffer.from(onePage('BT /DossierStamp 30 Tf 80 500 Td (own font) Tj ET')).toString(
      'latin1',
    )
    const clashing = new Uint8Array(
      Buffer.from(
        source.replace('/F1 4 0 R', '/DossierStamp 4 0 R').replace('/Helvetica', '/Courier'),
        'latin1',
      ),
    )
    const { bytes } = await assemble([{ bytes: clashing }])
    const before = paint(clashing, 1)
    expect(difference(before, paint(bytes, 2), before.height - 40)).toBe(0)
    expect(Buffer.from(bytes).toString('latin1')).toContain('/DossierStamp1 ')
  })
})

/** Small pages: what is cut off is red, what is shown has a black square in its corner. */
const smallBoxes = {
  plain: { entries: '/MediaBox[0 0 160 60]', shown: [0, 0, 160, 60] },
  shifted: { entries: '/MediaBox[100 200 260 260]', shown: [100, 200, 160, 60] },
  cropped: { entries: '/MediaBox[-50 -40 400 500]/CropBox[20 30 180 90]', shown: [20, 30, 160, 60] },
  cropBeyondMedia: { entries: '/MediaBox[0 0 160 60]/CropBox[-9 -9 500 500]', shown: [0, 0, 160, 60] },
  tiny: { entries: '/MediaBox[0 0 14 34]', shown: [0, 0, 14, 34] },
} as const

describe.skipIf(!judged)('the stamp of a small page', () => {
  for (const [name, { entries, shown }] of Object.entries(smallBoxes)) {
    for (const rotate of [0, 90, 180, 270]) {
      it(`hides nothing, and nothing comes into view: ${name}, turned by ${rotate}`, async () => {
        const [x, y, width, height] = shown
        const content =
          `1 0 0 rg -900 -900 3000 3000 re f 0.8 g ${shown.join(' ')} re f ` +
          `0 g ${x} ${y} 6 6 re f ${x + width - 3} ${y + height - 3} 3 3 re f`
        const source = onePage(content, `${entries}/Rotate ${rotate}`)
        const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP 2' })
        expect(qpdfCheck(bytes).status).toBe(0)
        const before = paint(source, 1)
        const after = paint(bytes, 2)
        expect(differenceWithin(before, after)).toBe(0)
        expect(after.height).toBe(before.height + 24)
        for (let at = 0; at < after.width * after.height; at++) {
          expect(after.pixels[at * 3] === 255 && after.pixels[at * 3 + 1] === 0).toBe(false)
        }
        const stamp = wordsOf(bytes, 2).words.find((word) => word.text === 'ZSTAMP')
        expect(stamp?.yMin).toBeGreaterThanOrEqual(before.height)
        expect(stamp?.yMax).toBeLessThanOrEqual(after.height)
        expect(stamp?.xMin).toBeGreaterThanOrEqual(0)
        expect(stamp?.xMax).toBeLessThanOrEqual(after.width)
      })
    }
  }

  it('has its strip in points when the page has a user unit', async () => {
    const source = onePage('0 0 9 9 re f', '/MediaBox[0 0 100 50]/UserUnit 2')
    const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP' })
    expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox[0 -12 100 50]')
  })
})

describe('the rectangle of a stamp', () => {
  it('lies on the page, and on a small one below what it shows, whatever the page (property)', () => {
    const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true })
    const side = fc.double({ min: 0.5, max: 5000, noNaN: true })
    const page = fc.record({
      x: coordinate,
      y: coordinate,
      width: side,
      height: side,
      rotate: fc.constantFrom(0, 90, 180, 270),
      userUnit: fc.double({ min: 0.1, max: 20, noNaN: true }),
      length: fc.double({ min: 0.1, max: 60, noNaN: true }),
    })
    fc.assert(
      fc.property(page, ({ x, y, width, height, rotate, userUnit, length }) => {
        const visible = [x, y, x + width, y + height] as const
        const geometry = { mediaBox: visible, cropBox: undefined, visible, rotate: rotate as 0, userUnit }
        const text = { hex: '41', width: length }
        const { rect } = pageStamp(geometry, text, 'F')
        const room = roomForStamp(geometry, text)
        const slack = 1e-6
        for (const box of [room.visible, room.mediaBox]) {
          expect(rect[0]).toBeGreaterThanOrEqual(box[0] - slack)
          expect(rect[1]).toBeGreaterThanOrEqual(box[1] - slack)
          expect(rect[2]).toBeLessThanOrEqual(box[2] + slack)
          expect(rect[3]).toBeLessThanOrEqual(box[3] + slack)
        }
        const turned = rotate === 90 || rotate === 270
        const upright = [width * userUnit, height * userUnit]
        if (turned) upright.reverse()
        const small = (upright[0] ?? 0) < 240 || (upright[1] ?? 0) < 400
        const apart =
          rect[2] <= visible[0] + slack ||
          rect[0] >= visible[2] - slack ||
          rect[3] <= visible[1] + slack ||
          rect[1] >= visible[3] - slack
        expect(apart).toBe(small)
      }),
      { seed: 20260102, numRuns: 500 },
    )
  })
})

function darkBounds(painted: { width: number; height: number; pixels: Uint8Array }) {
  let right = 0
  let bottom = 0
  for (let y = 0; y < painted.height; y++) {
    for (let x = 0; x < painted.width; x++) {
      if ((painted.pixels[(y * painted.width + x) * 3] ?? 255) > 128) continue
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  }
  return { right, bottom }
}
