import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { readLawBook } from '../src/cli/files/packaged-files.ts'
import { checklistOf, completenessOf } from '../src/shared/domain/checklist.ts'
import { gapsOf } from '../src/shared/domain/case-gaps.ts'
import { readCase } from '../src/shared/domain/read-case.ts'
import type { CaseRecord } from '../src/shared/domain/case-record.ts'
import { hasTool } from './judges.ts'

const folder = fileURLToPath(new URL('../resources/sample/', import.meta.url))
const names = readdirSync(folder).sort()
const bytesOf = (name: string) => readFileSync(folder + name)
const pdf = (name: string) => PDFDocument.load(bytesOf(name), { updateMetadata: false })
const judge = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 24 })

function sampleCase(): CaseRecord {
  const read = readCase(bytesOf('case.json').toString('utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.case
}

/** Frame header of a JPEG: height, width, number of components (ITU-T T.81, B.2.2). */
function frameOf(jpeg: Buffer): { height: number; width: number; components: number } {
  let at = 2
  while (at < jpeg.length) {
    const marker = jpeg[at + 1]!
    if (marker === 0xc0 || marker === 0xc2) {
      return {
        height: jpeg.readUInt16BE(at + 5),
        width: jpeg.readUInt16BE(at + 7),
        components: jpeg[at + 9]!,
      }
    }
    at += 2 + jpeg.readUInt16BE(at + 2)
  }
  throw new Error('no frame header')
}

const pngSize = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) })

describe('the sample case', () => {
  it('is a case folder without gaps', () => {
    const record = sampleCase()
    expect(gapsOf(record)).toEqual([])
    expect(record.groups.map((group) => [group.set, group.name])).toEqual([
      ['identity', '主体与授权'],
      ['evidence', '权利基础'],
      ['evidence', '侵权事实与鉴别'],
      ['evidence', '数额与损失'],
      ['evidence', '其他'],
    ])
    expect([...JSON.stringify(record)]).toContain('𠮷')
  })

  it('names every file of its folder once, and no other', () => {
    const listed = sampleCase().groups.flatMap((group) => group.items.map((item) => item.file))
    expect([...listed, 'README.md', 'case.json'].sort()).toEqual(names)
  })

  it('states every date of forming and collecting before the reply is due', () => {
    const record = sampleCase()
    for (const item of record.groups.flatMap((group) => group.items)) {
      for (const date of [item.formedOn, item.collected?.at]) {
        if (date) expect(date.slice(0, 10) <= record.notice.replyDueOn!, `${item.file} ${date}`).toBe(true)
      }
    }
  })

  it('has the SHA-256 of the files where case.json expects one', () => {
    const pinned = sampleCase().groups.flatMap((group) =>
      group.items.filter((item) => item.sha256 !== undefined),
    )
    expect(pinned.length).toBeGreaterThan(0)
    for (const item of pinned) {
      expect(createHash('sha256').update(bytesOf(item.file)).digest('hex'), item.file).toBe(item.sha256)
    }
  })

  it('opens with a checklist of which most is there, by papers of its folder', async () => {
    const record = sampleCase()
    const law = await readLawBook()
    const { done, of } = completenessOf(checklistOf(record, law, '2026-11-29'))
    expect({ done, of }).toEqual({ done: 21, of: 26 })
    const digests = new Set(names.map((name) => createHash('sha256').update(bytesOf(name)).digest('hex')))
    for (const { code, status, sha256 } of record.checklist ?? []) {
      expect(sha256 !== undefined && digests.has(sha256), code).toBe(status === 'ready')
    }
  })

  it('stays under 5 MB and says in its README what every file is', () => {
    const total = names.reduce((sum, name) => sum + statSync(folder + name).size, 0)
    expect(total).toBeLessThan(5_000_000)
    const readme = bytesOf('README.md').toString('utf8')
    for (const name of names) if (name !== 'README.md') expect(readme, name).toContain(name)
  })
})

describe('the files of the sample case', () => {
  it('holds the images a bundle finds hard: turned, grey, four inks, very tall', () => {
    const licence = bytesOf('01_营业执照副本.jpg')
    const tag = licence.indexOf(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1]))
    expect(licence.readUInt16BE(tag + 8)).toBe(6)
    const stored = frameOf(licence)
    expect(stored.height).toBeGreaterThan(stored.width)
    expect(frameOf(bytesOf('05_商标注册证_第00000001号.jpg')).components).toBe(1)
    expect(frameOf(bytesOf('06_商标注册证_第00000002号.jpg')).components).toBe(4)
    expect(pngSize(bytesOf('12_网店截图1_商品页.png'))).toEqual({ width: 1440, height: 900 })
    expect(pngSize(bytesOf('12_网店截图2_手机长图.png'))).toEqual({ width: 750, height: 5200 })
  })

  it('has PDFs of the pages it promises, one page turned, one outline of its own', async () => {
    const pages: Record<string, number> = {}
    for (const name of names.filter((each) => each.endsWith('.pdf')))
      pages[name] = (await pdf(name)).getPageCount()
    expect(pages).toEqual({
      '02_公司注册证明_附加证明书_译文.pdf': 4,
      '03_授权委托书.pdf': 2,
      '04_律师事务所函.pdf': 2,
      '08_权利人鉴别意见书.pdf': 3,
      '09_价格说明.pdf': 3,
      '10_销售台账.pdf': 4,
      '11_扣押清单.pdf': 1,
      '收货人𠮷田签收单.pdf': 1,
    })
    const authority = await pdf('03_授权委托书.pdf')
    expect(authority.getPages().map((page) => page.getRotation().angle)).toEqual([0, 90])
    const certificate = await pdf('02_公司注册证明_附加证明书_译文.pdf')
    const outline = certificate.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const first = outline.lookup(PDFName.of('First'), PDFDict)
    expect(first.lookup(PDFName.of('First'), PDFDict).lookup(PDFName.of('Dest'), PDFArray).size()).toBe(5)
  })

  it('has the ledger as data, with the totals that are printed', () => {
    const csv = bytesOf('10_销售台账.csv').toString('utf8')
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n')
    const rows = csv
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))
    expect(rows).toHaveLength(84)
    for (const [, , , , , cases, price, amount] of rows)
      expect(Number(cases) * Number(price)).toBeCloseTo(Number(amount), 6)
    if (!hasTool('pdftotext')) return
    const sum = rows.reduce((total, row) => total + Number(row[7]), 0)
    const printed = judge('pdftotext', '-layout', folder + '10_销售台账.pdf', '-')
    expect(printed).toContain(sum.toLocaleString('en', { minimumFractionDigits: 2 }))
  })

  it('has a Word file that is a valid package and holds the rare character', async () => {
    const zip = await JSZip.loadAsync(bytesOf('14_情况说明.docx'), { checkCRC32: true })
    expect(Object.keys(zip.files)[0]).toBe('[Content_Types].xml')
    expect(await zip.file('word/document.xml')!.async('string')).toContain('员工𠮷田的个人账号')
  })

  it('has an MP4 whose index comes before its pictures', () => {
    const video = bytesOf('13_开箱录像片段.mp4')
    expect(video.toString('latin1', 4, 8)).toBe('ftyp')
    expect(video.indexOf('moov')).toBeLessThan(video.indexOf('mdat'))
  })
})

describe('judged by others', () => {
  it.skipIf(!hasTool('pdfsig'))('the opinion carries a valid signature over the whole file', () => {
    const words = judge('pdfsig', folder + '08_权利人鉴别意见书.pdf')
    expect(words).toContain('Signature is Valid.')
    expect(words).toContain('Total document signed')
    expect(words).toContain('adbe.pkcs7.detached')
  })

  it.skipIf(!hasTool('qpdf'))('qpdf finds nothing wrong in any PDF', () => {
    for (const name of names.filter((each) => each.endsWith('.pdf'))) {
      expect(judge('qpdf', '--check', folder + name), name).toContain(
        'No syntax or stream encoding errors found',
      )
    }
  })

  it.skipIf(!hasTool('pdftotext'))(
    'the text of the papers can be read back, and says that it is a specimen',
    () => {
      const opinion = judge('pdftotext', folder + '08_权利人鉴别意见书.pdf', '-')
      expect(opinion).toContain('权利人鉴别意见书')
      expect(opinion.match(/SPECIMEN/g)!.length).toBeGreaterThanOrEqual(3)
      expect(judge('pdftotext', folder + '收货人𠮷田签收单.pdf', '-')).toContain('𠮷田（示例人物）')
      expect(judge('pdftotext', folder + '11_扣押清单.pdf', '-').trim()).toBe('')
    },
  )
})
