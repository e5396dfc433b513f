import { companySeal, scribble, specimenFoot } from '../marks.ts'
import { Letter, left } from '../letter.ts'
import { openPaper, type Ink } from '../sheet.ts'
import { table, type Column } from '../table.ts'
import { averagePrice, count, ledger, products, subsidiary, yuan } from '../story.ts'

const head: Ink = [0.94, 0.94, 0.95]

interface Channel {
  readonly name: string
  readonly city: string
  readonly glass: number
  readonly can: number
}

/** Retail prices per case as found in the shops; the middle one is offered as 市场中间价格. */
const channels: readonly Channel[] = [
  { name: '示例商超一店', city: '示例市', glass: 15200, can: 10800 },
  { name: '示例商超二店', city: '示例市', glass: 15400, can: 10900 },
  { name: '样本便利连锁（示例大道店）', city: '示例市', glass: 16200, can: 11500 },
  { name: '样本便利连锁（样本路店）', city: '样本市', glass: 16000, can: 11400 },
  { name: '示例商城自营旗舰店', city: '线上', glass: 15600, can: 11100 },
  { name: '样本生鲜线上店', city: '线上', glass: 15500, can: 11000 },
  { name: '示例餐饮供应链公司', city: '样本市', glass: 15800, can: 11200 },
]

/** The price statement: three pages with tables. */
export async function priceStatement(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '价格说明',
    author: subsidiary.zh,
    date: '2026-06-24T02:00:00Z',
    faces: ['song', 'songSemi', 'songBold'],
  })
  const { glass, can } = products
  for (const key of ['glass', 'can'] as const) {
    const sorted = channels.map((channel) => channel[key]).sort((a, b) => a - b)
    if (sorted[3] !== products[key].retail)
      throw new Error(`The middle of the ${key} prices is not what the story says.`)
  }

  const one = new Letter(paper.sheet(), 76, 12, 1.8)
  one.title('价格说明', 24)
  one.heading('一、用途')
  one.body(
    '本说明供办案机关在侵权商品的实际销售价格、实际销售平均价格及标价均无法查清时，作为确定被侵权产品市场中间价格的参考（法释〔2025〕5号第28条第1款）。涉案网店页面显示侵权商品标价（330mL每箱79.00元、500mL每箱59.00元），实际成交价格应以办案机关查明的为准。',
  )
  one.heading('二、产品与期间')
  one.body(
    `产品：${glass.name}（型号${glass.code}，每箱${glass.perCase}瓶，对应扣押清单第1项）；${can.name}（型号${can.code}，每箱${can.perCase}瓶，对应扣押清单第2项）。期间：2025年11月1日至2026年4月16日。地区：示例市、样本市及线上渠道。以下价格均为含税人民币价格，单位元／箱。`,
  )
  one.heading('三、各类价格')
  one.space(4)
  const price = (fen: number) => yuan(fen)
  one.y = table(
    one.sheet,
    left,
    one.y,
    [
      { title: '价格类别', width: 122 },
      { title: glass.short, width: 88, align: 'right' },
      { title: can.short, width: 88, align: 'right' },
      { title: '依据', width: 135.28 },
    ],
    [
      ['出厂价', price(glass.exFactory), price(can.exFactory), '2025年度供货价目表'],
      ['批发价（目录价）', price(glass.wholesale), price(can.wholesale), '2025年度经销商价目表'],
      [
        '实际批发平均价',
        price(averagePrice('glass')),
        price(averagePrice('can')),
        `销售台账${ledger().length}笔加权平均`,
      ],
      ['建议零售价', price(glass.suggested), price(can.suggested), '产品标价签、官网页面'],
      ['实际零售中间价', price(glass.retail), price(can.retail), '本说明第2页，七个渠道的中位数'],
    ],
    { size: 11, headFill: head, padding: 6, boldRows: [4] },
  )
  one.space(10)
  one.heading('四、提出作为市场中间价格的价格')
  one.body(
    `以“实际零售中间价”作为市场中间价格：${glass.short}每箱${yuan(glass.retail)}元，${can.short}每箱${yuan(can.retail)}元。理由：该价格取自同一期间、同一地区实际成交的零售价格，介于批发价与建议零售价之间，且以中位数计算，不受个别促销价影响。`,
  )
  specimenFoot(one.sheet, '1/3')

  const two = new Letter(paper.sheet(), 66, 12, 1.8)
  two.heading('五、零售价格采集表')
  two.body(
    '采集人：吴样本、郑示例。采集时间：2026年3月9日至3月13日。采集方式：线下拍摄标价签并留存购物小票，线上截取成交页面。',
  )
  two.space(6)
  const columns: Column[] = [
    { title: '序号', width: 38, align: 'center' },
    { title: '渠道', width: 157 },
    { title: '地区', width: 58, align: 'center' },
    { title: glass.short, width: 90, align: 'right' },
    { title: can.short, width: 90.28, align: 'right' },
  ]
  const sorted = [...channels].sort((a, b) => a.glass - b.glass)
  two.y = table(
    two.sheet,
    left,
    two.y,
    columns,
    [
      ...sorted.map((channel, i) => [
        String(i + 1),
        channel.name,
        channel.city,
        yuan(channel.glass),
        yuan(channel.can),
      ]),
      ['', '中位数（第4位）', '', yuan(glass.retail), yuan(can.retail)],
      [
        '',
        '算术平均',
        '',
        ...(['glass', 'can'] as const).map((key) =>
          yuan(Math.round(channels.reduce((sum, c) => sum + c[key], 0) / channels.length)),
        ),
      ],
    ],
    { size: 11, headFill: head, padding: 6, boldRows: [7] },
  )
  two.space(10)
  two.heading('六、按扣押数量的换算（供参考）')
  two.space(4)
  const total = glass.seizedCases * glass.retail + can.seizedCases * can.retail
  two.y = table(
    two.sheet,
    left,
    two.y,
    [
      { title: '扣押清单', width: 62, align: 'center' },
      { title: '产品', width: 108 },
      { title: '数量（箱）', width: 72, align: 'right' },
      { title: '中间价（元／箱）', width: 102, align: 'right' },
      { title: '金额（元）', width: 89.28, align: 'right' },
    ],
    [
      [
        '第1项',
        glass.short,
        count(glass.seizedCases),
        yuan(glass.retail),
        yuan(glass.seizedCases * glass.retail),
      ],
      ['第2项', can.short, count(can.seizedCases), yuan(can.retail), yuan(can.seizedCases * can.retail)],
      ['', '合计', count(glass.seizedCases + can.seizedCases), '', yuan(total)],
    ],
    { size: 11, headFill: head, padding: 6, boldRows: [2] },
  )
  two.space(8)
  two.body('换算仅为价格与数量相乘的结果，不构成对犯罪数额的认定；已销售部分及其他数额由办案机关查明。')
  specimenFoot(two.sheet, '2/3')

  const three = new Letter(paper.sheet(), 66, 12, 1.85)
  three.heading('七、资料来源')
  three.body(
    '1. 2025年度供货价目表、经销商价目表（本公司财务部存档，附复印件）\n2. 销售台账，2025年10月至2026年4月（另行提交，含可机读文件）\n3. 标价签照片14张、购物小票10张、线上成交页面截图8张（本公司品牌保护部存档，需要时提交）',
    0,
  )
  three.heading('八、与其他价格的关系')
  three.body(
    `按建议零售价计算，每箱分别为${yuan(glass.suggested)}元、${yuan(can.suggested)}元；按实际批发平均价计算，每箱分别为${yuan(averagePrice('glass'))}元、${yuan(averagePrice('can'))}元。上述价格一并列明，供办案机关选用或者委托价格认定。`,
  )
  three.heading('九、责任')
  three.body('以上内容真实，如有虚假，愿承担相应法律责任。价格数据涉及经营信息，请予保密。')
  three.space(40)
  const { sheet, y } = three
  sheet.text(left, y, '财务负责人（签名）：', { size: 12 })
  scribble(sheet, left + 122, y - 2, 97, 76)
  sheet.text(left, y + 32, '联系人：郑示例　电话：000-0000 0003', { size: 12 })
  sheet.text(left, y + 64, `出具单位：${subsidiary.zh}（盖章）`, { size: 12 })
  sheet.text(left, y + 90, '日　　期：2026年6月24日', { size: 12 })
  companySeal(sheet, left + 362, y + 58, subsidiary.zh)
  specimenFoot(sheet, '3/3')
  return paper.document.save()
}
