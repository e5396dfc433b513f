import { copyStamp, officeSeal, watermark } from '../marks.ts'
import { renderTo, scanned } from '../raster.ts'
import { grey, openPaper, type Ink, type Sheet } from '../sheet.ts'
import { goods, holder, marks } from '../story.ts'

const green: Ink = [0.25, 0.42, 0.36]
const brown: Ink = [0.5, 0.38, 0.24]

/** Scan of the certificate of the word mark: one grey channel. */
export async function wordMarkCertificate(): Promise<Uint8Array> {
  const pdf = await certificate(marks[0], brown, (sheet, x, y) =>
    sheet.text(x, y + 22, '示例泉', { size: 58, face: 'songBold', align: 'center', tracking: 8 }),
  )
  return renderTo(pdf, 150, 'jpg', [
    ...scanned(-0.5),
    '-colorspace',
    'Gray',
    '-level',
    '4%,97%',
    '-quality',
    '66',
  ])
}

/** Scan of the certificate of the device mark, saved by a print shop in four inks (CMYK, Adobe marker, inverted). */
export async function deviceMarkCertificate(): Promise<Uint8Array> {
  const pdf = await certificate(marks[1], green, deviceMark)
  return renderTo(pdf, 130, 'jpg', [...scanned(0.4, '#f4f8f2'), '-colorspace', 'CMYK', '-quality', '70'])
}

/** The fictional device: three bubbles above a wave in a ring, and the word EXAMPLA. */
export function deviceMark(
  sheet: Sheet,
  x: number,
  y: number,
  scale = 1,
  ink: Ink = [0.07, 0.36, 0.45],
): void {
  const s = scale
  sheet.ellipse(x, y - 16 * s, 44 * s, 44 * s, { ink, width: 3 * s })
  sheet.shape(
    `M${x - 40 * s} ${y - 6 * s} C${x - 24 * s} ${y - 24 * s} ${x - 10 * s} ${y + 8 * s} ${x + 6 * s} ${y - 6 * s} ` +
      `C${x + 18 * s} ${y - 16 * s} ${x + 30 * s} ${y - 14 * s} ${x + 40 * s} ${y - 4 * s} ` +
      `C${x + 34 * s} ${y + 34 * s} ${x - 34 * s} ${y + 34 * s} ${x - 40 * s} ${y - 6 * s} Z`,
    { fill: ink },
  )
  for (const [dx, dy, r] of [
    [-10, -34, 6],
    [8, -44, 4],
    [14, -28, 8],
  ] as const) {
    sheet.ellipse(x + dx * s, y + dy * s, r * s, r * s, { ink, width: 2 * s })
  }
  sheet.text(x, y + 54 * s, 'EXAMPLA', {
    size: 21 * s,
    face: 'romanBold',
    ink,
    align: 'center',
    tracking: 3 * s,
  })
}

async function certificate(
  mark: (typeof marks)[number],
  ink: Ink,
  draw: (sheet: Sheet, x: number, y: number) => void,
): Promise<Uint8Array> {
  const paper = await openPaper({
    title: `商标注册证 第${mark.number}号`,
    author: holder.zh,
    date: '2026-05-06T02:00:00Z',
    faces: ['song', 'songSemi', 'songBold', 'romanBold'],
  })
  const sheet = paper.sheet()
  const { width, height } = sheet
  const mid = width / 2
  sheet.box(34, 34, width - 68, height - 68, { ink, width: 4 })
  sheet.box(42, 42, width - 84, height - 84, { ink, width: 1 })
  for (let i = 0; i < 34; i++) {
    const x = 49 + i * ((width - 98) / 33)
    sheet.ellipse(x, 51, 4.2, 4.2, { ink, width: 0.6 })
    sheet.ellipse(x, height - 51, 4.2, 4.2, { ink, width: 0.6 })
  }
  for (let i = 1; i < 49; i++) {
    const y = 51 + i * ((height - 102) / 49)
    sheet.ellipse(49, y, 4.2, 4.2, { ink, width: 0.6 })
    sheet.ellipse(width - 49, y, 4.2, 4.2, { ink, width: 0.6 })
  }
  watermark(sheet, 70, [0.87, 0.87, 0.87])
  sheet.text(mid, 122, `第 ${mark.number} 号`, { size: 13, align: 'center', tracking: 1 })
  sheet.text(mid, 176, '商标注册证', { size: 38, face: 'songBold', ink, align: 'center', tracking: 10 })
  sheet.box(mid - 130, 208, 260, 170, { ink: grey, width: 0.6 })
  draw(sheet, mid, 290)

  let y = 404
  const label = (text: string, at: number) => sheet.text(92, at, text, { size: 13, face: 'songSemi' })
  const row = (title: string, value: string) => {
    label(title, y + 17)
    y = Math.max(sheet.paragraph(206, y, width - 206 - 92, value, { size: 12.5, leading: 1.65 }), y + 26) + 5
  }
  row('核定使用商品', `第32类：${goods}（截止）`)
  row('注　册　人', `${holder.zh}（${holder.en}）`)
  row('注册人地址', holder.addressZh)
  row('注 册 日 期', mark.issued)
  row('有效期至', mark.to)
  if (mark.to.startsWith('2036')) row('备　　注', '2026年3月21日核准续展注册，续展有效期十年')
  officeSeal(sheet, mid + 118, 676, '发证机关（示例，不对应任何机关）', 190)
  sheet.text(mid + 118, 722, `发证日期\u3000${mark.issued}`, { size: 11.5, align: 'center' })
  copyStamp(sheet, 176, 690, '2026年05月06日')
  sheet.text(mid, height - 70, '虚构示例，不具任何效力　SPECIMEN — NOT A REAL CERTIFICATE', {
    size: 9,
    ink: grey,
    align: 'center',
  })
  return paper.document.save()
}
