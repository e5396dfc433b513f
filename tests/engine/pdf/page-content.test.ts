import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { BalanceReader } from '../../../src/engine/pdf/content-balance.ts'
import { hasTool } from '../../judges.ts'
import { assemble, difference, handPdf, latin1, onePage, paint, qpdfCheck, wordsOf } from './pdf-fixtures.ts'

const judged = hasTool('qpdf') && hasTool('pdftotext') && hasTool('pdftoppm')

function balanceOf(...parts: string[]) {
  const reader = new BalanceReader()
  for (const part of parts) reader.read(latin1(part))
  return reader.balance()
}

const sound = { openStates: 0, openMarks: 0, openText: false, broken: false }

describe('the balance of a content stream', () => {
  it('counts operators, not their look-alikes in strings, names, comments and images', () => {
    expect(balanceOf('q (q (q) \\) Q) <71> /q % q\n 1 0 0 1 0 0 cm Q')).toEqual(sound)
    expect(balanceOf('BI /W 1 /H 1 ID q q EI! q\n EI Q q', 'Q')).toMatchObject({ broken: true })
    expect(balanceOf('q BI /W 1 /H 1 ID q\xfe EI\xff q\n EI Q')).toEqual(sound)
    expect(balanceOf('/P <</MCID 0 /X <</Y [(a)]>> >> BDC EMC')).toEqual(sound)
  })

  it('says what is left open', () => {
    expect(balanceOf('q q', 'q Q')).toMatchObject({ openStates: 2, broken: false })
    expect(balanceOf('/OC /L BDC /P BMC EMC BT')).toMatchObject({ openMarks: 1, openText: true })
    expect(balanceOf('q Q Q')).toMatchObject({ broken: true })
    expect(balanceOf('(never closed')).toMatchObject({ broken: true })
    expect(balanceOf('<00')).toMatchObject({ broken: true })
  })
})

describe.skipIf(!judged)('content that does not pair its operators', () => {
  const cases: Record<string, string | string[]> = {
    'a missing Q': '0.5 0 0 0.5 0 0 cm q 0.5 0 0 0.5 100 100 cm 0 0 300 300 re f',
    'many missing Qs in two streams': ['q q q 2 0 0 2 0 0 cm', 'q 10 10 30 30 re f'],
    'a Q too many, then a changed matrix': 'Q Q 0.3 0 0 0.3 9 9 cm 0 0 300 300 re f',
    'a Q too many in two streams': ['Q 0.3 0 0 0.3 9 9 cm', '0 0 300 300 re f'],
    'an open text object': 'BT /F1 40 Tf 3 Tr 100 300 Td (unseen) Tj',
    'an open string': '0 0 100 100 re f (no end',
    'a thousand open states': `${'q '.repeat(1000)} 0 0 50 50 re f`,
    'no content at all': [],
  }
  for (const [name, content] of Object.entries(cases)) {
    it(`moves neither the stamp nor the page: ${name}`, async () => {
      const source = onePage(content)
      const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP' })
      expect(qpdfCheck(bytes).status).toBe(0)
      const { words } = wordsOf(bytes, 2)
      const stamp = words.find((word) => word.text === 'ZSTAMP')
      expect(stamp?.xMax).toBeCloseTo(595 - 28, -0.5)
      const before = paint(source, 1)
      const after = paint(bytes, 2)
      expect(difference(before, after, before.height - 36)).toBe(0)
      expect(difference(before, after)).toBeGreaterThan(0)
    })
  }

  it('an unclosed hidden layer does not hide the stamp', async () => {
    const source = handPdf([
      '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R' +
        '/Resources<</Properties<</L 6 0 R>>/Font<</F1 4 0 R>>>>>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      { entries: '', data: '0 0 50 50 re f /OC /L BDC 100 100 300 300 re f' },
      '<</Type/OCG/Name(Hidden)>>',
    ])
    const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP' })
    const before = paint(source, 1)
    const after = paint(bytes, 2)
    expect(difference(before, after, before.height - 36)).toBe(0)
    expect(difference(before, after)).toBeGreaterThan(0)
  })

  it('content behind a filter that is no compression is left to the reader', async () => {
    const source = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
      { entries: '/Filter/JPXDecode', data: 'not content' },
    ])
    const { bytes } = await assemble([{ bytes: source }], { stampText: () => 'ZSTAMP' })
    expect(wordsOf(bytes, 2).words.map((word) => word.text)).toEqual(['ZSTAMP'])
  })

  it('a decompression bomb is not inflated beyond its limit', async () => {
    const bomb = Buffer.from(zlibSync(new Uint8Array(200 * 1024 * 1024), { level: 9 })).toString('latin1')
    const source = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      { entries: '/Filter/FlateDecode', data: bomb },
    ])
    const start = performance.now()
    const { bytes } = await assemble([{ bytes: source }])
    expect(performance.now() - start).toBeLessThan(15_000)
    expect(bytes.length).toBeLessThan(400_000)
  })
})
