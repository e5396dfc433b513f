import { PDFContext, PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { openPdfForReading } from '../../../src/engine/pdf/lazy-reader.ts'
import { ObjectCopier } from '../../../src/engine/pdf/object-copier.ts'
import type { ObjectWriter } from '../../../src/engine/pdf/object-writer.ts'
import { Observations } from '../../../src/engine/pdf/observations.ts'
import { collectPages } from '../../../src/engine/pdf/page-tree.ts'
import type { PdfSource } from '../../../src/engine/pdf/pdf-source.ts'
import { handPdf } from './pdf-fixtures.ts'

function recorder() {
  const objects = new Map<number, string>()
  let next = 100
  const writer: ObjectWriter = {
    allocate: (count = 1) => (next += count) - count,
    object: (number, body) => void objects.set(number, body),
    stream: (number, entries, data) =>
      void objects.set(number, `<<${entries}>>${Buffer.from(data).toString('latin1')}`),
  }
  return { writer, objects }
}

function sourceOf(objects: Parameters<typeof handPdf>[0]): PdfSource {
  const { context, catalog } = openPdfForReading(handPdf(objects))
  return { context, catalog, pages: collectPages(context, catalog) }
}

describe('copying objects under new numbers', () => {
  it('follows references once, gives shared objects one number and writes null for pages that are not taken', () => {
    const source = sourceOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
      '<</Type/Page/Parent 2 0 R>>',
      '<</Type/Page/Parent 2 0 R>>',
      '<</A 6 0 R/B 6 0 R/P 3 0 R/Q[4 0 R]/U 2 0 R/C 1 0 R/M 99 0 R>>',
      '<</Back 5 0 R/Number -1.50/Text(a\\(b)/Hex<0A>/Name/a#20b>>',
    ])
    const { writer, objects } = recorder()
    const copier = new ObjectCopier(writer, source, new Observations())
    copier.place(PDFRef.of(3), 7)
    expect(copier.reference(PDFRef.of(5))).toBe('100 0 R')
    copier.drain()
    expect(Object.fromEntries(objects)).toEqual({
      100: '<</A 101 0 R/B 101 0 R/P 7 0 R/Q [null]>>',
      101: '<</Back 100 0 R/Number -1.5/Text (a\\(b)/Hex <0A>/Name /a#20b>>',
    })
  })

  it('spells strings by their bytes where decryption took the escapes away, but not those of object streams', () => {
    const source: PdfSource = {
      ...sourceOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[<<>>]>>']),
      decrypted: { inObjectStreams: new Set([5]) },
    }
    const copier = new ObjectCopier(recorder().writer, source, new Observations())
    copier.enter(4)
    expect(copier.value(PDFString.of('a)b\\c'))).toBe(
      '<6129625C63>'.replace(/[A-F]/g, (digit) => digit.toLowerCase()),
    )
    expect(copier.value(PDFHexString.of('0aFF'))).toBe('<0aFF>')
    copier.enter(5)
    expect(copier.value(PDFString.of('a\\)b'))).toBe('(a\\)b)')
  })

  it('changes what was amended', () => {
    const source = sourceOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[<<>>]>>',
      '<</Parent 9 0 R/T(x)>>',
    ])
    const { writer, objects } = recorder()
    const copier = new ObjectCopier(writer, source, new Observations())
    copier.reference(PDFRef.of(3))
    copier.amend(copier.numberOf(PDFRef.of(3)), {
      without: new Set([PDFName.of('Parent')]),
      entries: '/Parent 8 0 R',
    })
    copier.drain()
    expect([...objects.values()]).toEqual(['<</T (x)/Parent 8 0 R>>'])
  })

  it('refuses values nested without end', () => {
    const context = PDFContext.create()
    const dict = PDFDict.withContext(context)
    dict.set(PDFName.of('Self'), dict)
    const source: PdfSource = { context, catalog: dict, pages: [] }
    const copier = new ObjectCopier(recorder().writer, source, new Observations())
    expect(() => copier.value(dict)).toThrow('nested too deeply')
  })
})
