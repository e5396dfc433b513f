import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { caseFolderFormat } from '../../src/shared/domain/case-record.ts'

/** Items to a group, so that the bundle has dividers and a table with totals. */
const groupSize = 50

/** Writes a `case.json` without gaps that lists every file as an item of evidence. */
export async function writeBenchCase(
  folder: string,
  caseCode: string,
  files: readonly string[],
): Promise<void> {
  const groups = Array.from({ length: Math.ceil(files.length / groupSize) }, (_, g) => ({
    name: `第${g + 1}组 侵权商品与销售记录`,
    set: 'evidence',
    items: files.slice(g * groupSize, (g + 1) * groupSize).map((file, i) => ({
      file,
      name: `销售记录及情况说明（${g * groupSize + i + 1}）`,
      kind: 'documentary',
      source: '权利人提供',
      formedOn: '2026-03-01',
      collected: { by: '王示范', at: '2026-03-02', how: '导出', with: '办公电脑' },
      purpose: '证明涉案商品的来源、数量和销售价格',
      form: 'copy',
    })),
  }))
  const record = {
    format: caseFolderFormat,
    version: 1,
    caseCode,
    round: 1,
    createdAt: '2026-06-29T02:00:00Z',
    documentLanguage: 'zh',
    brand: '示例泉',
    notice: {
      manner: 'written',
      office: '示例市示例区人民检察院',
      documentNumber: '示示检知权告〔2026〕1号',
      caseNumber: '示示检刑受〔2026〕1号',
      issuedOn: '2026-06-15',
      receivedOn: '2026-06-17',
      prosecutor: { name: '赵示例' },
    },
    suspects: [{ name: '张某某', status: 'in-case' }],
    crimes: ['214'],
    rightHolders: [
      {
        id: 'holder',
        kind: 'domestic-company',
        nameZh: '示例（上海）品牌管理有限公司',
        registrationNumber: '91000000EXAMPLE001',
        address: '示例市示例区样本路1号',
        representative: '陈示例',
        contactPerson: '郑示例',
        phone: '000-0000 0003',
      },
    ],
    agents: [],
    rights: [
      {
        kind: 'trademark',
        name: '示例泉',
        registrationNumber: '第00000001号',
        classes: [32],
        goods: '矿泉水（饮料）',
        validFrom: '2016-03-21',
        validTo: '2036-03-20',
        holder: 'holder',
      },
    ],
    groups,
  }
  await writeFile(join(folder, 'case.json'), JSON.stringify(record, null, 2) + '\n')
}
