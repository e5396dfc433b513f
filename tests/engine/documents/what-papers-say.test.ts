import { describe, expect, it } from 'vitest'
import type { ComposedBundle } from '../../../src/engine/documents/compose-bundle.ts'
import type { StructureNode } from '../../../src/engine/layout/structure.ts'
import type { SourceSurvey } from '../../../src/engine/pdf/assembly.ts'
import { finding, type FindingCode } from '../../../src/shared/contract/finding.ts'
import { aCaseOf, composed, planOf } from '../../builders/a-plan.ts'

function nodesOf(node: StructureNode): readonly StructureNode[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

function textsOf(bundle: ComposedBundle): string {
  return nodesOf(bundle.structure)
    .map((node) => node.text)
    .join('\n')
}

function coverPages(bundle: ComposedBundle): number {
  return bundle.outline[1]?.page ?? 0
}

const notice = { manner: 'written', office: '示例市人民检察院', receivedOn: '2026-11-20' }
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `张某某${index}（绰号“示例${index}”）` }))
const holders = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index === 0 ? 'holder' : `holder-${index}`,
    kind: 'foreign-company',
    nameZh: `示例国际控股集团第${index}有限公司`,
    nameEn: 'Example International Holdings Limited',
    registrationNumber: '91110000MA0000000X',
    phone: '000',
  }))

describe('the cover', () => {
  it('names the department of the notice, and without one the department that receives', async () => {
    const department = '第四检察部'
    for (const documentLanguage of ['zh', 'en']) {
      const named = textsOf(
        await composed(planOf(aCaseOf([1, 1], { documentLanguage, notice: { ...notice, department } }))),
      )
      expect(named).toContain('第四检察部')
      expect(named).not.toContain('案件管理部门')
      expect(textsOf(await composed(planOf(aCaseOf([1, 1], { documentLanguage, notice }))))).toContain(
        '案件管理部门',
      )
    }
  })

  it('counts in English with the right number of the noun', async () => {
    const texts = textsOf(await composed(planOf(aCaseOf([1, 2], { documentLanguage: 'en' }))))
    expect(texts).toContain('2 groups, 3 items, 6 pages')
    expect(texts).toContain('1 group, 1 item, 2 pages')
    expect(texts).toContain('1 original, 1 copy, 1 electronic item; 1 disc')
    expect(texts).not.toMatch(/\b1 \w+s\b/)
  })

  it('names one person who can be reached, with nobody else’s number or address', async () => {
    const agents = [
      { name: '王示范', kind: 'lawyer', actsFor: ['holder'] },
      { name: '林样本', kind: 'lawyer', actsFor: ['holder'], phone: '13900000002' },
    ]
    const rightHolders = [
      { ...holders(1)[0], phone: '13900000001', address: '示例路9号', contactPerson: '赵示例' },
    ]
    const contactOf = async (changes: Record<string, unknown>) =>
      /联系人：[\s\S]*?送达地址：[^\n]*/.exec(
        textsOf(await composed(planOf(aCaseOf([1, 1], changes)))),
      )?.[0] ?? ''
    const byAgent = await contactOf({ agents, rightHolders })
    expect(byAgent).toContain('林样本')
    expect(byAgent).toContain('13900000002')
    expect(byAgent).not.toMatch(/王示范|示例路9号|13900000001/)
    const byHolder = await contactOf({ agents: agents.slice(0, 1), rightHolders })
    expect(byHolder).toMatch(/赵示例[\s\S]*13900000001[\s\S]*示例路9号/)
    expect(byHolder).not.toContain('王示范')
  })

  it('says that numbers go on from the last submission, and only then', async () => {
    const next = { round: 2, bundle: { dividers: 'group', firstPageNumber: 46, discs: 1 } }
    const zh = await composed(planOf(aCaseOf([1, 1], next)))
    const last = 45 + zh.pageCount
    expect(textsOf(zh)).toContain(`接续上次提交：本次为第 46–${last} 页，各页所印“共 ${last} 页”含此前 45 页`)
    const en = await composed(planOf(aCaseOf([1, 1], { ...next, documentLanguage: 'en' })))
    expect(textsOf(en)).toContain('numbers go on from the last submission')
    expect(textsOf(await composed(planOf(aCaseOf([1, 1]))))).not.toContain('接续')
  })

  it('stays on one page when there are many suspects, and cites the same article in both languages', async () => {
    for (const documentLanguage of ['zh', 'en']) {
      const record = aCaseOf([1, 1], { documentLanguage, suspects: many(32), rightHolders: holders(3) })
      const bundle = await composed(planOf(record))
      expect(coverPages(bundle)).toBe(1)
      expect(bundle.signaturePlace.page).toBe(0)
      expect(textsOf(bundle)).toMatch(documentLanguage === 'zh' ? /等 32 人/ : /32 persons in all/)
      expect(textsOf(bundle)).toMatch(documentLanguage === 'zh' ? /刑事诉讼法第五十四条/ : /art\. 54/)
    }
  })

  it('has the declaration on the page of the signature, however long it is', async () => {
    for (const documentLanguage of ['zh', 'en'])
      for (const count of [5, 8, 9, 10, 11, 12, 40]) {
        const record = aCaseOf([1, 1], { documentLanguage, suspects: many(32), rightHolders: holders(count) })
        const bundle = await composed(planOf(record))
        const declaration = nodesOf(bundle.structure).find(({ text }) => /^以上内容|^The above/.test(text))
        expect(new Set(declaration?.content.map(({ page }) => page))).toEqual(
          new Set([bundle.signaturePlace.page]),
        )
        expect(bundle.signaturePlace.page).toBe(coverPages(bundle) - 1)
      }
  })

  it('names the line to leave out of the list by its path', async () => {
    const plan = planOf(aCaseOf([1, 1]))
    expect(textsOf(await composed(plan))).toContain(`去掉合并卷 data/${plan.names.pdf} 一行`)
  })
})

describe('a page of explanation', () => {
  const opened: readonly (readonly [FindingCode, string])[] = [
    ['pdf.unreadable', '常用软件未必能打开'],
    ['image.unreadable', '常用软件未必能打开'],
    ['pdf.needs-password', '打开时须输入口令或使用证书'],
    ['pdf.no-pages', '文件里没有任何页面'],
    ['pdf.timed-out', 'PDF 阅读器。文件较大或较复杂'],
    ['pdf.too-large', 'PDF 阅读器。文件较大或较复杂'],
    ['file.empty', '文件为 0 字节'],
    ['file.not-shown', 'PDF 阅读器。'],
  ]
  it.each(opened)('says of %s what opens the file', async (code, words) => {
    const survey: SourceSurvey = { shown: false, findings: [finding(code, 'A001', {})] }
    const bundle = await composed(planOf(aCaseOf([1])), () => survey)
    const nodes = nodesOf(bundle.structure).map(({ text }) => text)
    const value = nodes[nodes.indexOf('打开方式') + 1] ?? ''
    expect(value).toContain(words)
    expect(value.includes('PDF 阅读器')).toBe(!/unreadable|no-pages|empty/.test(code))
  })

  it('calls a file of no bytes empty, whatever its name ends in', async () => {
    const plan = planOf(aCaseOf([1]))
    const groups = plan.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => ({
        ...item,
        file: { ...item.file, bytes: 0, mediaType: 'text/plain' },
      })),
    }))
    const survey: SourceSurvey = { shown: false, findings: [finding('file.empty', 'A001', {})] }
    for (const language of ['zh', 'en'] as const) {
      const texts = textsOf(await composed({ ...plan, groups, language }, () => survey))
      expect(texts).toContain(language === 'zh' ? '空文件（.pdf）' : 'an empty file (.pdf)')
      expect(texts).not.toMatch(/文本文件|a text file/)
    }
  })
})

it('the column of discs counts them once, in the total', async () => {
  const rows = nodesOf((await composed(planOf(aCaseOf([1, 1])))).structure).filter(
    ({ role, children }) => role === 'TR' && children.length === 8 && children[0]?.role === 'TH',
  )
  const discs = rows.map(({ children }) => children[7]?.text)
  expect(discs.filter((text) => text !== '光盘')).toEqual(['—', '—', '1', '—', '—', '1', '—', '—', '1'])
})
