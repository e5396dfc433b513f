import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { setPdfiumBinary } from '../../../src/engine/pdf/pdfium.ts'
import { surveySource } from '../../../src/engine/pdf/survey-source.ts'
import type { Bytes } from '../../../src/engine/ports.ts'
import { hasTool } from '../../judges.ts'
import {
  assemble,
  handPdf,
  latin1,
  onePage,
  paint,
  differenceWithin,
  pdfiumBinary,
  qpdfCheck,
  qpdfEncrypted,
  textOf,
  textPdf,
} from './pdf-fixtures.ts'

const judged = hasTool('qpdf') && hasTool('pdftotext') && hasTool('pdftoppm')

beforeAll(() => setPdfiumBinary(pdfiumBinary))

const pdf = 'application/pdf'

async function codesOf(bytes: Bytes, mediaType = pdf) {
  const survey = await surveySource(bytes, mediaType, 'E007')
  return survey.findings.map(({ code, facts }) => [code, facts])
}

describe('the first pass', () => {
  it('opens a sound file by the lazy reader and finds nothing', async () => {
    const expected = { shown: true, kind: 'pdf', route: 'lazy', findings: [], signatures: 0 }
    expect(await surveySource(await textPdf(3, 'A'), pdf, 'E001')).toEqual({ ...expected, pageCount: 3 })
    expect(await surveySource(await textPdf(2, 'A', false), pdf, 'E001')).toEqual({
      ...expected,
      pageCount: 2,
    })
  })

  it('gives plain data that survives structured cloning, under the label', async () => {
    const survey = await surveySource(latin1('no pdf'), pdf, 'E009')
    expect(structuredClone(survey)).toEqual(survey)
    expect(survey).toMatchObject({ shown: false, findings: [{ code: 'pdf.unreadable', subject: 'E009' }] })
  })

  it('does not show what has no pages to show', async () => {
    expect(await codesOf(new Uint8Array(0))).toEqual([['file.empty', {}]])
    expect(await codesOf(latin1('x'), 'image/jpeg')).toEqual([['image.unreadable', {}]])
    expect(await codesOf(latin1('x'), 'text/plain')).toEqual([
      ['file.not-shown', { mediaType: 'text/plain' }],
    ])
    const empty = handPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'])
    expect(await codesOf(empty)).toEqual([['pdf.no-pages', {}]])
  })

  it('counts from the header when junk stands before it', async () => {
    const survey = await surveySource(
      handPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[<</Type/Page>>]/Count 1>>'], {
        junk: 'junk\n',
      }),
      pdf,
      'E001',
    )
    expect(survey).toMatchObject({ shown: true, route: 'lazy', pageCount: 1 })
  })

  it('repairs a file whose cross-reference table is wrong', async () => {
    const text = Buffer.from(await textPdf(2, 'Broken', false)).toString('latin1')
    const broken = latin1(text.replace(/startxref\n\d+/, 'startxref\n12345678'))
    expect(await surveySource(broken, pdf, 'E001')).toMatchObject({
      route: 'full',
      pageCount: 2,
      findings: [{ code: 'pdf.repaired' }],
    })
  })

  it('hands to PDFium what both parsers give up', async () => {
    // No trailer and no catalog type: only PDFium still finds the pages.
    const text = Buffer.from(onePage('0 0 99 99 re f')).toString('latin1')
    const broken = latin1(
      text.replace('/Contents[5 0 R]', '/Contents[5 0 R]/X /Y Z').replace(/startxref\n\d+/, 'startxref\n9'),
    )
    const survey = await surveySource(broken, pdf, 'E001')
    expect(survey).toMatchObject({ shown: true, route: 'pdfium', pageCount: 1 })
    expect(survey.findings.map(({ code }) => code)).toEqual(['pdf.redrawn'])
  })

  it('takes the parser that loses least of a damaged file', async () => {
    // A name with a space in it: pdf-lib gives up the whole font, PDFium reads what it can.
    const text = Buffer.from(onePage('BT /F1 40 Tf 80 500 Td (seen) Tj ET')).toString('latin1')
    const broken = latin1(text.replace('/BaseFont/Helvetica', '/BaseFont/Helvetica Bold'))
    const survey = await surveySource(broken, pdf, 'E001')
    expect(survey).toMatchObject({ shown: true, route: 'pdfium' })
    expect(survey.findings.map(({ code }) => code)).toEqual(['pdf.redrawn'])
  })
})

describe('the full parser', () => {
  it('keeps the console to itself, even when parses overlap, and gives it back', async () => {
    const warned: unknown[] = []
    const before = console.warn
    const ours = (...words: unknown[]) => void warned.push(...words)
    console.warn = ours
    try {
      const huge = latin1(
        Buffer.from(onePage('', '/UserUnit 99999999999999999999'))
          .toString('latin1')
          .replace(/startxref[^]*/, ''),
      )
      const surveys = await Promise.all([surveySource(huge, pdf, 'E001'), surveySource(huge, pdf, 'E002')])
      expect(surveys.map((survey) => survey.shown && survey.route)).toEqual(['full', 'full'])
      expect(console.warn).toBe(ours)
      expect(warned).toEqual([])
    } finally {
      console.warn = before
    }
  })
})

describe('encrypted sources', () => {
  async function encrypted(userPassword: string): Promise<Bytes> {
    const document = await PDFDocument.load(await textPdf(2, 'Secret', false))
    document.setTitle('Brackets ) ( and \\ back')
    document.encrypt({ userPassword, ownerPassword: 'owner' })
    return new Uint8Array(await document.save({ useObjectStreams: false }))
  }

  it.skipIf(!judged)('open without their owner password, and read as before', async () => {
    const bytes = await encrypted('')
    expect(await surveySource(bytes, pdf, 'E001')).toMatchObject({
      route: 'full',
      pageCount: 2,
      findings: [{ code: 'pdf.owner-password', severity: 'info' }],
    })
    const bundle = await assemble([{ bytes }])
    expect(qpdfCheck(bundle.bytes).status).toBe(0)
    expect(textOf(bundle.bytes, 3)).toContain('Secret page 2')
  })

  it('are enclosed only when they need a password', async () => {
    expect(await codesOf(await encrypted('user'))).toEqual([['pdf.needs-password', {}]])
  })

  it.skipIf(!judged)('keep binary strings through decryption', async () => {
    // A palette of every byte, brackets and backslashes among them, drawn in 256 steps.
    const document = await PDFDocument.create()
    const { context } = document
    const palette = Uint8Array.from({ length: 768 }, (_, index) => (index * 7) & 255)
    const image = context.register(
      context.flateStream(
        Uint8Array.from({ length: 256 }, (_, index) => index),
        {
          Type: 'XObject',
          Subtype: 'Image',
          Width: 16,
          Height: 16,
          BitsPerComponent: 8,
          ColorSpace: ['Indexed', 'DeviceRGB', 255, context.obj(palette as never)],
        },
      ),
    )
    const page = document.addPage([160, 240])
    page.node.setXObject(PDFName.of('Im'), image)
    page.node.set(PDFName.of('Contents'), context.register(context.stream('q 160 0 0 160 0 80 cm /Im Do Q')))
    const plain = new Uint8Array(await document.save({ useObjectStreams: false }))
    const bytes = qpdfEncrypted(plain)
    const before = paint(plain, 1)
    expect(differenceWithin(before, paint(bytes, 1))).toBe(0)
    const bundle = await assemble([{ bytes }])
    expect(differenceWithin(before, paint(bundle.bytes, 2), 160)).toBe(0)
  })
})

describe('what is not carried into the bundle', () => {
  const active = handPdf([
    '<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AA<</WC 6 0 R>>/AcroForm<</Fields[8 0 R 9 0 R]/XFA(x)>>' +
      '/Names<</JavaScript<</Names[(a) 6 0 R]>>/EmbeddedFiles<</Names[(f.txt) 11 0 R]>>>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>',
    '<</Type/Page/Parent 2 0 R/AA<</O 6 0 R>>/Annots[4 0 R 5 0 R 7 0 R 8 0 R 9 0 R 10 0 R 13 0 R]>>',
    '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(calc.exe)>>>>',
    '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org/)/Next 6 0 R>>>>',
    '<</S/JavaScript/JS(app.alert\\(1\\))>>',
    '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(  JavaScript:alert\\(1\\))>>>>',
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(t)/V(kept)/Rect[0 0 9 9]/AA<</K 6 0 R>>>>',
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/V 12 0 R/Rect[0 0 9 9]/AP<</N 14 0 R>>>>',
    '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 11 0 R>>',
    '<</Type/Filespec/F(f.txt)/EF<</F 15 0 R>>>>',
    '<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>/Cert(SIGNATUREVALUE)>>',
    '<</Type/Annot/Subtype/Widget/FT/Btn/T(b)/Rect[0 0 9 9]/A<</S/SubmitForm/F(http://x/)>>>>',
    { entries: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]', data: '0 0 9 9 re f' },
    { entries: '/Type/EmbeddedFile', data: 'PAYLOAD' },
  ])

  it('is counted: signatures, scripts, actions, attachments, XFA', async () => {
    const survey = await surveySource(active, pdf, 'E001')
    expect(survey).toMatchObject({ shown: true, route: 'lazy', signatures: 1 })
    expect(Object.fromEntries(survey.findings.map(({ code, facts }) => [code, facts]))).toEqual({
      'pdf.signature-dropped': { count: 1 },
      'pdf.javascript-removed': { count: 6 },
      'pdf.action-removed': { count: 3, kinds: 'Launch, SubmitForm, URI' },
      'pdf.attachments-not-shown': { count: 2 },
      'pdf.xfa-dropped': {},
    })
  })

  it.skipIf(!judged)('is nowhere in the written file, while the rest stays', async () => {
    const { bytes } = await assemble([{ bytes: active }])
    expect(qpdfCheck(bytes).status).toBe(0)
    const file = Buffer.from(bytes).toString('latin1')
    for (const word of [
      'JavaScript',
      'Launch',
      'SubmitForm',
      'PAYLOAD',
      'SIGNATUREVALUE',
      '/AA',
      '/XFA',
      '/OpenAction',
    ]) {
      expect(file).not.toContain(word)
    }
    const read = await PDFDocument.load(bytes)
    const annotations = read.getPages()[1]?.node.Annots()
    expect(annotations?.size()).toBe(7)
    expect(annotations?.lookup(1, PDFDict).toString()).toContain('(https://example.org/)')
    const signature = annotations?.lookup(4, PDFDict)
    expect(signature?.has(PDFName.of('V'))).toBe(false)
    expect(signature?.lookup(PDFName.of('AP'), PDFDict).has(PDFName.of('N'))).toBe(true)
    expect(annotations?.lookup(3, PDFDict).toString()).toContain('/V (kept)')
  })

  it('leaves resources alone that carry the names of what is removed', async () => {
    const tricky = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>',
      '<</Type/Page/Parent 2 0 R/Resources<</Font<</V 4 0 R/AA 4 0 R/S 4 0 R/FS 4 0 R/DA 4 0 R/D 4 0 R>>' +
        '/ColorSpace<</Dest[/Indexed/DeviceRGB 0<000000>]>>>>>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ])
    expect(await codesOf(tricky)).toEqual([])
    const { bytes } = await assemble([{ bytes: tricky }])
    const read = await PDFDocument.load(bytes)
    const resources = read.getPages()[1]?.node.Resources()
    const fonts = resources
      ?.lookup(PDFName.of('Font'), PDFDict)
      .keys()
      .map((key) => key.decodeText())
    expect(fonts).toEqual(['V', 'AA', 'S', 'FS', 'DA', 'D', 'DossierStamp'])
    expect(
      resources?.lookup(PDFName.of('ColorSpace'), PDFDict).lookup(PDFName.of('Dest'), PDFArray).size(),
    ).toBe(4)
  })
})

describe('hostile and careless files', () => {
  const stack = '['.repeat(100_000)
  const files: Record<string, Bytes> = {
    'a page tree that contains itself': handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2/MediaBox[0 0 9 9]>>',
      '<</Type/Page/Parent 2 0 R>>',
    ]),
    'deeply nested arrays': handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/X ${stack}>>`,
    ]),
    'a length that needs itself': handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
      '<</Length 4 0 R>>\nstream\nq\nendstream',
    ]),
    'an outline that goes round': handPdf([
      '<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R>>',
      '<</First 5 0 R>>',
      '<</Title(a)/Next 5 0 R/First 4 0 R>>',
    ]),
    'a name tree that goes round': handPdf([
      '<</Type/Catalog/Pages 2 0 R/Names<</Dests 4 0 R/EmbeddedFiles 4 0 R>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest(x)>>]>>',
      '<</Kids[4 0 R 4 0 R]>>',
    ]),
    'a destination that names itself': handPdf([
      '<</Type/Catalog/Pages 2 0 R/Dests<</x/x>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest/x>>]>>',
    ]),
  }
  for (const [name, bytes] of Object.entries(files)) {
    it(`is taken or refused, in time: ${name}`, async () => {
      const start = performance.now()
      const survey = await surveySource(bytes, pdf, 'E001')
      if (survey.shown) await assemble([{ bytes }])
      expect(performance.now() - start).toBeLessThan(15_000)
    })
  }

  it('takes a page that is listed twice as two pages, and one that stands in /Kids itself', async () => {
    const bytes = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R<</Type/Page/Contents 4 0 R>>3 0 R null 99 0 R]/Count 3/MediaBox[0 0 99 99]/Rotate 90>>',
      '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
      { entries: '', data: '0 0 20 20 re f' },
    ])
    expect(await surveySource(bytes, pdf, 'E001')).toMatchObject({ route: 'lazy', pageCount: 3 })
    const bundle = await assemble([{ bytes }])
    const read = await PDFDocument.load(bundle.bytes)
    const refs = new Set(read.getPages().map((page) => page.ref))
    expect(refs.size).toBe(4)
    expect(read.getPages().map((page) => page.getRotation().angle)).toEqual([0, 90, 90, 90])
  })

  it('gives a page without a media box the size readers give it', async () => {
    const bytes = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R>>',
    ])
    const bundle = await assemble([{ bytes }])
    const page = (await PDFDocument.load(bundle.bytes)).getPages()[1]
    expect(page?.getSize()).toEqual({ width: 612, height: 792 })
  })

  it('refuses a cross-reference stream that swells, without inflating it', async () => {
    const bomb = deflateSync(Buffer.alloc(600 * 1024 * 1024), { level: 9 })
    const head = `%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 4 2]/Size 9/Root 1 0 R/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`
    const bytes = new Uint8Array(
      Buffer.concat([latin1(head), bomb, latin1('\nendstream\nendobj\nstartxref\n9\n%%EOF\n')]),
    )
    const start = performance.now()
    const survey = await surveySource(bytes, pdf, 'E001')
    expect(survey.shown).toBe(false)
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('never rejects and never disagrees with the second pass, whatever bytes are changed (property)', async () => {
    const whole = await textPdf(2, 'Fuzz', false)
    const packed = await textPdf(2, 'Fuzz')
    const change = fc.record({
      packed: fc.boolean(),
      edits: fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      cut: fc.double({ min: 0, max: 0.2, noNaN: true }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ packed: usePacked, edits, cut }) => {
        const bytes = (usePacked ? packed : whole).slice()
        for (const [where, byte] of edits) bytes[Math.floor(where * bytes.length)] = byte
        const broken = bytes.slice(0, Math.ceil(bytes.length * (1 - (cut > 0.1 ? cut : 0))))
        const survey = await surveySource(broken, pdf, 'E001')
        if (survey.shown)
          expect((await assemble([{ bytes: broken }])).result.pageCount).toBe(1 + survey.pageCount)
      }),
      { seed: 7, numRuns: 150 },
    )
  })
})
