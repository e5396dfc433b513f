import { withExif } from '../exif.ts'
import { companySeal, copyStamp, mockCode, officeSeal, watermark } from '../marks.ts'
import { renderTo, scanned } from '../raster.ts'
import { a4Landscape, grey, openPaper, type Ink, type Sheet } from '../sheet.ts'
import { subsidiary } from '../story.ts'

const border: Ink = [0.62, 0.55, 0.38]

const fields: readonly (readonly [string, string])[] = [
  ['名称', subsidiary.zh],
  ['类型', '有限责任公司（外国法人独资）'],
  ['法定代表人', subsidiary.representative],
  [
    '经营范围',
    '品牌管理；商标代理以外的知识产权服务；食品销售（仅销售预包装食品）；市场营销策划；货物进出口。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）',
  ],
  ['注册资本', '人民币壹仟万元整'],
  ['成立日期', '2015年03月18日'],
  ['住所', subsidiary.address],
]

/**
 * The copied business licence as a phone or scanner stores it: pixels lying on their side,
 * EXIF orientation 6 telling the reader to turn them.
 */
export async function businessLicence(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '营业执照（副本）复印件',
    author: subsidiary.zh,
    date: '2026-05-06T02:00:00Z',
    faces: ['song', 'songSemi', 'songBold'],
  })
  const sheet = paper.sheet(a4Landscape)
  drawFrame(sheet)
  watermark(sheet, 104, [0.86, 0.86, 0.86])
  sheet.text(sheet.width / 2, 150, '营 业 执 照', {
    size: 44,
    face: 'songBold',
    align: 'center',
    tracking: 3,
  })
  sheet.text(sheet.width / 2, 178, '（副　本）', { size: 17, align: 'center' })
  sheet.ellipse(sheet.width / 2, 78, 27, 27, { ink: grey, width: 0.8, dash: [3, 2.5] })
  sheet.text(sheet.width / 2, 82, '示例', { size: 12, ink: grey, align: 'center' })
  sheet.text(80, 96, '统一社会信用代码', { size: 11.5, face: 'songSemi' })
  sheet.text(80, 115, subsidiary.code, { size: 13, tracking: 0.6 })
  sheet.text(80, 134, '（示例代码，不可查询）', { size: 9, ink: grey })
  mockCode(sheet, 690, 70, 66, 11)
  sheet.text(723, 150, '样本图案，不可扫描', { size: 7.5, ink: grey, align: 'center' })

  let y = 208
  for (const [label, value] of fields.slice(0, 4)) y = field(sheet, 80, y, 330, label, value)
  y = 208
  for (const [label, value] of fields.slice(4)) y = field(sheet, 470, y, 290, label, value)

  officeSeal(sheet, 610, 432, '登记机关（示例市市场监督管理局）', 190)
  sheet.text(610, 492, '2021 年 06 月 09 日', { size: 13, align: 'center', tracking: 0.6 })
  companySeal(sheet, 148, 470, subsidiary.zh)
  copyStamp(sheet, 290, 478, '2026年05月06日')
  sheet.text(80, 540, '本件为虚构示例，不具任何效力　SPECIMEN', { size: 9, ink: grey })

  const jpeg = await renderTo(await paper.document.save(), 140, 'jpg', [
    ...scanned(0.7),
    '-rotate',
    '270',
    '-sampling-factor',
    '4:2:0',
    '-quality',
    '68',
  ])
  return withExif(jpeg, 6, '2026:05:06 10:21:37')
}

function field(sheet: Sheet, x: number, y: number, width: number, label: string, value: string): number {
  const labelWidth = 74
  const [first, ...rest] = [...label]
  const letters = [first!, ...rest]
  const step = letters.length === 1 ? 0 : (labelWidth - 13) / (letters.length - 1)
  letters.forEach((letter, i) => sheet.text(x + i * step, y + 17, letter, { size: 13, face: 'songSemi' }))
  const bottom = sheet.paragraph(x + labelWidth + 16, y, width - labelWidth - 16, value, {
    size: 13,
    leading: 1.6,
  })
  return Math.max(bottom, y + 24) + 9
}

function drawFrame(sheet: Sheet): void {
  const { width, height } = sheet
  sheet.box(30, 30, width - 60, height - 60, { ink: border, width: 3.2 })
  sheet.box(36, 36, width - 72, height - 72, { ink: border, width: 0.8 })
  sheet.box(48, 48, width - 96, height - 96, { ink: border, width: 0.5 })
  // A plain wave between the two inner lines.
  for (const y of [42, height - 42]) wave(sheet, 42, width - 42, (t) => [t, y])
  for (const x of [42, width - 42]) wave(sheet, 42, height - 42, (t) => [x, t], true)
}

function wave(
  sheet: Sheet,
  from: number,
  to: number,
  at: (t: number) => [number, number],
  upright = false,
): void {
  const steps = Math.round((to - from) / 12)
  const step = (to - from) / steps
  let path = `M${at(from).join(' ')}`
  for (let i = 0; i < steps; i++) {
    const side = i % 2 === 0 ? 5.5 : -5.5
    const point = (t: number, push: number) => {
      const [x, y] = at(from + t * step)
      return upright ? `${x + push} ${y}` : `${x} ${y + push}`
    }
    path += ` C${point(i + 0.35, side)} ${point(i + 0.65, side)} ${point(i + 1, 0)}`
  }
  sheet.shape(path, { ink: border, width: 0.7 })
}
