import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { handOverSheet } from '../../../src/engine/documents/hand-over-sheet.ts'
import { aCaseOf, aSigner, composed, planOf } from '../../builders/a-plan.ts'
import { law } from '../../builders/cases.ts'
import { fonts } from '../../builders/fonts.ts'
import { hasTool } from '../../judges.ts'

const judged = hasTool('pdftotext') && hasTool('qpdf') && hasTool('pdffonts')
const folder = mkdtempSync(join(tmpdir(), 'papers-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(bytes: Uint8Array): string {
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, bytes)
  return path
}

function textOf(bytes: Uint8Array, ...options: string[]): string {
  return execFileSync('pdftotext', [...options, file(bytes), '-'], { encoding: 'utf8' })
}

const squeezed = (words: string) => words.replace(/\s/g, '')

describe.skipIf(!judged)('papers as a reader takes them', () => {
  it('give back their Chinese, in order, rare characters included', async () => {
    const record = aCaseOf([2, 3], {
      suspects: [{ name: '张𠮷' }, { name: 'Nguyễn Văn A' }],
      rightHolders: [
        { id: 'holder', kind: 'foreign-company', nameZh: '示例公司', nameEn: 'Exämple Ltd', phone: '000' },
      ],
    })
    const { generated } = await composed(planOf(record))
    const bytes = await generated.document.save({ useObjectStreams: false })
    const cover = textOf(bytes, '-l', '1')
    expect(squeezed(cover)).toContain('张𠮷、NguyễnVănA涉嫌销售假冒注册商标的商品罪一案')
    expect(cover).toContain('示例公司（Exämple Ltd）')
    expect(cover.indexOf('收件单位')).toBeLessThan(cover.indexOf('案件名称'))
    expect(cover.indexOf('案件名称')).toBeLessThan(cover.indexOf('材料数量'))
    const table = squeezed(textOf(bytes, '-f', '3', '-l', '3'))
    for (const words of [
      '证据目录',
      '主体与授权材料',
      '第一组',
      '书证',
      '证明内容',
      '示例材料第5号（附译文）',
      '第一组小计：3件6页',
    ]) {
      expect(table).toContain(words)
    }
    expect(table.indexOf('示例材料第3号')).toBeLessThan(table.indexOf('示例材料第4号'))
  })

  it('are sound, with every font embedded and subset', async () => {
    const { generated } = await composed(planOf(aCaseOf([2, 3]), true))
    const path = file(await generated.document.save({ useObjectStreams: false }))
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
    const rows = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2)
    expect(rows.length).toBe(2)
    for (const row of rows)
      expect(row).toMatch(/^[A-Z]{6}\+NotoSerifSC-\w+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  it('carry the draft mark on every page, and only then', async () => {
    for (const draft of [true, false]) {
      const { generated } = await composed(planOf(aCaseOf([1, 2]), draft), () => 0)
      const bytes = await generated.document.save({ useObjectStreams: false })
      const pages = textOf(bytes).split('\f').slice(0, -1)
      expect(pages.length).toBe(generated.document.getPageCount())
      expect(pages.filter((page) => page.includes('草稿 DRAFT')).length).toBe(draft ? pages.length : 0)
    }
  })

  it('have a table alone with the numbers of the bundle, and a hand-over sheet of one page', async () => {
    const plan = planOf(aCaseOf([1, 40]))
    const bundle = await composed(plan)
    const table = textOf(await bundle.tablePdf())
    expect(table).toContain(`第 3 页 / 共 ${bundle.pageCount} 页`)
    expect(table).toContain(`第 4 页 / 共 ${bundle.pageCount} 页`)

    const digest = 'ab'.repeat(32)
    for (const language of ['zh', 'en'] as const) {
      const sheet = await handOverSheet({
        plan: {
          ...plan,
          language,
          case: { ...plan.case, notice: { ...plan.case.notice, department: '第四检察部' } },
        },
        law,
        fonts,
        files: [
          { name: plan.names.container, bytes: 1_234_567, sha256: digest, sm3: digest },
          { name: plan.names.pdf, bytes: 1234, sha256: digest, sm3: digest },
        ],
        pages: bundle.pageCount,
        signer: { ...aSigner, throwAway: true },
      })
      const pages = textOf(sheet).split('\f')
      expect(pages).toHaveLength(2)
      expect(pages[0]).toContain('abababab '.repeat(8).trim())
      expect(pages[0]).toContain('1,234,567')
      expect(pages[0]).toContain('一次性密钥')
      expect(pages[0]).toContain('第四检察部')
    }
  })

  it('keep a receipt on one page and never fill in what is the office’s', async () => {
    const { generated, outline } = await composed(planOf(aCaseOf([1, 2])))
    const bytes = await generated.document.save({ useObjectStreams: false })
    expect((outline[2]?.page ?? 0) - (outline[1]?.page ?? 0)).toBe(1)
    const receipt = textOf(bytes, '-f', '2', '-l', '2')
    expect(receipt.match(/收件回执/g)).toHaveLength(2)
    expect(receipt).toContain('收件单位留存联')
    expect(receipt).toContain('提交人留存联')
    for (const label of ['收件时间：', '经办人（签名）：', '光盘编号：']) {
      expect(receipt).toMatch(new RegExp(`${label}[\\s年月日时分]*(联系电话|收件部门|封条号|$)`, 'm'))
    }
  })
})
