import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { AssemblyPlan } from '../../../src/engine/pdf/assembly.ts'
import { assemblePdf } from '../../../src/engine/pdf/assemble-pdf.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { hasTool } from '../../judges.ts'
import {
  assemble,
  difference,
  handPdf,
  hashing,
  memorySink,
  onePage,
  paint,
  planOf,
  qpdfCheck,
  qpdfJson,
  quiet,
  textOf,
  textPdf,
} from './pdf-fixtures.ts'

const judged = hasTool('qpdf') && hasTool('pdftotext') && hasTool('pdftoppm')

describe.skipIf(!judged)('a bundle', () => {
  it('has the pages in order, each with its stamp, and is sound for qpdf', async () => {
    const sources = [{ bytes: await textPdf(2, 'Alpha') }, { bytes: await textPdf(3, 'Beta', false) }]
    const { bytes, result } = await assemble(sources, { generatedPages: 2, firstPageNumber: 11 })
    expect(qpdfCheck(bytes)).toEqual({ status: 0, message: '' })
    expect(result.pageCount).toBe(7)
    const texts = [1, 2, 3, 4, 5, 6, 7].map((page) => textOf(bytes, page).replace(/\s+/g, ' ').trim())
    expect(texts).toEqual([
      'Generated 1 FRONT-STAMP 11 of 17',
      'Generated 2 FRONT-STAMP 12 of 17',
      'Alpha page 1 E001-STAMP 13 of 17',
      'Alpha page 2 E001-STAMP 14 of 17',
      'Beta page 1 E002-STAMP 15 of 17',
      'Beta page 2 E002-STAMP 16 of 17',
      'Beta page 3 E002-STAMP 17 of 17',
    ])
    const [labels] = qpdfJson(bytes, 'pagelabels')
    expect(labels).toMatchObject({ index: 0, label: { '/S': '/D', '/St': 11 } })
  })

  it('shows the source unchanged above the stamp', async () => {
    const source = await textPdf(1, 'Gamma')
    const { bytes } = await assemble([{ bytes: source }])
    const before = paint(source, 1)
    expect(difference(before, paint(bytes, 2), before.height - 36)).toBe(0)
  })

  it('is written in chunks that add up to the reported size and digest', async () => {
    const { bytes, result } = await assemble([{ bytes: await textPdf(2, 'Delta') }])
    expect(result.bytes).toBe(bytes.length)
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('is the same bytes every time', async () => {
    const source = await textPdf(4, 'Epsilon')
    const first = await assemble([{ bytes: source }])
    const second = await assemble([{ bytes: source }])
    expect(second.result.sha256).toBe(first.result.sha256)
  })

  it('interleaves generated pages with sources, in the order of the segments', async () => {
    const plan = await planOf([{ bytes: await textPdf(1, 'One') }, { bytes: await textPdf(1, 'Two') }], {
      generatedPages: 3,
    })
    const [, one, two] = plan.segments
    if (one === undefined || two === undefined) throw new Error('two sources were planned')
    const segments = [
      { kind: 'generated' as const, pages: [2] },
      one,
      { kind: 'generated' as const, pages: [0] },
      two,
      { kind: 'generated' as const, pages: [1] },
    ]
    const sink = memorySink()
    await assemblePdf({ ...plan, segments }, sink, hashing, quiet)
    const starts = textOf(sink.bytes())
      .split('\f')
      .map((page) => page.trim().split(/\s{2,}|\n/)[0])
    expect(starts.slice(0, 5)).toEqual([
      'Generated 3',
      'One page 1',
      'Generated 1',
      'Two page 1',
      'Generated 2',
    ])
  })

  it('carries title, language and the printed form of its metadata', async () => {
    const { bytes } = await assemble([])
    const read = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(read.getTitle()).toBe('Bundle <1> & 卷')
    expect(read.getCreationDate()?.toISOString()).toBe('2026-03-04T05:06:07.000Z')
    const file = Buffer.from(bytes).toString()
    expect(file).toContain('<rdf:li xml:lang="x-default">Bundle &lt;1&gt; &amp; 卷</rdf:li>')
    expect(file).toContain(
      '/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/Simplex>>/PageMode/UseOutlines',
    )
    expect(file).toContain('/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]')
  })

  it('balances the page tree of many pages', async () => {
    const { bytes, result } = await assemble([{ bytes: await textPdf(1100, 'Many') }], {
      stampText: () => '',
    })
    expect(result.pageCount).toBe(1101)
    expect(qpdfJson(bytes, 'pages')).toHaveLength(1101)
    const read = await PDFDocument.load(bytes)
    const root = read.catalog.lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Kids'), PDFArray)
    expect(root.size()).toBe(2)
  })
})

describe.skipIf(!judged)('bookmarks and links', () => {
  const outlined = handPdf([
    '<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/Names<</Dests<</Names[(here) [4 0 R/XYZ 10 20 0]]>>>>>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 300 300]>>',
    '<</Type/Page/Parent 2 0 R/Annots[5 0 R 9 0 R]>>',
    '<</Type/Page/Parent 2 0 R>>',
    '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D(here)>>/P 3 0 R>>',
    '<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>',
    '<</Title(Chapter \\(1\\))/Parent 6 0 R/Dest(here)/First 8 0 R/Last 8 0 R/Count -1>>',
    '<</Title<FEFF7AE0>/Parent 7 0 R/A<</S/GoTo/D[3 0 R/Fit]>>/C[1 0 0]/F 2>>',
    '<</Type/Annot/Subtype/Link/Rect[9 9 20 20]/Dest(nowhere)>>',
  ])

  it('nests the outline of a source and resolves named destinations', async () => {
    const outline = [
      { title: '证据一', page: 1, sourceSegment: 1, children: [] },
      { title: '末页', page: 2, children: [] },
    ]
    const { bytes } = await assemble([{ bytes: outlined }], { outline })
    expect(qpdfCheck(bytes).status).toBe(0)
    const [first, second] = qpdfJson(bytes, 'outlines')
    expect([first.title, first.destpageposfrom1]).toEqual(['证据一', 2])
    expect([second.title, second.destpageposfrom1]).toEqual(['末页', 3])
    const [chapter] = first.kids
    expect([chapter.title, chapter.destpageposfrom1]).toEqual(['Chapter (1)', 3])
    expect([chapter.kids[0].title, chapter.kids[0].destpageposfrom1]).toEqual(['章', 2])
  })

  it('keeps links inside a source and drops the target of those that lead nowhere', async () => {
    const { bytes } = await assemble([{ bytes: outlined }])
    const read = await PDFDocument.load(bytes)
    const [, page, target] = read.getPages()
    const annotations = page?.node.Annots()
    const action = annotations?.lookup(0, PDFDict).lookup(PDFName.of('A'), PDFDict)
    expect(action?.lookup(PDFName.of('D'), PDFArray).get(0)).toBe(target?.ref)
    expect(annotations?.lookup(0, PDFDict).get(PDFName.of('P'))).toBe(page?.ref)
    expect(annotations?.lookup(1, PDFDict).has(PDFName.of('Dest'))).toBe(false)
  })

  it('draws planned links on generated pages and over stamps', async () => {
    const links = [{ page: 0, rect: [50, 500, 200, 520] as const, target: 2 }]
    const { bytes } = await assemble([{ bytes: outlined }], { links, stampLinks: [{ page: 2, target: 0 }] })
    expect(qpdfCheck(bytes).status).toBe(0)
    const read = await PDFDocument.load(bytes)
    const [front, , last] = read.getPages()
    const link = front?.node.Annots()?.lookup(0, PDFDict)
    expect(link?.lookup(PDFName.of('Dest'), PDFArray).get(0)).toBe(last?.ref)
    expect(link?.lookup(PDFName.of('Border'))?.toString()).toBe('[ 0 0 0 ]')
    const back = last?.node.Annots()?.lookup(0, PDFDict)
    expect(back?.lookup(PDFName.of('Dest'), PDFArray).get(0)).toBe(front?.ref)
    const rect = back?.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
    expect((rect?.x ?? 0) + (rect?.width ?? 0)).toBeCloseTo(300 - 28 + 0.5, 1)
    expect(rect?.y).toBeLessThan(20)
  })
})

describe('the signature', () => {
  async function signed(signature: Partial<NonNullable<AssemblyPlan['signature']>>) {
    const digests: string[] = []
    const { bytes, result } = await assemble([{ bytes: await textPdf(1, 'Signed') }], {
      signature: {
        page: 0,
        rect: [60, 60, 260, 120],
        signerName: '张三',
        reason: 'Fixes (the) content',
        reserve: 3000,
        sign: async (digest) => {
          digests.push(Buffer.from(digest).toString('hex'))
          return new Uint8Array(2000).fill(0xab)
        },
        ...signature,
      },
    })
    return { bytes, result, digests }
  }

  it('signs the digest of the byte range, which leaves out exactly /Contents', async () => {
    const { bytes, result, digests } = await signed({})
    const [start = -1, before = 0, after = 0, length = 0] = result.byteRange ?? []
    expect(start).toBe(0)
    expect(after + length).toBe(bytes.length)
    const gap = Buffer.from(bytes.subarray(before, after)).toString('latin1')
    expect(gap).toBe(`<${'ab'.repeat(2000)}${'00'.repeat(1000)}>`)
    const hash = createHash('sha256')
    hash.update(bytes.subarray(0, before)).update(bytes.subarray(after))
    expect(digests).toEqual([hash.digest('hex')])
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const text = Buffer.from(bytes).toString('latin1')
    const written = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) +\]/.exec(text)
    expect(written?.slice(1).map(Number)).toEqual([before, after, length])
  })

  it.skipIf(!judged)('is a certification by a field with a widget, and the file is sound', async () => {
    const { bytes } = await signed({})
    expect(qpdfCheck(bytes)).toEqual({ status: 0, message: '' })
    const read = await PDFDocument.load(bytes)
    const form = read.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
    expect(form.lookup(PDFName.of('SigFlags'))?.toString()).toBe('3')
    const field = form.lookup(PDFName.of('Fields'), PDFArray).lookup(0, PDFDict)
    const value = field.get(PDFName.of('V'))
    expect(read.catalog.lookup(PDFName.of('Perms'), PDFDict).get(PDFName.of('DocMDP'))).toBe(value)
    expect(field.get(PDFName.of('P'))).toBe(read.getPages()[0]?.ref)
    const dictionary = field.lookup(PDFName.of('V'), PDFDict)
    expect(dictionary.lookup(PDFName.of('SubFilter'))?.toString()).toBe('/ETSI.CAdES.detached')
    expect(dictionary.lookup(PDFName.of('Reference'), PDFArray).lookup(0, PDFDict).toString()).toContain(
      '/P 2',
    )
  })

  it('fails when the signature is longer than its reserve, and writes no more', async () => {
    const failing = signed({ reserve: 1999 })
    await expect(failing).rejects.toThrow(Failure)
    await expect(failing).rejects.toMatchObject({
      code: 'signing.reserve',
      facts: { actual: 2000, reserve: 1999 },
    })
  })
})

describe('a source that is not what the first pass saw', () => {
  it('fails with evidence.changed and the label', async () => {
    const plan = await planOf([{ bytes: await textPdf(2, 'Planned') }])
    const other = await textPdf(3, 'Other')
    const segments = plan.segments.map((segment) => {
      return segment.kind === 'source' ? { ...segment, read: async () => other } : segment
    })
    const failing = assemblePdf({ ...plan, segments }, memorySink(), hashing, quiet)
    await expect(failing).rejects.toMatchObject({ code: 'evidence.changed', facts: { name: 'E001' } })
  })

  it('fails alike when it no longer opens', async () => {
    const plan = await planOf([{ bytes: onePage('0 0 9 9 re f') }])
    const segments = plan.segments.map((segment) => {
      return segment.kind === 'source' ? { ...segment, read: async () => new Uint8Array(20) } : segment
    })
    const failing = assemblePdf({ ...plan, segments }, memorySink(), hashing, quiet)
    await expect(failing).rejects.toMatchObject({ code: 'evidence.changed' })
  })

  it('stops when the job is aborted, with the reason of the signal', async () => {
    const plan = await planOf([{ bytes: await textPdf(1, 'Aborted') }])
    const abort = new AbortController()
    abort.abort()
    const context = { signal: abort.signal, report: () => {} }
    await expect(assemblePdf(plan, memorySink(), hashing, context)).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    )
  })

  it('lets what the sink throws pass', async () => {
    const plan = await planOf([{ bytes: await textPdf(1, 'Full disk') }])
    const full = new Failure('output.no-space', {})
    const sink = { write: () => Promise.reject(full) }
    await expect(assemblePdf(plan, sink, hashing, quiet)).rejects.toBe(full)
  })
})
