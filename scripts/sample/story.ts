/** The facts of the fictional case, said once so that all papers agree. Nobody and nothing in here exists. */

export const holder = {
  zh: '示例环球饮品公司',
  en: 'Example Global Beverages Ltd',
  number: 'EX-00000001',
  address: '1 Specimen Street, Exampleton, Republic of Exemplaria',
  addressZh: '示例国示例顿市样本街1号',
  director: 'Jane Specimen',
  directorZh: '简·样本',
}

export const subsidiary = {
  zh: '示例（上海）品牌管理有限公司',
  en: 'Example (Shanghai) Brand Management Co., Ltd.',
  code: '91000000EXAMPLE001',
  address: '示例市示例区样本路1号示例大厦101室',
  representative: '陈示例',
}

export const firm = {
  zh: '示例律师事务所',
  address: '示例市示例区样本路2号示例中心201室',
  phone: '000-0000 0001',
  licence: '00000000000000000X',
  lawyers: [
    { name: '王示范', licence: '00000000000000001', phone: '000 0000 0001' },
    { name: '林样本', licence: '00000000000000002', phone: '000 0000 0002' },
  ],
}

export const office = {
  procuratorate: '示例市示例区人民检察院',
  prosecutor: '赵示例',
  police: '示例市公安局示例分局',
  notice: '示示检知权告〔2026〕1号',
  accepted: '示示检刑受〔2026〕1号',
  crime: '销售假冒注册商标的商品罪',
  suspects: '张某某、李某某',
}

export const marks = [
  {
    number: '00000001',
    name: '示例泉',
    issued: '2016年03月21日',
    from: '2016年03月21日',
    to: '2036年03月20日',
  },
  {
    number: '00000002',
    name: 'EXAMPLA 及图',
    issued: '2018年07月14日',
    from: '2018年07月14日',
    to: '2028年07月13日',
  },
] as const

export const goods = '矿泉水（饮料）；汽水；无酒精饮料；果汁饮料；苏打水；植物饮料；制饮料用糖浆'

/** The two products, per case of goods, in fen where money is meant. */
export const products = {
  glass: {
    code: 'SLQ-330G',
    name: '“示例泉”气泡饮品 330mL 玻璃瓶',
    short: '330mL 玻璃瓶',
    perCase: 24,
    exFactory: 9600,
    wholesale: 11800,
    retail: 15600,
    suggested: 16800,
    seizedCases: 1260,
  },
  can: {
    code: 'SLQ-500P',
    name: '“示例泉”气泡饮品 500mL 塑料瓶',
    short: '500mL 塑料瓶',
    perCase: 12,
    exFactory: 6600,
    wholesale: 8200,
    retail: 11100,
    suggested: 12000,
    seizedCases: 480,
  },
} as const
export type ProductKey = keyof typeof products

/** One delivery of genuine goods to a dealer. */
export interface LedgerRow {
  readonly date: string
  readonly voucher: string
  readonly dealer: string
  readonly product: ProductKey
  readonly cases: number
  /** Fen per case, tax included. */
  readonly price: number
  readonly invoice: string
}

const dealers = [
  '示例商超一店',
  '示例商超二店',
  '样本便利连锁总仓',
  '示例餐饮供应链公司',
  '样本酒店用品公司',
  '示例商城自营旗舰店',
]

/** The ledger of October 2025 to April 2026: the same rows at every run. */
export function ledger(): LedgerRow[] {
  const rows: LedgerRow[] = []
  const random = sequence(20260429)
  for (const [year, month] of [
    [2025, 10],
    [2025, 11],
    [2025, 12],
    [2026, 1],
    [2026, 2],
    [2026, 3],
    [2026, 4],
  ] as const) {
    const days = [2, 4, 6, 9, 11, 13, 16, 18, 20, 23, 25, 27].map((day) => day + Math.floor(random() * 2))
    days.forEach((day, i) => {
      const product: ProductKey = random() < 0.64 ? 'glass' : 'can'
      const base = products[product].wholesale
      // Sales go down while the counterfeits are on offer (November 2025 to April 2026).
      const season = 1 - 0.07 * Math.max(0, rows.length / 12 - 1)
      rows.push({
        date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        voucher: `XS${String(year).slice(2)}${String(month).padStart(2, '0')}-${String(i + 1).padStart(3, '0')}`,
        dealer: dealers[Math.floor(random() * dealers.length)]!,
        product,
        cases: Math.round((60 + random() * 180) * season) * 2,
        price: base + (Math.floor(random() * 5) - 2) * 100,
        invoice: random() < 0.93 ? '已开票' : '待开票',
      })
    })
  }
  return rows
}

/** Average price per case over the ledger, in fen, rounded half up. */
export function averagePrice(product: ProductKey): number {
  const rows = ledger().filter((row) => row.product === product)
  const cases = rows.reduce((sum, row) => sum + row.cases, 0)
  return Math.round(rows.reduce((sum, row) => sum + row.cases * row.price, 0) / cases)
}

/** `1,234.50` from fen. */
export function yuan(fen: number): string {
  const [whole, part] = (fen / 100).toFixed(2).split('.') as [string, string]
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}

/** `1,234`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
