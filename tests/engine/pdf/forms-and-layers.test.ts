import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../../src/engine/ports.ts'
import { surveySource } from '../../../src/engine/pdf/survey-source.ts'
import { hasTool, suitesFolder } from '../../judges.ts'
import { assemblePdf } from '../../../src/engine/pdf/assemble-pdf.ts'
import {
  assemble,
  difference,
  differenceWithin,
  handPdf,
  hashing,
  memorySink,
  paint,
  pixel,
  planOf,
  qpdfCheck,
  qpdfJson,
  quiet,
} from './pdf-fixtures.ts'

const judged = hasTool('qpdf') && hasTool('pdftoppm')

async function formPdf(value: string, font: StandardFonts): Promise<Bytes> {
  const document = await PDFDocument.create()
  const page = document.addPage([300, 300])
  const field = document.getForm().createTextField('person.name')
  field.setText(value)
  field.addToPage(page, { x: 20, y: 200, width: 200, height: 30, font: await document.embedFont(font) })
  const box = document.getForm().createCheckBox('agreed')
  box.addToPage(page, { x: 20, y: 120, width: 20, height: 20 })
  box.check()
  return new Uint8Array(await document.save())
}

describe.skipIf(!judged)('forms of several sources', () => {
  it('keep their fields, values and looks under one parent field each', async () => {
    const sources = [
      await formPdf('Alpha', StandardFonts.Helvetica),
      await formPdf('Beta', StandardFonts.Courier),
    ]
    const { bytes } = await assemble(sources.map((source) => ({ bytes: source })))
    expect(qpdfCheck(bytes)).toEqual({ status: 0, message: '' })
    const { fields } = qpdfJson(bytes, 'acroform')
    const named = fields.map((field: { fullname: string; value: string; pageposfrom1: number }) => {
      return [field.fullname, field.value, field.pageposfrom1]
    })
    expect(named.sort()).toEqual([
      ['E001.agreed', '/Yes', 2],
      ['E001.person.name', 'u:Alpha', 2],
      ['E002.agreed', '/Yes', 3],
      ['E002.person.name', 'u:Beta', 3],
    ])
    for (const [index, source] of sources.entries()) {
      expect(differenceWithin(paint(source, 1), paint(bytes, index + 2))).toBe(0)
    }
  })

  it('give their fonts names of their own where another source has the name', async () => {
    const hand = (base: string) =>
      handPdf([
        '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/DA(/F1 0 Tf)/Q 2/NeedAppearances true' +
          '/DR<</Font<</F1 5 0 R>>>>>>>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>',
        '<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>',
        '<</Type/Annot/Subtype/Widget/FT/Tx/T(t)/V(v)/Rect[10 10 90 30]/DA(0 g /F1 12 Tf)/P 3 0 R>>',
        `<</Type/Font/Subtype/Type1/BaseFont/${base}>>`,
      ])
    const { bytes } = await assemble([{ bytes: hand('Courier') }, { bytes: hand('Times-Roman') }])
    expect(qpdfCheck(bytes).status).toBe(0)
    const read = await PDFDocument.load(bytes)
    const form = read.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
    const fonts = form.lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict)
    const bases = fonts
      .keys()
      .map((key) => [key.asString(), fonts.lookup(key, PDFDict).get(PDFName.of('BaseFont'))?.toString()])
    expect(bases).toEqual([
      ['/F1', '/Courier'],
      ['/E002_F1', '/Times-Roman'],
    ])
    const second = form.lookup(PDFName.of('Fields'), PDFArray).lookup(1, PDFDict)
    expect(second.get(PDFName.of('Q'))?.toString()).toBe('2')
    const appearance = (dict: PDFDict) => {
      const text = dict.lookup(PDFName.of('DA'))
      return text instanceof PDFString
        ? text.decodeText()
        : Buffer.from(text?.toString().slice(1, -1) ?? '', 'hex').toString()
    }
    expect(appearance(second)).toBe('/E002_F1 0 Tf')
    expect(appearance(second.lookup(PDFName.of('Kids'), PDFArray).lookup(0, PDFDict))).toBe(
      '0 g /E002_F1 12 Tf',
    )
  })

  it('keep annotations pointing at one another', async () => {
    const source = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>',
      '<</Type/Page/Parent 2 0 R/Annots[4 0 R 5 0 R 6 0 R]>>',
      '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Popup 5 0 R/P 3 0 R/StructParent 3>>',
      '<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 4 0 R>>',
      '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/IRT 4 0 R/P 3 0 R>>',
    ])
    const { bytes } = await assemble([{ bytes: source }])
    const page = (await PDFDocument.load(bytes)).getPages()[1]
    const annotations = page?.node.Annots()
    const [note, popup, reply] = [0, 1, 2].map((index) => annotations?.lookup(index, PDFDict))
    expect(note?.get(PDFName.of('Popup'))).toBe(annotations?.get(1))
    expect(popup?.get(PDFName.of('Parent'))).toBe(annotations?.get(0))
    expect(reply?.get(PDFName.of('IRT'))).toBe(annotations?.get(0))
    expect([note, reply].map((annotation) => annotation?.get(PDFName.of('P')))).toEqual([
      page?.ref,
      page?.ref,
    ])
    expect(note?.has(PDFName.of('StructParent'))).toBe(false)
  })
})

describe.skipIf(!judged)('layers of several sources', () => {
  /** A page with two squares, each in a layer of its own. */
  const layered = (configuration: string) =>
    handPdf([
      `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R 6 0 R]/D<<${configuration}>>>>>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>',
      '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Properties<</A 5 0 R/B 6 0 R>>>>>>',
      { entries: '', data: '/OC/A BDC 20 80 40 40 re f EMC /OC/B BDC 120 80 40 40 re f EMC' },
      '<</Type/OCG/Name(A)>>',
      '<</Type/OCG/Name(B)>>',
    ])

  it('stay hidden or shown as they were, whatever the base state', async () => {
    const sources = [
      layered('/OFF[5 0 R]/Order[5 0 R 6 0 R]'),
      layered('/BaseState/OFF/ON[5 0 R]'),
      layered('/BaseState/OFF'),
      layered('/Order[6 0 R]/Locked[6 0 R]'),
    ]
    const { bytes } = await assemble(
      sources.map((source) => ({ bytes: source })),
      { stampText: () => '' },
    )
    expect(qpdfCheck(bytes).status).toBe(0)
    for (const [index, source] of sources.entries()) {
      expect(difference(paint(source, 1), paint(bytes, index + 2))).toBe(0)
    }
    const catalog = (await PDFDocument.load(bytes)).catalog
    const properties = catalog.lookup(PDFName.of('OCProperties'), PDFDict)
    expect(properties.lookup(PDFName.of('OCGs'), PDFArray).size()).toBe(8)
    const configuration = properties.lookup(PDFName.of('D'), PDFDict)
    expect(configuration.lookup(PDFName.of('OFF'), PDFArray).size()).toBe(4)
    expect(configuration.lookup(PDFName.of('Order'), PDFArray).size()).toBe(2)
  })
})

describe.skipIf(!judged)('a source whose fields the reader is asked to draw', () => {
  const asking = (widget: string) =>
    handPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/NeedAppearances true/DA(/F1 12 Tf)/DR<</Font<</F1 5 0 R>>>>>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 500]>>',
      '<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>',
      `<</Type/Annot/Subtype/Widget/T(t)/Rect[10 10 90 30]/P 3 0 R${widget}>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      { entries: '/Type/XObject/Subtype/Form/BBox[0 0 80 20]', data: '0 0 80 20 re f' },
    ])
  const signature = {
    page: 0,
    rect: [300, 100, 500, 200],
    signerName: 'Signer',
    reason: 'Reason',
    reserve: 64,
    sign: async () => new Uint8Array(16),
  } as const

  it('does not change the looks of the signature or of the other sources', async () => {
    const looks = asking('/FT/Tx/V(other)/AP<</N 6 0 R>>')
    const plan = await planOf([{ bytes: looks }, { bytes: await formPdf('Alpha', StandardFonts.Courier) }])
    const { context } = plan.generated.document
    const appearance = context.stream('0 0.5 0 rg 0 0 200 100 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 200, 100],
    })
    const generated = { ...plan.generated, signatureAppearance: context.register(appearance) }
    const sink = memorySink()
    await assemblePdf({ ...plan, generated, signature }, sink, hashing, quiet)
    const bytes = sink.bytes()
    const form = (await PDFDocument.load(bytes)).catalog.lookup(PDFName.of('AcroForm'), PDFDict)
    expect(form.has(PDFName.of('NeedAppearances'))).toBe(false)
    const [red, green] = pixel(paint(bytes, 1), 400, 842 - 150)
    expect([red, (green ?? 0) > 100]).toEqual([0, true])
    expect(pixel(paint(bytes, 2), 50, 480)).toEqual([0, 0, 0])
  })

  it.each([
    ['a value without looks is told', '/FT/Tx/V(v)', 1],
    ['a box without looks is told', '/FT/Tx/MK<</BC[0]>>', 1],
    ['looks of its own need no word', '/FT/Tx/V(v)/AP<</N 6 0 R>>', 0],
    ['an empty field shows nothing anyway', '/FT/Tx/V()', 0],
    ['a box that is not ticked shows nothing anyway', '/FT/Btn/V/Off', 0],
    ['a hidden field shows nothing anyway', '/FT/Tx/V(v)/F 2', 0],
    ['a signature field shows nothing anyway', '/FT/Sig/MK<</BC[0]>>', 0],
  ])('%s', async (_, widget, count) => {
    const { findings } = await surveySource(asking(widget), 'application/pdf', 'E001')
    const told = findings.filter(({ code }) => code === 'pdf.fields-without-looks')
    expect(told.map(({ facts }) => facts)).toEqual(count === 0 ? [] : [{ count }])
  })
})

describe('a form that is no tree', () => {
  const bomb = (depth: number) =>
    handPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>',
      ...Array.from({ length: depth }, (_, i) => `<</T(f${i})/Kids[${i + 5} 0 R ${i + 5} 0 R]>>`),
      '<</FT/Tx/T(leaf)/Type/Annot/Subtype/Widget/Rect[0 0 1 1]>>',
    ])

  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>'
  const field = (kids: string) => `<</T(f)/Kids[${kids}]>>`
  const forest = (fields: string, ...more: string[]) =>
    handPdf([
      `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${fields}]>>>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      page,
      ...more,
    ])
  const chain = Array.from({ length: 3000 }, (_, i) => field(`${i + 5} 0 R`))

  it.each([
    [
      'shared below a field of its own',
      forest('4 0 R', field('5 0 R'), field('6 0 R 6 0 R'), '<</T(x)>>'),
      0,
    ],
    ['shared by two at the top', forest('4 0 R 5 0 R', field('6 0 R'), field('6 0 R'), '<</T(x)>>'), 1],
    [
      'shared through a reference to a reference',
      forest('4 0 R', field('5 0 R 6 0 R'), '7 0 R', '7 0 R', '<<>>'),
      0,
    ],
    ['circular', forest('4 0 R', field('5 0 R'), field('4 0 R')), 0],
    ['circular and nothing above it', forest('4 0 R 5 0 R', field('5 0 R'), field('4 0 R')), 0],
    ['deeper than readers can walk', forest('4 0 R', ...chain, '<</T(x)>>'), 0],
  ])('is told, and not listed, when it is %s', async (_, bytes, kept) => {
    const { findings, ...survey } = await surveySource(bytes, 'application/pdf', 'E001')
    expect(survey).toMatchObject({ shown: true, route: 'lazy' })
    expect(findings.map(({ code }) => code)).toEqual(['pdf.form-dropped'])
    const document = await PDFDocument.load((await assemble([{ bytes }])).bytes, { updateMetadata: false })
    const fields = document.catalog
      .lookupMaybe(PDFName.of('AcroForm'), PDFDict)
      ?.lookupMaybe(PDFName.of('Fields'), PDFArray)
    expect(fields?.size() ?? 0).toBe(kept)
  })

  it('is one when a field is listed beside the one it belongs to', async () => {
    const bytes = forest('5 0 R 4 0 R', field('5 0 R'), '<</T(x)/FT/Tx>>')
    expect((await surveySource(bytes, 'application/pdf', 'E001')).findings).toEqual([])
  })

  const suites = suitesFolder()
  it.skipIf(suites === undefined || !hasTool('pdfinfo'))('does not keep poppler busy', async () => {
    const bytes = new Uint8Array(readFileSync(join(suites ?? '', 'qpdf', 'shared-unnamed-field.pdf')))
    for (const source of [bytes, bomb(60)]) {
      const assembled = await assemble([{ bytes: source }])
      const judge = spawnSync('pdfinfo', ['-'], { input: assembled.bytes, timeout: 10_000 })
      expect(judge.status).toBe(0)
    }
  })

  it('is not listed in the bundle, where readers would walk it 2^n times', async () => {
    const { bytes } = await assemble([{ bytes: bomb(26) }])
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
    expect(form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.size() ?? 0).toBe(0)
  })
})

describe('the signature field of a source', () => {
  const signed = (field: string, ...more: Parameters<typeof handPdf>[0]) =>
    handPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Annots[${more.length > 1 ? 7 : 4} 0 R]>>`,
      field,
      '<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>',
      ...more,
    ])
  const looks = { entries: '/Type/XObject/Subtype/Form/BBox[0 0 80 20]', data: '0 0 80 20 re f' }

  it.each([
    [
      'with its widget in one',
      signed(
        '<</FT/Sig/T(s)/V 5 0 R/Type/Annot/Subtype/Widget/Rect[9 9 90 30]/P 3 0 R/AP<</N 6 0 R>>>>',
        looks,
      ),
    ],
    [
      'apart from its widget',
      signed(
        '<</FT/Sig/T(s)/V 5 0 R/Kids[7 0 R]>>',
        looks,
        '<</Parent 4 0 R/Type/Annot/Subtype/Widget/Rect[9 9 90 30]/AP<</N 6 0 R>>>>',
      ),
    ],
  ])('%s leaves its looks as a stamp and no field to sign', async (_, bytes) => {
    const assembled = await assemble([{ bytes }])
    const document = await PDFDocument.load(assembled.bytes, { updateMetadata: false })
    const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
    expect(form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.size() ?? 0).toBe(0)
    const annotations = document.getPages().at(-1)?.node.lookup(PDFName.of('Annots'), PDFArray)
    const stamp = annotations?.lookup(0, PDFDict)
    expect(stamp?.get(PDFName.of('Subtype'))).toBe(PDFName.of('Stamp'))
    expect(['FT', 'T', 'V', 'Parent'].filter((name) => stamp?.has(PDFName.of(name)))).toEqual([])
  })

  it('goes when it shows nothing, for readers would draw a word of their own, and is counted', async () => {
    const bytes = signed('<</FT/Sig/T(s)/V 5 0 R/Type/Annot/Subtype/Widget/Rect[9 9 90 30]/P 3 0 R>>')
    expect(await surveySource(bytes, 'application/pdf', 'E001')).toMatchObject({ signatures: 1 })
    const document = await PDFDocument.load((await assemble([{ bytes }])).bytes, { updateMetadata: false })
    expect(document.getPages().at(-1)?.node.has(PDFName.of('Annots'))).toBe(false)
  })

  it('further down leaves its looks as a stamp, and the fields beside it stay', async () => {
    const bytes = handPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 500]/Annots[6 0 R 7 0 R]>>',
      '<</T(form1)/Kids[5 0 R]>>',
      '<</T(page)/Parent 4 0 R/Kids[6 0 R 7 0 R]>>',
      '<</FT/Sig/T(s)/Parent 5 0 R/Type/Annot/Subtype/Widget/Rect[9 9 90 30]/P 3 0 R/AP<</N 8 0 R>>/V 9 0 R>>',
      '<</FT/Tx/T(t)/Parent 5 0 R/Type/Annot/Subtype/Widget/Rect[9 50 90 80]/P 3 0 R/AP<</N 8 0 R>>>>',
      looks,
      '<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>',
    ])
    expect(await surveySource(bytes, 'application/pdf', 'E001')).toMatchObject({ signatures: 1 })
    const assembled = await assemble([{ bytes }])
    if (judged) {
      const { fields } = qpdfJson(assembled.bytes, 'acroform')
      expect(fields.map((field: { fullname: string }) => field.fullname)).toEqual(['E001.form1.page.t'])
    }
    const document = await PDFDocument.load(assembled.bytes, { updateMetadata: false })
    const annotations = document.getPages().at(-1)?.node.lookup(PDFName.of('Annots'), PDFArray)
    const [stamp, text] = [0, 1].map((index) => annotations?.lookup(index, PDFDict))
    expect(stamp?.get(PDFName.of('Subtype'))).toBe(PDFName.of('Stamp'))
    expect(stamp?.has(PDFName.of('Parent'))).toBe(false)
    expect(text?.get(PDFName.of('Subtype'))).toBe(PDFName.of('Widget'))
  })
})

describe.skipIf(!judged)('the icon of an attached file', () => {
  it('stays, though the file does not', async () => {
    const source = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 500]>>',
      '<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>',
      '<</Type/Annot/Subtype/FileAttachment/Rect[20 400 80 460]/FS 5 0 R/AP<</N 7 0 R>>/P 3 0 R>>',
      '<</Type/Filespec/F(secret.txt)/EF<</F 6 0 R>>>>',
      { entries: '/Type/EmbeddedFile', data: 'secret' },
      { entries: '/Type/XObject/Subtype/Form/BBox[0 0 60 60]', data: '0 0 60 60 re f' },
    ])
    const { bytes } = await assemble([{ bytes: source }], { stampText: () => '' })
    expect(difference(paint(source, 1), paint(bytes, 2))).toBe(0)
    expect(pixel(paint(bytes, 2), 50, 70)).toEqual([0, 0, 0])
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('secret')
    expect(qpdfCheck(bytes).status).toBe(0)
  })
})
