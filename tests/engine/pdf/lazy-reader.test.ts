import fc from 'fast-check'
import { PDFArray, PDFContext, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import type { PDFRawStream, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { ByteStream } from '../../../src/engine/pdf/byte-stream.ts'
import { openPdfForReading } from '../../../src/engine/pdf/lazy-reader.ts'
import { ObjectParser } from '../../../src/engine/pdf/object-parser.ts'
import { elementsOf, entriesOf } from '../../../src/engine/pdf/pdf-lib-internals.ts'
import { PdfSyntaxError } from '../../../src/engine/pdf/pdf-syntax-error.ts'
import { unfilterRows, unpredict } from '../../../src/engine/pdf/predictor.ts'
import { handPdf, latin1, textPdf } from './pdf-fixtures.ts'

function parse(text: string) {
  return new ObjectParser(new ByteStream(latin1(text)), PDFContext.create()).parseObject()
}

describe('the object parser', () => {
  it('reads every kind of object as it stands', () => {
    const text = '<</A[1 -2 +3.50 .5 4.]/B(a\\)(b)\\n)/C<0aF>/D/na#6de/E true/F null/G 12 3 R/H<</I[]>>>>'
    expect(parse(text).toString().replace(/\s+/g, ' ')).toBe(
      '<< /A [ 1 -2 3.5 0.5 4 ] /B (a\\)(b)\\n) /C <0aF> /D /name /E true /F null /G 12 3 R /H << /I [ ] >> >>',
    )
  })

  it('tells references from numbers', () => {
    expect(parse('[1 2 3 R 4 5 6]').toString()).toBe('[ 1 2 3 R 4 5 6 ]')
    expect(parse('[1 0 Rx]'.replace('Rx', 'R/x'))).toBeInstanceOf(PDFArray)
    expect(parse('7%c\n 0 %d\n R')).toBe(PDFRef.of(7))
    expect(parse('123456 99999 ').toString()).toBe('123456')
  })

  it('reads the numbers that careless writers emit as readers do', () => {
    for (const [text, value] of [
      ['--5', -5],
      ['1.2.3', 1.2],
      ['-', 0],
      ['5-3', 5],
      ['+.25', 0.25],
    ] as const) {
      expect((parse(text) as PDFNumber).asNumber()).toBe(value)
    }
  })

  it('undoes an escape in a name once', () => {
    expect(parse('/a#2342')).toBe(parse('/a#2342'))
    expect((parse('/a#2342') as PDFName).asString()).toBe('/a#2342')
    expect(parse('/#6Fc')).toBe(PDFName.of('oc'))
  })

  it('takes a stream as a view of the input, by a direct or indirect length', () => {
    const bytes = latin1('<</Length 9 0 R>>stream\r\nabcde\nendstream')
    const parser = new ObjectParser(new ByteStream(bytes), PDFContext.create(), () => PDFNumber.of(5))
    const stream = parser.parseObject() as PDFRawStream
    expect(Buffer.from(stream.contents).toString()).toBe('abcde')
    expect(stream.contents.buffer).toBe(bytes.buffer)
  })

  it('refuses what cannot be read', () => {
    const bad = [
      '',
      '(',
      '<12',
      '[1',
      '<</A',
      '<</A 1',
      '<<1 2>>',
      'nul',
      '<</Length 9>>stream\nab\nendstream',
      ')',
      '['.repeat(999),
    ]
    for (const text of bad) expect(() => parse(text), text).toThrow(PdfSyntaxError)
  })

  it('never does anything but read or refuse (property)', () => {
    const token = fc.constantFrom(
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '/A',
      ' ',
      '1',
      '.',
      '-',
      ' R',
      'true',
      'null',
      '%',
      '\n',
      'stream\n',
      'endstream',
      '\\',
      '#',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        try {
          parse(tokens.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(PdfSyntaxError)
        }
      }),
      { seed: 3, numRuns: 2000 },
    )
  })
})

describe('the lazy reader', () => {
  it('finds what pdf-lib wrote, with object streams and without', async () => {
    for (const objectStreams of [true, false]) {
      const bytes = await textPdf(3, 'Read', objectStreams)
      const { context, catalog, trailer } = openPdfForReading(bytes)
      const kids = catalog.lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Kids'), PDFArray)
      expect(kids.size()).toBe(3)
      expect(kids.lookup(0)).toBe(kids.lookup(0))
      expect(context.lookup(trailer.get(PDFName.of('Root')))).toBe(catalog)
      expect(context.lookup(PDFRef.of(9999))).toBeUndefined()
    }
  })

  it('takes the newest of several revisions, and none of those deleted', () => {
    const base = Buffer.from(handPdf(['<</Type/Catalog/Old true>>', '(second)', '(third)'])).toString(
      'latin1',
    )
    const previous = /startxref\n(\d+)/.exec(base)?.[1] ?? ''
    const start = base.length
    const update = `1 0 obj\n<</Type/Catalog/New true>>\nendobj\n`
    const table =
      `xref\n1 1\n${String(start).padStart(10, '0')} 00000 n \n3 1\n0000000000 00001 f \n` +
      `trailer\n<</Size 4/Root 1 0 R/Prev ${previous}>>\nstartxref\n${start + update.length}\n%%EOF\n`
    const { catalog, context } = openPdfForReading(latin1(base + update + table))
    expect(catalog.has(PDFName.of('New'))).toBe(true)
    expect((context.lookup(PDFRef.of(2)) as PDFString).asString()).toBe('second')
    expect(context.lookup(PDFRef.of(3))).toBeUndefined()
  })

  it('refuses encrypted files and tables that point elsewhere', () => {
    const encrypted = handPdf(['<</Type/Catalog>>', '<<>>'], { trailer: '/Encrypt 2 0 R' })
    expect(() => openPdfForReading(encrypted)).toThrow('encrypted')
    const shifted = latin1(
      Buffer.from(handPdf(['<</Type/Catalog>>']))
        .toString('latin1')
        .replace('0000000009', '0000000011'),
    )
    expect(() => openPdfForReading(shifted)).toThrow(PdfSyntaxError)
    const circular = latin1(
      '%PDF-1.7\nxref\n0 0\ntrailer\n<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF',
    )
    expect(() => openPdfForReading(circular)).toThrow('no catalog')
  })
})

describe('predictors', () => {
  it('undo every PNG filter and the TIFF one', () => {
    const rows = [0, 1, 2, 3, 1, 1, 1, 1, 2, 5, 5, 5, 3, 10, 10, 10, 4, 9, 9, 9]
    expect([...unfilterRows(Uint8Array.from(rows), 3, 1)]).toEqual([
      1, 2, 3, 1, 2, 3, 6, 7, 8, 13, 20, 24, 22, 31, 40,
    ])
    const tiff = { predictor: 2, colors: 1, bitsPerComponent: 8, columns: 3 }
    expect([...unpredict(Uint8Array.from([1, 1, 1, 250, 10, 1]), tiff)]).toEqual([1, 2, 3, 250, 4, 5])
  })

  it('refuse widths that are no widths', () => {
    for (const columns of [0, -1, 1e12, Number.NaN]) {
      const parameters = { predictor: 12, colors: 1, bitsPerComponent: 8, columns }
      expect(() => unpredict(new Uint8Array(8), parameters)).toThrow(PdfSyntaxError)
    }
  })
})

describe('the private fields of pdf-lib that we read', () => {
  it('are where they were', async () => {
    const document = await PDFDocument.create()
    const dict = document.context.obj({ A: 1, B: [2, 3] })
    expect([...entriesOf(dict).keys()].map((key) => key.asString())).toEqual(['/A', '/B'])
    expect(elementsOf(dict.lookup(PDFName.of('B'), PDFArray)).map(String)).toEqual(['2', '3'])
  })
})
