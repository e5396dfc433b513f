import { renderTo } from '../raster.ts'
import { openPaper, type Ink, type Sheet } from '../sheet.ts'
import { backdrop, bottle, crownCork, genuine, suspected } from './bottle.ts'
import { deviceMark } from './trademark-certificate.ts'

const frame = { width: 1200, height: 900 }
const red: Ink = [0.82, 0.12, 0.12]
const white: Ink = [1, 1, 1]

/** Both bottles side by side, differences numbered. JPEG. */
export async function wholeBottles(): Promise<Uint8Array> {
  const { sheet, save } = await photo('鉴别照片一')
  backdrop(sheet, 560)
  bottle(sheet, 370, 740, 1.02, genuine)
  bottle(sheet, 810, 740, 1.02, suspected)
  card(sheet, 180, 690, '正品留样', 'R-01')
  card(sheet, 1010, 690, '送检样品', 'S-01')
  difference(sheet, 810, 134, 44, 26, '①', 928, 96, '瓶盖：本色无印刷')
  difference(sheet, 810, 316, 34, 18, '②', 944, 290, '液位偏低，相差约 7 mm')
  difference(sheet, 811, 606, 82, 44, '③', 960, 560, '字形细、无 ®，标签倾斜')
  caption(sheet, '照片 1　外观对比（左：正品留样 R-01　右：送检样品 S-01）', '2026-04-27 10:12')
  return renderTo(await save(), 96, 'jpg', [
    '-blur',
    '0x0.5',
    '-attenuate',
    '0.05',
    '+noise',
    'Gaussian',
    '-quality',
    '74',
  ])
}

/** Crown corks from above. JPEG. */
export async function crownCorks(): Promise<Uint8Array> {
  const { sheet, save } = await photo('鉴别照片二')
  backdrop(sheet, 130)
  crownCork(sheet, 350, 400, 205, 21, genuine.cap)
  deviceMark(sheet, 350, 402, 1.75, [0.93, 0.96, 0.96])
  crownCork(sheet, 850, 400, 205, 20, suspected.cap)
  sheet.veiled(0.85, () => deviceMark(sheet, 838, 416, 1.5, [0.2, 0.5, 0.55]))
  sheet.text(350, 560, 'EX 2026 02 11 L1 R-01', {
    size: 15,
    face: 'roman',
    ink: [0.86, 0.92, 0.93],
    align: 'center',
    tracking: 1,
  })
  card(sheet, 350, 690, '正品留样', 'R-01')
  card(sheet, 850, 690, '送检样品', 'S-02')
  difference(sheet, 846, 222, 52, 28, '①', 962, 176, '20 齿（正品 21 齿）')
  difference(sheet, 838, 400, 104, 110, '②', 1000, 330, '图形偏心、套色错位')
  difference(sheet, 850, 556, 118, 24, '③', 1010, 600, '无激光批号')
  caption(sheet, '照片 2　瓶盖对比（左：正品留样 R-01　右：送检样品 S-02）', '2026-04-27 10:31')
  return renderTo(await save(), 88, 'jpg', [
    '-blur',
    '0x0.5',
    '-attenuate',
    '0.05',
    '+noise',
    'Gaussian',
    '-quality',
    '74',
  ])
}

/** Labels under the same light, differences numbered. PNG. */
export async function labels(): Promise<Uint8Array> {
  const { sheet, save } = await photo('鉴别照片三')
  backdrop(sheet, 40)
  flatLabel(sheet, 310, 380, -0.8, true)
  flatLabel(sheet, 880, 384, 1.4, false)
  card(sheet, 310, 706, '正品留样', 'R-01')
  card(sheet, 880, 706, '送检样品', 'S-01')
  difference(sheet, 878, 316, 140, 48, '①', 1036, 226, '字形不同，无 ®')
  difference(sheet, 876, 408, 176, 18, '②', 1040, 366, '微缩文字不可辨')
  difference(sheet, 769, 617, 70, 20, '③', 560, 560, '条码末位不同')
  caption(sheet, '照片 3　标签对比（左：正品留样 R-01　右：送检样品 S-01，同一光源）', '2026-04-27 10:48')
  return renderTo(await save(), 84, 'png', [
    '-colors',
    '200',
    '-define',
    'png:compression-level=9',
    '-depth',
    '8',
  ])
}

async function photo(title: string): Promise<{ sheet: Sheet; save: () => Promise<Uint8Array> }> {
  const paper = await openPaper({
    title,
    author: '示例',
    date: '2026-04-27T02:00:00Z',
    faces: ['song', 'songSemi', 'songBold', 'roman', 'romanBold'],
  })
  return { sheet: paper.sheet(frame), save: () => paper.document.save() }
}

function flatLabel(sheet: Sheet, x: number, y: number, tilt: number, real: boolean): void {
  const look = real ? genuine : suspected
  const ink = look.label
  sheet.turned(x, y, tilt, () => {
    sheet.box(-208, -256, 424, 524, { fill: [0.62, 0.63, 0.64] })
    sheet.box(-212, -262, 424, 524, { fill: real ? [0.985, 0.98, 0.965] : [0.955, 0.955, 0.93] })
    sheet.box(-212, -238, 424, 8, { fill: ink })
    deviceMark(sheet, 0, -176, 0.82, ink)
    sheet.text(0, -40, '示例泉', { size: 84, face: look.word, ink, align: 'center', tracking: 6 })
    if (real) sheet.text(148, -100, '®', { size: 24, face: 'romanBold', ink })
    sheet.text(0, -4, '气 泡 饮 品', { size: 24, ink, align: 'center' })
    const micro = 'EXAMPLA·示例泉·'.repeat(7)
    if (real) sheet.text(0, 27, micro, { size: 5.6, ink, align: 'center' })
    else
      sheet.veiled(0.7, () =>
        sheet.line(-180, 25, 180, 25, { ink, width: 4.2, dash: [3, 1.2, 5, 1, 2, 1.6] }),
      )
    sheet.line(-184, 44, 184, 44, { ink, width: 1 })
    const rows = [
      '净含量：330mL　产地：示例国',
      '配料：水、二氧化碳、示例香料',
      '委托方：示例（上海）品牌管理有限公司',
      '保质期：12个月（示例）',
    ]
    rows.forEach((row, i) =>
      sheet.text(-184, 74 + i * 23, row, { size: 14.5, face: real ? 'song' : 'songSemi', ink }),
    )
    bars(sheet, -184, 168, 148, 52, real ? '0000000000017' : '0000000000010', ink)
    sheet.box(60, 172, 124, 62, { ink, width: 1 })
    sheet.text(122, 198, '示例　样品', { size: 14, ink, align: 'center' })
    sheet.text(122, 220, '不供销售', { size: 14, ink, align: 'center' })
    sheet.box(-212, 246, 424, 16, { fill: ink })
  })
}

function bars(
  sheet: Sheet,
  x: number,
  y: number,
  width: number,
  height: number,
  digits: string,
  ink: Ink,
): void {
  let at = x
  for (let i = 0; at < x + width - 4; i++) {
    const wide = 1.2 + ((Number(digits[i % digits.length]) + i * 7) % 4) * 0.9
    sheet.box(at, y, wide, height, { fill: ink })
    at += wide + 1.4 + ((i * 5) % 3)
  }
  sheet.text(x + width / 2, y + height + 15, digits, {
    size: 13,
    face: 'roman',
    ink,
    align: 'center',
    tracking: 1,
  })
}

function card(sheet: Sheet, x: number, y: number, title: string, number: string): void {
  sheet.veiled(0.25, () => sheet.box(x - 68, y + 4, 140, 66, { fill: [0, 0, 0] }))
  sheet.box(x - 70, y, 140, 66, { fill: [0.99, 0.99, 0.98], ink: [0.6, 0.6, 0.6], width: 0.8 })
  sheet.text(x, y + 28, title, { size: 18, face: 'songSemi', align: 'center' })
  sheet.text(x, y + 54, number, { size: 20, face: 'romanBold', align: 'center' })
}

function difference(
  sheet: Sheet,
  x: number,
  y: number,
  rx: number,
  ry: number,
  number: string,
  tx: number,
  ty: number,
  text: string,
): void {
  sheet.ellipse(x, y, rx, ry, { ink: white, width: 6 })
  sheet.ellipse(x, y, rx, ry, { ink: red, width: 3 })
  const width = sheet.measure(text, { size: 17, face: 'songSemi' }) + 46
  const left = Math.min(tx, sheet.width - width - 16)
  const [ex, ey] = [left + (left > x ? 4 : width - 4), ty]
  const angle = Math.atan2((ey - y) / ry, (ex - x) / rx)
  sheet.line(x + Math.cos(angle) * rx, y + Math.sin(angle) * ry, ex, ey, { ink: red, width: 2 })
  sheet.box(left, ty - 17, width, 34, { fill: white, ink: red, width: 1.4 })
  sheet.text(left + 10, ty + 6, number, { size: 18, face: 'songSemi', ink: red })
  sheet.text(left + 34, ty + 6, text, { size: 17, face: 'songSemi' })
}

function caption(sheet: Sheet, text: string, time: string): void {
  const { width, height } = sheet
  sheet.box(0, height - 84, width, 84, { fill: [0.13, 0.15, 0.17] })
  sheet.text(32, height - 46, text, { size: 20, face: 'songSemi', ink: white })
  sheet.text(32, height - 20, '示例画面，由程序绘制，产品与商标均属虚构　SPECIMEN', {
    size: 14,
    ink: [0.72, 0.75, 0.77],
  })
  sheet.text(width - 32, height - 46, time, { size: 18, face: 'roman', ink: white, align: 'right' })
  // A scale in the foreground: 10 divisions are 5 cm.
  for (let i = 0; i <= 10; i++) {
    sheet.line(width - 232 + i * 20, height - 16, width - 232 + i * 20, height - (i % 5 === 0 ? 30 : 24), {
      ink: white,
      width: 1.2,
    })
  }
  sheet.line(width - 232, height - 16, width - 32, height - 16, { ink: white, width: 1.2 })
  sheet.text(width - 244, height - 16, '5 cm', { size: 13, face: 'roman', ink: white, align: 'right' })
}
