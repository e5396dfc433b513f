import { companySeal, specimenFoot } from '../marks.ts'
import { openPaper, type Ink } from '../sheet.ts'
import { table, type Column } from '../table.ts'
import { count, ledger, products, subsidiary, yuan, type LedgerRow } from '../story.ts'

const head: Ink = [0.93, 0.94, 0.96]
const left = 72
const rowsOnPage = 30

const columns: readonly Column[] = [
  { title: '序号', width: 30, align: 'center' },
  { title: '日期', width: 58, align: 'center' },
  { title: '单据号', width: 66, align: 'center' },
  { title: '客户', width: 104 },
  { title: '产品', width: 74 },
  { title: '箱数', width: 38, align: 'right' },
  { title: '单价', width: 44, align: 'right' },
  { title: '金额（元）', width: 55, align: 'right' },
]

/** The ledger of genuine goods as printed from the shop system: text pages, then totals per month. */
export async function salesLedger(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '销售台账 2025-10 至 2026-04',
    author: subsidiary.zh,
    date: '2026-06-23T07:40:00Z',
    producer: 'SPECIMEN ERP export',
    faces: ['song', 'songSemi'],
  })
  const rows = ledger()
  const pages = Math.ceil(rows.length / rowsOnPage) + 1
  for (let page = 0; page < pages - 1; page++) {
    const sheet = paper.sheet()
    sheet.text(left, 70, '正品销售台账', { size: 16, face: 'songSemi' })
    sheet.text(sheet.width - 72, 70, `2025年10月1日至2026年4月30日\u3000第${page + 1}页／共${pages}页`, {
      size: 9.5,
      align: 'right',
    })
    sheet.text(left, 88, `${subsidiary.zh}\u3000币种：人民币（含税）\u3000导出时间：2026-06-23 15:40`, {
      size: 9.5,
    })
    const part = rows.slice(page * rowsOnPage, (page + 1) * rowsOnPage)
    table(
      sheet,
      left,
      96,
      columns,
      part.map((row, i) => [String(page * rowsOnPage + i + 1), ...cells(row)]),
      { size: 9, headFill: head, padding: 4, minHeight: 20.5 },
    )
    specimenFoot(sheet, '', left)
  }
  const sheet = paper.sheet()
  sheet.text(left, 70, '正品销售台账　月度汇总', { size: 16, face: 'songSemi' })
  sheet.text(sheet.width - 72, 70, `第${pages}页／共${pages}页`, { size: 9.5, align: 'right' })
  const months = [...new Set(rows.map((row) => row.date.slice(0, 7)))]
  const sum = (list: readonly LedgerRow[]) => [
    count(list.length),
    count(list.reduce((total, row) => total + row.cases, 0)),
    yuan(list.reduce((total, row) => total + row.cases * row.price, 0)),
  ]
  const bottom = table(
    sheet,
    left,
    84,
    [
      { title: '月份', width: 110, align: 'center' },
      { title: '笔数', width: 80, align: 'right' },
      { title: '箱数', width: 110, align: 'right' },
      { title: '金额（元）', width: 169, align: 'right' },
    ],
    [
      ...months.map((month) => [month, ...sum(rows.filter((row) => row.date.startsWith(month)))]),
      ['合计', ...sum(rows)],
    ],
    { size: 10.5, headFill: head, padding: 6, boldRows: [months.length] },
  )
  const perProduct = table(
    sheet,
    left,
    bottom + 22,
    [
      { title: '产品', width: 110, align: 'center' },
      { title: '笔数', width: 80, align: 'right' },
      { title: '箱数', width: 110, align: 'right' },
      { title: '金额（元）', width: 169, align: 'right' },
    ],
    (['glass', 'can'] as const).map((key) => [
      products[key].short,
      ...sum(rows.filter((row) => row.product === key)),
    ]),
    { size: 10.5, headFill: head, padding: 6 },
  )
  sheet.paragraph(
    left,
    perProduct + 14,
    469,
    '说明：本表由本公司销售系统按出库单据自动生成，与同名CSV文件内容一致，未作增删；单价为出库单含税单价。2026年4月数据截至4月30日。',
    { size: 10.5, leading: 1.7 },
  )
  sheet.text(left, 560, '制表：郑示例　　复核：吴样本', { size: 10.5 })
  sheet.text(left, 584, `${subsidiary.zh}（盖章）\u3000\u30002026年6月23日`, { size: 10.5 })
  companySeal(sheet, left + 376, 580, subsidiary.zh)
  specimenFoot(sheet, '', left)
  return paper.document.save()
}

/** The same ledger as the system exports it: UTF-8 with byte order mark, CRLF. */
export async function salesLedgerCsv(): Promise<Uint8Array> {
  const lines = [
    '序号,日期,单据号,客户,产品型号,箱数,单价（元）,金额（元）,开票状态',
    ...ledger().map((row, i) =>
      [
        i + 1,
        row.date,
        row.voucher,
        row.dealer,
        products[row.product].code,
        row.cases,
        (row.price / 100).toFixed(2),
        ((row.cases * row.price) / 100).toFixed(2),
        row.invoice,
      ].join(','),
    ),
  ]
  return new TextEncoder().encode('\ufeff' + lines.join('\r\n') + '\r\n')
}

function cells(row: LedgerRow): string[] {
  return [
    row.date,
    row.voucher,
    row.dealer,
    products[row.product].short,
    count(row.cases),
    yuan(row.price),
    yuan(row.cases * row.price),
  ]
}
