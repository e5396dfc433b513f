import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComposedBundle } from '../../../src/engine/documents/compose-bundle.ts'
import type { StructureNode } from '../../../src/engine/layout/structure.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { finding } from '../../../src/shared/contract/finding.ts'
import type { BundlePlan } from '../../../src/shared/domain/bundle-plan.ts'
import { explainFailure } from '../../../src/shared/messages/explain.ts'
import { layOutBundle } from '../../../src/engine/documents/bundle-layout.ts'
import { PaperWords } from '../../../src/engine/documents/paper-words.ts'
import { openTypefaces } from '../../../src/engine/layout/typefaces.ts'
import { aCaseOf, composed, composeInput, planOf, shown } from '../../builders/a-plan.ts'
import { fonts } from '../../builders/fonts.ts'

function nodesOf(node: StructureNode): readonly StructureNode[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

function textsOf(bundle: ComposedBundle): string {
  return nodesOf(bundle.structure)
    .map((node) => node.text)
    .join('\n')
}

/** Rows of the table of evidence with nine cells, as their words. */
function itemRows(bundle: ComposedBundle): readonly (readonly string[])[] {
  return nodesOf(bundle.structure)
    .filter((node) => node.role === 'TR' && node.children.length === 9 && node.children[0]?.role === 'TD')
    .map((node) => node.children.map((cell) => cell.text))
}

async function saved(bundle: ComposedBundle): Promise<string> {
  const bytes = await bundle.generated.document.save({ useObjectStreams: false })
  return createHash('sha256').update(bytes).digest('hex')
}

function itemsOf(plan: BundlePlan) {
  return plan.groups.flatMap((group) => group.items)
}

describe('a composed bundle', () => {
  it('has cover, receipt, table and annex, then each group behind its divider', async () => {
    const bundle = await composed(planOf(aCaseOf([1, 2])), (index) => (index === 2 ? 0 : 3))
    expect(
      bundle.segments.map((segment) => (segment.kind === 'source' ? segment.label : segment.pages.length)),
    ).toEqual([1, 1, 1, 1, 1, 'A001', 1, 'E001', 1])
    expect(
      bundle.outline.map((node) => [node.title, node.page, node.children.map((child) => child.title)]),
    ).toEqual([
      ['封面', 0, []],
      ['收件回执', 1, []],
      ['证据目录', 2, []],
      ['电子数据清单', 3, []],
      ['主体与授权材料　第一组　主体与授权', 4, ['主体 1　示例材料第1号（附译文）']],
      [
        '证据材料　第一组　第1类事实',
        8,
        ['证据 1　示例材料第2号（附译文）', '证据 2　示例材料第3号（附译文）'],
      ],
    ])
    expect(bundle.outline[5]?.children.map((child) => child.sourceSegment)).toEqual([7, undefined])
    // Divider, then the item that is shown, then the page of explanation that stands for an item.
    expect(bundle.segments.slice(-3).map(({ stampLabel }) => stampLabel)).toEqual([
      undefined,
      '证据 1',
      '证据 2',
    ])
    expect(Object.fromEntries(bundle.items)).toEqual({
      A001: { firstPage: 6, lastPage: 8, pageIndex: 5 },
      E001: { firstPage: 10, lastPage: 12, pageIndex: 9 },
      E002: { firstPage: 13, lastPage: 13, pageIndex: 12 },
    })
    expect(bundle.pageCount).toBe(13)
  })

  it('prints the same numbers in rows, links, outline and items, whatever the bundle', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 66 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 }),
        fc.constantFrom('group', 'item', 'none'),
        fc.constantFrom(1, 961, 99_990),
        fc.constantFrom('zh', 'en'),
        async (groups, lengths, dividers, firstPageNumber, documentLanguage) => {
          const record = aCaseOf(groups, {
            documentLanguage,
            bundle: { dividers, firstPageNumber, discs: 1 },
          })
          const plan = planOf(record)
          const pagesOf = (index: number) => lengths[index % 5] ?? 1
          const bundle = await composed(plan, pagesOf)
          const items = itemsOf(plan)

          const counted = bundle.segments.reduce(
            (sum, segment) => sum + (segment.kind === 'source' ? segment.pageCount : segment.pages.length),
            0,
          )
          expect(bundle.pageCount).toBe(counted)
          const rows = itemRows(bundle)
          expect(rows).toHaveLength(items.length)
          const entries = bundle.outline.flatMap((node) => node.children)
          let position = 0
          const startOf = new Map<string, number>()
          for (const segment of bundle.segments) {
            if (segment.kind === 'source') startOf.set(segment.label, position)
            position += segment.kind === 'source' ? segment.pageCount : segment.pages.length
          }
          items.forEach((item, index) => {
            const pages = bundle.items.get(item.label)
            if (!pages) throw new Error(item.label)
            expect(pages.firstPage).toBe(firstPageNumber + pages.pageIndex)
            expect(pages.lastPage - pages.firstPage + 1).toBe(Math.max(1, pagesOf(index)))
            expect(startOf.get(item.label) ?? pages.pageIndex).toBe(pages.pageIndex)
            const printed = rows[index]?.[7]?.replace('\n', '')
            expect(printed).toBe(
              pages.firstPage === pages.lastPage
                ? `${pages.firstPage}`
                : `${pages.firstPage}–${pages.lastPage}`,
            )
            expect(entries[index]?.page).toBe(pages.pageIndex)
            expect(bundle.links.some((link) => link.target === pages.pageIndex)).toBe(true)
          })
          const tableFirst = bundle.outline[2]?.page ?? 0
          const tableLast = (bundle.outline[3]?.page ?? 0) - 1
          for (const link of bundle.stampLinks) {
            expect(link.target).toBeGreaterThanOrEqual(tableFirst)
            expect(link.target).toBeLessThanOrEqual(tableLast)
          }
          for (const link of bundle.links) expect(link.target).toBeLessThan(bundle.pageCount)
        },
      ),
      { seed: 2026, numRuns: 20 },
    )
  })

  it('never breaks a number of the page columns', () => {
    const cut: string[] = []
    for (const documentLanguage of ['zh', 'en'] as const)
      for (const firstPageNumber of [1, 100, 760, 9_990, 99_990, 999_999]) {
        const record = aCaseOf([2, 20], {
          documentLanguage,
          bundle: { dividers: 'group', firstPageNumber, discs: 1 },
        })
        const input = composeInput(planOf(record), (index) => 10 + index)
        const { runs } = layOutBundle({
          ...input,
          words: new PaperWords(documentLanguage),
          typefaces: openTypefaces(fonts),
          brokenLines: new Map(),
        })
        const lines = runs
          .flatMap((run) => (run.kind === 'paper' ? run.flow.pages : []))
          .flatMap(({ marks }) => marks)
          .flatMap((mark) => (mark.kind === 'line' ? [mark] : []))
          .filter(({ owner }) => /^\d+–\s?\d+$/.test(owner?.text ?? ''))
        expect(lines.length).toBeGreaterThanOrEqual(44)
        for (const { line, owner } of lines) {
          const words = line.placed.map(({ unit }) => unit.text).join('')
          if (!owner?.text.split(/(?<=–)\n|\n/).includes(words)) cut.push(`${owner?.text}: ${words}`)
        }
      }
    expect(cut).toEqual([])
  })

  it('counts what it lists: totals of groups, sets and all agree', async () => {
    const plan = planOf(aCaseOf([3, 4, 5]))
    const bundle = await composed(plan, (index) => index % 4)
    const pages = itemsOf(plan).map((_, index) => Math.max(1, index % 4))
    const sum = (from: number, to: number) => pages.slice(from, to).reduce((a, b) => a + b, 0)
    const totals = nodesOf(bundle.structure).filter(
      (node) => node.role === 'TR' && node.children[0]?.text === '合计',
    )
    expect(totals.length).toBe(3)
    for (const row of totals) {
      expect(row.children.map((cell) => cell.text)).toEqual([
        '合计',
        '3',
        '12',
        String(sum(0, 12)),
        '4',
        '4',
        '4',
        '1',
      ])
    }
    const texts = textsOf(bundle)
    expect(texts).toContain(`第一组小计：3 件 ${sum(0, 3)} 页`)
    expect(texts).toContain(`第二组小计：5 件 ${sum(7, 12)} 页`)
    expect(texts).toContain(`共 3 组 12 件 ${sum(0, 12)} 页`)
    expect(texts).toContain(`编号第 1 页至第 ${bundle.pageCount} 页`)
  })

  it('goes on counting from the last submission', async () => {
    const record = aCaseOf([1, 1], {
      round: 2,
      bundle: { dividers: 'group', firstPageNumber: 241, discs: 1 },
    })
    const bundle = await composed(planOf(record))
    expect(bundle.firstPageNumber).toBe(241)
    expect(bundle.items.get('A001')?.firstPage).toBe(241 + (bundle.items.get('A001')?.pageIndex ?? 0))
    expect(bundle.stampText('证据 1', 250, 260)).toBe('证据 1 · 第 250 页 / 共 260 页')
    expect(bundle.stampText(null, 250, 260)).toBe('第 250 页 / 共 260 页')
    expect(textsOf(bundle)).toContain('第 2 次提交：☐新增')
  })

  it('stamps in the language of the papers, with glyphs that were declared', async () => {
    const bundle = await composed(planOf(aCaseOf([1, 1], { documentLanguage: 'en' })))
    const label = bundle.segments.flatMap((segment) =>
      segment.kind === 'source' ? [segment.stampLabel] : [],
    )
    expect(label).toEqual(['Identity 1', 'Evidence 1'])
    const stamp = bundle.stampText('Evidence 1', 12, 240)
    expect(stamp).toBe('Evidence 1 · Page 12 of 240')
    const { hex, width } = bundle.generated.stampFont.encode(stamp)
    expect(hex).toMatch(/^([0-9a-f]{4}){27}$/)
    expect(width).toBeGreaterThan(8)
    expect(() => bundle.generated.stampFont.encode('未声明')).toThrow()
    expect(textsOf(bundle)).toContain('documentary evidence\n书证')
  })

  it('tells on the divider what was found in a file, and with no dividers below the table', async () => {
    const found = finding('pdf.javascript-removed', 'E001', {})
    const pagesOf = (index: number) => (index === 1 ? shown(2, [found]) : 2)
    for (const dividers of ['group', 'item', 'none']) {
      const record = aCaseOf([1, 2], { bundle: { dividers, firstPageNumber: 1, discs: 0 } })
      const texts = textsOf(await composed(planOf(record), pagesOf))
      expect(texts.split('证据 1　示例材料第2号（附译文）”')).toHaveLength(2)
    }
  })

  it('gives what cannot be merged a page with name, size, digests and place', async () => {
    const plan = planOf(aCaseOf([1, 1]))
    const texts = textsOf(await composed(plan, (index) => (index === 1 ? 0 : 1)))
    const item = itemsOf(plan)[1]
    for (const part of [item?.file.sha256, item?.file.sm3]) {
      expect(texts).toContain(part?.replace(/.{8}(?=.)/g, '$& '))
    }
    expect(texts).toContain(`电子卷内 ${item?.file.path}`)
    expect(texts).toContain('※见说明页')
  })

  it('shows characters of foreign file names as codes, and refuses them where they were typed', async () => {
    const record = aCaseOf([1, 1])
    const plan = planOf(record)
    const hostile = {
      ...plan,
      groups: plan.groups.map((group) => ({
        ...group,
        items: group.items.map((item) => ({
          ...item,
          file: { ...item.file, originalName: 'a\u202egpj.😀' },
        })),
      })),
    }
    expect(textsOf(await composed(hostile))).toContain('a[U+202E]gpj.[U+1F600]')
    const typed = planOf(aCaseOf([1, 1], { suspects: [{ name: '某😀' }] }))
    const refused: unknown = await composed(typed).catch((error: unknown) => error)
    if (!(refused instanceof Failure)) throw refused
    expect(refused.code).toBe('text.unprintable')
    for (const language of ['zh', 'en'] as const) {
      expect(explainFailure(refused, language)).toMatch(/“😀”.*U\+1F600/)
      expect(explainFailure(refused, language)).not.toMatch(/[{}]/)
    }
  })

  it('keeps the receipt on one page however many and long the names are', async () => {
    const names = (length: number) => '示例饮品公司'.repeat(length)
    for (const [count, length] of [
      [100, 2],
      [3, 80],
    ] as const) {
      const record = aCaseOf([1, 1], {
        suspects: Array.from({ length: 500 }, (_, index) => ({ name: `某${index}` })),
        rightHolders: Array.from({ length: count }, (_, index) => ({
          id: index === 0 ? 'holder' : `holder-${index}`,
          kind: 'domestic-company',
          nameZh: names(length),
          phone: '000',
        })),
      })
      const bundle = await composed(planOf(record))
      expect((bundle.outline[2]?.page ?? 0) - (bundle.outline[1]?.page ?? 0)).toBe(1)
      const texts = textsOf(bundle)
      expect(texts).toContain('等 500 人')
      expect(texts.includes('今收到封面所列提交人')).toBe(length === 80)
    }
  })

  it('is the same twice, to the byte', async () => {
    const plan = planOf(aCaseOf([2, 5]), true)
    const [first, second] = [await composed(plan), await composed(plan)]
    expect(await saved(first)).toBe(await saved(second))
    expect(Buffer.compare(Buffer.from(await first.tablePdf()), Buffer.from(await second.tablePdf()))).toBe(0)
  })

  it('marks all text as content of one structure element', async () => {
    const bundle = await composed(planOf(aCaseOf([2, 5])))
    const nodes = nodesOf(bundle.structure)
    const marks = nodes.flatMap((node) => node.content.map(({ page, mcid }) => `${page} ${mcid}`))
    expect(new Set(marks).size).toBe(marks.length)
    const silent = nodes.filter((node) => node.text.trim() !== '' && node.content.length === 0)
    expect(silent.map((node) => node.text).filter((text) => /[^_\s]/.test(text))).toEqual([])
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) {
      expect(nodes.some((node) => node.role === role)).toBe(true)
    }
  })

  it('composes 300 items in a moment and a table of 500', async () => {
    const plan = planOf(aCaseOf([4, 100, 196]))
    await composed(plan)
    const before = process.cpuUsage()
    await composed(plan)
    // Time of the processor, so that a busy machine does not fail it.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
    const many = await composed(planOf(aCaseOf([10, 490])))
    expect(itemRows(many)).toHaveLength(500)
  })
})
