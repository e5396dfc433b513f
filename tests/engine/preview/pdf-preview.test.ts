import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { degrees, PDFDocument, rgb } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DrawnPage, openPdfPreview, providePdfium } from '../../../src/engine/jobs.ts'
import type { Bytes } from '../../../src/engine/ports.ts'
import { noticePages, textPdfOf } from '../../builders/notice-pdf.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { hasTool, suitesFolder } from '../../judges.ts'
import { paint, pdfiumBinary, textPdf } from '../pdf/pdf-fixtures.ts'

beforeAll(() => providePdfium(pdfiumBinary))

const suites = suitesFolder()

function colour(page: DrawnPage, x: number, y: number): number[] {
  return [...page.rgba.subarray((y * page.width + x) * 4, (y * page.width + x) * 4 + 4)]
}

describe('a PDF opened for looking at', () => {
  test('tells its pages and their sizes, turned as the page says', async () => {
    const document = await PDFDocument.create()
    document.addPage([595, 842])
    document.addPage([595, 842]).setRotation(degrees(90))
    document.addPage([300, 200]).setCropBox(50, 50, 100, 120)
    const preview = await openPdfPreview(new Uint8Array(await document.save()))
    expect(preview.pageCount).toBe(3)
    expect([0, 1, 2].map((index) => preview.pageSize(index))).toEqual([
      { width: 595, height: 842 },
      { width: 842, height: 595 },
      { width: 100, height: 120 },
    ])
    preview.close()
  })

  test('draws opaque pixels in the order red, green, blue, at the scale asked for', async () => {
    const document = await PDFDocument.create()
    document.addPage([100, 200]).drawRectangle({ x: 0, y: 150, width: 100, height: 50, color: rgb(1, 0, 0) })
    const preview = await openPdfPreview(new Uint8Array(await document.save()))
    const page = preview.draw(0, 2)
    expect([page.width, page.height]).toEqual([200, 400])
    expect(colour(page, 100, 10)).toEqual([255, 0, 0, 255])
    expect(colour(page, 100, 390)).toEqual([255, 255, 255, 255])
    preview.close()
  })

  test('draws form fields with what is filled in, without the blue of a form, and annotations', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage([200, 200])
    const field = document.getForm().createTextField('amount')
    field.setText('filled')
    field.addToPage(page, { x: 20, y: 20, width: 160, height: 40, borderWidth: 0, textColor: rgb(0, 0, 1) })
    const appearance = document.context.stream('0 1 0 rg 0 0 50 50 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 50, 50],
    })
    const annotation = document.context.obj({
      Type: 'Annot',
      Subtype: 'Stamp',
      Rect: [120, 120, 170, 170],
      F: 4,
      AP: { N: document.context.register(appearance) },
    })
    page.node.addAnnot(document.context.register(annotation))
    const preview = await openPdfPreview(new Uint8Array(await document.save()))
    const drawn = preview.draw(0, 1)
    expect(colour(drawn, 145, 55)).toEqual([0, 255, 0, 255])
    const inside = Array.from({ length: 160 * 40 }, (_, at) =>
      colour(drawn, 20 + (at % 160), 140 + Math.floor(at / 160)),
    )
    expect(inside.some(([red = 0, , blue = 0]) => blue > 200 && red < 60)).toBe(true)
    expect(inside.filter(([red]) => red === 255).length).toBeGreaterThan(3000)
    preview.close()
  })

  test('a huge page is drawn smaller instead of filling the memory', async () => {
    const document = await PDFDocument.create()
    document.addPage([14_400, 7200])
    const preview = await openPdfPreview(new Uint8Array(await document.save()))
    const { width, height } = preview.draw(0, 4)
    expect(width * height).toBeLessThanOrEqual(36_000_000)
    expect(width / height).toBeCloseTo(2, 2)
    preview.close()
  })

  test('gives its text page by page, Chinese too, and none where there is only a picture', async () => {
    const preview = await openPdfPreview(await textPdfOf([...noticePages, []]))
    const squeezed = (text: string) => text.replace(/\s/g, '')
    expect([0, 1, 2].map((index) => squeezed(preview.text(index)))).toEqual([
      ...noticePages.map((lines) => squeezed(lines.join('')).normalize('NFC')),
      '',
    ])
    expect(preview.text(0).split('\n')[0]).toBe('沪浦示例区人民检察院')
    expect(() => preview.text(3)).toThrow(expect.objectContaining({ code: 'preview.unreadable' }))
    preview.close()
  })

  test('several stay open beside each other, and a page that is not there is told', async () => {
    const one = await openPdfPreview(await textPdf(2, 'one'))
    const other = await openPdfPreview(await textPdf(3, 'other'))
    one.close()
    expect(other.pageCount).toBe(3)
    expect(() => other.draw(3, 1)).toThrow(expect.objectContaining({ code: 'preview.unreadable' }))
    expect(other.draw(2, 0.1).width).toBe(60)
    other.close()
  })

  test.skipIf(!hasTool('qpdf'))('one that needs a password says so; an owner password is none', async () => {
    const folder = await temporaryFolder()
    const plain = join(folder, 'plain.pdf')
    writeFileSync(plain, await textPdf(1, 'locked'))
    const encrypted = (user: string): Bytes => {
      const out = join(folder, `for-${user}.pdf`)
      execFileSync('qpdf', ['--encrypt', user, 'owner', '256', '--', plain, out])
      return new Uint8Array(readFileSync(out))
    }
    await expect(openPdfPreview(encrypted('secret'))).rejects.toMatchObject({ code: 'preview.password' })
    const open = await openPdfPreview(encrypted(''))
    expect(open.pageCount).toBe(1)
    open.close()
  })

  test('bytes that are no PDF, or a part of one, end in a sentence', async () => {
    const whole = await textPdf(3, 'cut', false)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (cut, byte) => {
        const damaged = whole.slice(0, cut)
        damaged.fill(byte, Math.floor(cut / 3), Math.floor(cut / 2))
        try {
          const preview = await openPdfPreview(damaged)
          preview.draw(0, 0.2)
          preview.close()
        } catch (error) {
          expect(error).toMatchObject({ code: 'preview.unreadable' })
        }
      }),
      { numRuns: 60, seed: 20261122 },
    )
  })
})

describe.skipIf(suites === undefined || !hasTool('pdftoppm'))('files that nobody here wrote', () => {
  test('look as another program draws them', async () => {
    const folder = join(suites!, 'hmcts')
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
    const judged: string[] = []
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)))
      const preview = await openPdfPreview(bytes)
      const drawn = preview.draw(0, 1)
      const painted = paint(bytes, 1)
      expect(Math.abs(drawn.width - painted.width), name).toBeLessThanOrEqual(1)
      expect(Math.abs(drawn.height - painted.height), name).toBeLessThanOrEqual(1)
      const other = { width: painted.width, height: painted.height, at: rgbAt(painted) }
      const far = farTiles({ width: drawn.width, height: drawn.height, at: rgbaAt(drawn) }, other)
      if (far > 0.02) judged.push(`${name}: ${far.toFixed(3)}`)
      preview.close()
    }
    expect(judged).toEqual([])
    expect(names.length).toBeGreaterThan(5)
  })
})

interface Luminance {
  readonly width: number
  readonly height: number
  at(x: number, y: number): number
}

const rgbAt =
  ({ width, pixels }: { readonly width: number; readonly pixels: Uint8Array }) =>
  (x: number, y: number) =>
    pixels[(y * width + x) * 3 + 1]!
const rgbaAt =
  ({ width, rgba }: DrawnPage) =>
  (x: number, y: number) =>
    rgba[(y * width + x) * 4 + 1]!

/** Share of tiles of 12 × 12 pixels whose mean differs by more than an eighth: smoothing and hinting do not count. */
function farTiles(one: Luminance, other: Luminance): number {
  const side = 12
  const [across, down] = [Math.floor(one.width / side) - 1, Math.floor(one.height / side) - 1]
  let far = 0
  for (let tile = 0; tile < across * down; tile++) {
    const [left, top] = [(tile % across) * side, Math.floor(tile / across) * side]
    const mean = (picture: Luminance) => {
      let sum = 0
      for (let i = 0; i < side * side; i++) sum += picture.at(left + (i % side), top + Math.floor(i / side))
      return sum / (side * side)
    }
    if (Math.abs(mean(one) - mean(other)) > 32) far++
  }
  return far / (across * down)
}
