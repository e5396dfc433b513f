import { renderTo } from '../raster.ts'
import { openPaper, rectangle, type Ink, type Sheet } from '../sheet.ts'
import { bottle, suspected } from './bottle.ts'

const white: Ink = [1, 1, 1]
const text: Ink = [0.16, 0.17, 0.19]
const faint: Ink = [0.55, 0.56, 0.59]
const hair: Ink = [0.89, 0.9, 0.91]
const wash: Ink = [0.961, 0.964, 0.969]
const accent: Ink = [0.84, 0.33, 0.13]
const shop = '示例优选饮品折扣店'
const address = 'https://shop.example.com/item/100000000001'

/** The shop's page in a desktop browser, 1440 × 900 pixels. */
export async function shopPage(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '网店商品页',
    author: '示例',
    date: '2026-03-02T06:05:00Z',
    faces: ['song', 'songSemi', 'songBold', 'roman', 'romanBold'],
  })
  const sheet = paper.sheet({ width: 1440, height: 900 })
  sheet.box(0, 0, 1440, 900, { fill: wash })
  browserBar(sheet)
  sheet.box(0, 84, 1440, 62, { fill: white })
  sheet.text(120, 124, '示例商城', { size: 26, face: 'songBold', ink: accent, tracking: 2 })
  sheet.shape(rectangle(330, 98, 520, 36, 18), { ink: accent, width: 1.5, fill: white })
  sheet.text(352, 122, '示例泉 气泡饮品 整箱', { size: 15, ink: text })
  sheet.shape(rectangle(766, 98, 84, 36, 18), { fill: accent })
  sheet.text(808, 122, '搜索', { size: 15, face: 'songSemi', ink: white, align: 'center' })
  sheet.text(1320, 122, '购物车　我的订单　客服', { size: 14, ink: faint, align: 'right' })

  sheet.text(120, 178, '首页 › 酒水饮料 › 气泡饮品 › 店铺自营', { size: 13, ink: faint })
  sheet.box(120, 196, 1200, 596, { fill: white })
  productPicture(sheet, 144, 220, 470, 470)
  for (let i = 0; i < 5; i++) {
    sheet.box(144 + i * 94, 704, 86, 66, { fill: wash, ink: i === 0 ? accent : hair, width: i === 0 ? 2 : 1 })
    sheet.clipped(rectangle(145 + i * 94, 705, 84, 64), () =>
      bottle(sheet, 187 + i * 94, 766 + i * 14, 0.09 + i * 0.03, suspected),
    )
  }
  const x = 650
  sheet.paragraph(x, 220, 640, '【整箱特价】示例泉气泡饮品330mL×24瓶装 玻璃瓶 进口风味 送礼聚会 厂家渠道', {
    size: 21,
    face: 'songSemi',
    ink: text,
    leading: 1.5,
  })
  sheet.box(x, 296, 640, 92, { fill: [1, 0.957, 0.933] })
  sheet.text(x + 20, 330, '折扣价', { size: 14, ink: faint })
  sheet.text(x + 84, 340, '￥79.00', { size: 34, face: 'songBold', ink: accent })
  const end = x + 84 + sheet.measure('￥79.00', { size: 34, face: 'songBold' })
  sheet.text(end + 12, 338, '／箱（24瓶）', { size: 14, ink: text })
  sheet.text(x + 20, 370, '划线价', { size: 14, ink: faint })
  const old = '￥168.00'
  sheet.text(x + 84, 370, old, { size: 14, ink: faint })
  sheet.line(x + 84, 365, x + 84 + sheet.measure(old, { size: 14 }), 365, { ink: faint, width: 1 })
  sheet.text(x + 620, 340, '累计售出 2,316 箱', { size: 15, face: 'songSemi', ink: text, align: 'right' })
  sheet.text(x + 620, 370, '累计评价 402', { size: 14, ink: faint, align: 'right' })
  const rows = [
    ['配送', '示例市示例区 至 全国（示例）　快递包邮　48小时内发货'],
    ['规格', ''],
    ['数量', ''],
    ['服务', '七天无理由退换　正品说明：渠道货，无防伪码，介意慎拍'],
  ]
  rows.forEach(([label, value], i) => {
    sheet.text(x + 20, 424 + i * 52, label!, { size: 14, ink: faint })
    sheet.text(x + 84, 424 + i * 52, value!, { size: 14, ink: text })
  })
  ;['330mL×24瓶', '500mL×12瓶 ￥59.00', '混合两箱'].forEach((option, i) => {
    sheet.box(x + 84 + i * 172, 454, 160, 36, {
      ink: i === 0 ? accent : hair,
      width: i === 0 ? 1.6 : 1,
      fill: white,
    })
    sheet.text(x + 164 + i * 172, 477, option, { size: 13.5, ink: i === 0 ? accent : text, align: 'center' })
  })
  sheet.box(x + 84, 510, 112, 34, { ink: hair, width: 1 })
  sheet.text(x + 102, 533, '－', { size: 15, ink: faint, align: 'center' })
  sheet.text(x + 140, 533, '1', { size: 15, ink: text, align: 'center' })
  sheet.text(x + 178, 533, '＋', { size: 15, ink: text, align: 'center' })
  sheet.text(x + 212, 533, '库存 684 箱', { size: 13.5, ink: faint })
  sheet.shape(rectangle(x + 20, 620, 190, 52, 6), { fill: [1, 0.93, 0.9], ink: accent, width: 1.4 })
  sheet.text(x + 115, 653, '加入购物车', { size: 18, face: 'songSemi', ink: accent, align: 'center' })
  sheet.shape(rectangle(x + 226, 620, 190, 52, 6), { fill: accent })
  sheet.text(x + 321, 653, '立即购买', { size: 18, face: 'songSemi', ink: white, align: 'center' })
  sheet.line(x, 700, 1290, 700, { ink: hair, width: 1 })
  sheet.text(x + 20, 734, shop, { size: 16, face: 'songSemi', ink: text })
  sheet.text(x + 20, 762, '开店时间 2025-10-28　主体信息：张某某（个人）　综合评分 4.6', {
    size: 13.5,
    ink: faint,
  })
  sheet.text(1270, 748, '进店看看 ›', { size: 14, ink: accent, align: 'right' })
  sheet.text(720, 832, '示例画面，平台、店铺与商品均属虚构　SPECIMEN', {
    size: 13,
    ink: faint,
    align: 'center',
  })
  sheet.box(0, 856, 1440, 44, { fill: [0.16, 0.18, 0.22] })
  sheet.text(24, 884, '开始', { size: 15, ink: white })
  sheet.text(1416, 876, '14:05:22', { size: 12.5, face: 'roman', ink: white, align: 'right' })
  sheet.text(1416, 892, '2026/3/2', { size: 11.5, face: 'roman', ink: white, align: 'right' })
  return renderTo(await paper.document.save(), 72, 'png', quantised)
}

const quantised = ['-dither', 'None', '-colors', '128', '-define', 'png:compression-level=9', '-depth', '8']

/** The same goods on a phone, one long capture, 750 × 5200 pixels. */
export async function shopScroll(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '手机端长截图',
    author: '示例',
    date: '2026-03-02T06:12:00Z',
    faces: ['song', 'songSemi', 'songBold', 'roman', 'romanBold'],
  })
  const [width, height] = [750, 5200]
  const sheet = paper.sheet({ width, height })
  sheet.box(0, 0, width, height, { fill: wash })
  sheet.box(0, 0, width, 128, { fill: white })
  sheet.text(34, 36, '14:12', { size: 22, face: 'romanBold', ink: text })
  sheet.text(716, 36, '示例网络　86%', { size: 19, ink: text, align: 'right' })
  sheet.text(34, 100, '‹', { size: 40, ink: text })
  sheet.text(375, 98, '商品详情', { size: 29, face: 'songSemi', ink: text, align: 'center' })
  productPicture(sheet, 0, 128, 750, 700)
  sheet.text(714, 804, '1／5', { size: 22, ink: faint, align: 'right' })

  sheet.box(0, 828, width, 288, { fill: white })
  sheet.text(34, 896, '￥79.00', { size: 50, face: 'songBold', ink: accent })
  sheet.text(40 + sheet.measure('￥79.00', { size: 50, face: 'songBold' }), 894, '／箱', {
    size: 24,
    ink: text,
  })
  sheet.text(716, 894, '已售2,316箱', { size: 24, ink: faint, align: 'right' })
  sheet.paragraph(34, 918, 682, '【整箱特价】示例泉气泡饮品330mL×24瓶装 玻璃瓶 进口风味 送礼聚会 厂家渠道', {
    size: 31,
    face: 'songSemi',
    ink: text,
    leading: 1.45,
  })
  sheet.text(34, 1076, '包邮　七天无理由　渠道货无防伪码，介意慎拍', { size: 23, ink: faint })

  let y = section(sheet, 1140, '商品参数')
  for (const [label, value] of [
    ['品牌', '示例泉'],
    ['规格', '330mL×24瓶'],
    ['包装', '玻璃瓶，皇冠盖'],
    ['产地', '示例国（卖家填写）'],
    ['生产日期', '见瓶身喷码（部分批次无喷码）'],
    ['货源', '厂家渠道，一件代发可谈'],
    ['上架时间', '2025-11-03 09:12'],
  ] as const) {
    sheet.box(0, y, width, 72, { fill: white })
    sheet.text(34, y + 46, label, { size: 26, ink: faint })
    sheet.text(230, y + 46, value, { size: 26, ink: text })
    sheet.line(34, y + 72, 716, y + 72, { ink: hair, width: 1 })
    y += 72
  }
  y = section(sheet, y + 24, '图文详情')
  detailPanel(sheet, y, 640, '整箱发货', '二十四瓶一箱，纸箱加厚', 0)
  detailPanel(sheet, y + 640, 640, '渠道直供', '省去中间环节，低于商超一半', 1)
  y += 1280
  y = section(sheet, y + 24, '评价（402）')
  const reviews = [
    ['匿名用户 甲**', '2026-02-27', '买了2箱，价格是超市的一半。', '亲，厂家渠道货，放心喝。'],
    [
      '匿名用户 乙**',
      '2026-02-21',
      '瓶盖没有图案，和以前买的不一样，扫不出码。',
      '亲，渠道货都没有码的，详情页有说明哦。',
    ],
    ['匿名用户 丙**', '2026-02-14', '标签有点歪，味道淡一些。', '不同批次有差异，介意可以退。'],
    ['匿名用户 丁**', '2026-02-06', '公司聚会买了10箱，发货快。', ''],
    ['匿名用户 戊**', '2026-01-25', '比旗舰店便宜好多，是正品吗？', '亲，渠道不同，价格不同。'],
    ['匿名用户 己**', '2026-01-11', '第二次买了，箱子上的字有点糊。', ''],
    ['匿名用户 庚**', '2025-12-24', '500毫升的也买了，59一箱，先囤着。', '谢谢支持，量大可以再谈。'],
    ['匿名用户 辛**', '2025-12-02', '物流三天到，没有破损。', ''],
  ] as const
  for (const [who, when, words, answer] of reviews) y = review(sheet, y, who, when, words, answer)
  y = section(sheet, y + 24, '店铺')
  sheet.box(0, y, width, 150, { fill: white })
  sheet.ellipse(90, y + 75, 46, 46, { fill: [0.98, 0.9, 0.86] })
  sheet.text(90, y + 87, '示', { size: 36, face: 'songSemi', ink: accent, align: 'center' })
  sheet.text(160, y + 66, shop, { size: 29, face: 'songSemi', ink: text })
  sheet.text(160, y + 106, '主体信息：张某某（个人）　开店 2025-10-28', { size: 23, ink: faint })
  y += 174
  sheet.text(375, y + 24, address, { size: 19, face: 'roman', ink: faint, align: 'center' })
  sheet.text(375, y + 56, '示例画面，平台、店铺与商品均属虚构　SPECIMEN', {
    size: 20,
    ink: faint,
    align: 'center',
  })
  sheet.box(0, height - 108, width, 108, { fill: white })
  sheet.shape(rectangle(300, height - 92, 204, 76, 38), { fill: [1, 0.93, 0.9] })
  sheet.text(402, height - 44, '加入购物车', { size: 26, ink: accent, align: 'center' })
  sheet.shape(rectangle(516, height - 92, 204, 76, 38), { fill: accent })
  sheet.text(618, height - 44, '立即购买', { size: 26, face: 'songSemi', ink: white, align: 'center' })
  sheet.text(90, height - 44, '店铺', { size: 24, ink: text, align: 'center' })
  sheet.text(200, height - 44, '客服', { size: 24, ink: text, align: 'center' })
  if (y + 80 > height - 108) throw new Error(`The long screen needs ${Math.ceil(y + 190)} pixels.`)
  return renderTo(await paper.document.save(), 72, 'png', quantised)
}

function browserBar(sheet: Sheet): void {
  sheet.box(0, 0, 1440, 84, { fill: [0.87, 0.88, 0.9] })
  sheet.shape(rectangle(14, 8, 300, 40, 8), { fill: [0.965, 0.967, 0.972] })
  sheet.text(34, 32, '【整箱特价】示例泉气泡饮品…', { size: 13, ink: text })
  sheet.text(292, 32, '×', { size: 14, ink: faint, align: 'center' })
  sheet.box(0, 40, 1440, 44, { fill: [0.965, 0.967, 0.972] })
  ;['‹', '›'].forEach((sign, i) =>
    sheet.text(30 + i * 34, 71, sign, { size: 24, ink: i === 0 ? text : faint, align: 'center' }),
  )
  sheet.shape(rectangle(104, 47, 1180, 30, 15), { fill: white, ink: hair, width: 1 })
  sheet.text(124, 67, address, { size: 14, face: 'roman', ink: text })
}

function productPicture(sheet: Sheet, x: number, y: number, width: number, height: number): void {
  const frame = rectangle(x, y, width, height)
  sheet.clipped(frame, () => {
    sheet.gradient(
      frame,
      [0, y],
      [0, y + height],
      [
        { at: 0, ink: [0.93, 0.96, 0.965] },
        { at: 1, ink: [0.985, 0.985, 0.98] },
      ],
    )
    const scale = height / 760
    bottle(sheet, x + width * 0.3, y + height * 0.9, scale * 0.92, suspected)
    bottle(sheet, x + width * 0.7, y + height * 0.9, scale * 0.92, suspected)
    bottle(sheet, x + width * 0.5, y + height * 0.94, scale, suspected)
    sheet.box(x, y, width * 0.3, height * 0.09, { fill: accent })
    sheet.text(x + width * 0.15, y + height * 0.062, '整箱特价', {
      size: height * 0.045,
      face: 'songSemi',
      ink: white,
      align: 'center',
    })
  })
}

function section(sheet: Sheet, y: number, title: string): number {
  sheet.box(0, y, 750, 84, { fill: white })
  sheet.box(34, y + 28, 6, 30, { fill: accent })
  sheet.text(54, y + 54, title, { size: 30, face: 'songSemi', ink: text })
  sheet.line(0, y + 84, 750, y + 84, { ink: hair, width: 1 })
  return y + 84
}

function detailPanel(
  sheet: Sheet,
  y: number,
  height: number,
  title: string,
  line: string,
  look: 0 | 1,
): void {
  const tone: Ink = look === 0 ? [0.9, 0.94, 0.945] : [0.97, 0.935, 0.91]
  const area = rectangle(0, y, 750, height)
  sheet.clipped(area, () => {
    sheet.box(0, y, 750, height, { fill: tone })
    sheet.text(375, y + 84, title, {
      size: 46,
      face: 'songBold',
      ink: look === 0 ? [0.12, 0.36, 0.4] : accent,
      align: 'center',
      tracking: 4,
    })
    sheet.text(375, y + 134, line, { size: 26, ink: text, align: 'center' })
    const bottles = look === 0 ? [130, 252, 375, 498, 620] : [250, 500]
    for (const x of bottles) bottle(sheet, x, y + height - 40, look === 0 ? 0.66 : 0.7, suspected)
  })
}

function review(sheet: Sheet, y: number, who: string, when: string, words: string, answer: string): number {
  const height = answer === '' ? 138 : 214
  sheet.box(0, y, 750, height, { fill: white })
  sheet.ellipse(62, y + 46, 26, 26, { fill: hair })
  sheet.text(104, y + 54, who, { size: 24, ink: faint })
  sheet.text(716, y + 54, when, { size: 22, face: 'roman', ink: faint, align: 'right' })
  sheet.text(34, y + 108, words, { size: 27, ink: text })
  if (answer !== '') {
    sheet.shape(rectangle(34, y + 132, 682, 60, 8), { fill: wash })
    sheet.text(54, y + 171, `店家回复：${answer}`, { size: 23, ink: text })
  }
  sheet.line(34, y + height, 716, y + height, { ink: hair, width: 1 })
  return y + height
}
