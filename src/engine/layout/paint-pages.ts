import { PDFArray, PDFDocument, type PDFDict, PDFName, type PDFRef } from 'pdf-lib'
import type { PathCommand } from 'fontkit'
import { contentStream, number } from './content-stream.ts'
import { FontEmbedding } from './font-embedding.ts'
import { a4, type LaidOutPage, type Mark } from './page.ts'
import type { Typefaces } from './typefaces.ts'

/** A box of marks painted as a form XObject, such as the appearance of the signature. */
export interface PaintedForm {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

export interface PaintedDocument {
  readonly document: PDFDocument
  readonly fonts: FontEmbedding
  readonly forms: readonly PDFRef[]
}

export interface PaintSetting {
  readonly typefaces: Typefaces
  /** Words of the watermark behind every page; empty for none. */
  readonly watermark: string
  /** Texts the assembler will write itself with the regular face. */
  readonly reserved: string
}

/**
 * Paints laid-out pages into a pdf-lib document with subset fonts. The same pages give the same objects;
 * structure elements are told where their content lies.
 */
export async function paintPages(
  pages: readonly LaidOutPage[],
  forms: readonly PaintedForm[],
  setting: PaintSetting,
): Promise<PaintedDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const fonts = new FontEmbedding(context, setting.typefaces)
  const resources = context.nextRef()
  const watermark = setting.watermark === '' ? null : watermarkForm(document, setting)
  pages.forEach((page, index) => {
    const words = contentStream(page.marks, fonts, index)
    const behind = watermark ? '/Artifact BMC /Watermark Do EMC\n' : ''
    const added = document.addPage([a4.width, a4.height])
    added.node.set(PDFName.of('Contents'), context.register(context.flateStream(behind + words)))
    added.node.set(PDFName.of('Resources'), resources)
  })
  const painted = forms.map((form) => {
    const words = contentStream(form.marks, fonts, null)
    return context.register(
      context.flateStream(words, {
        Type: 'XObject',
        Subtype: 'Form',
        FormType: 1,
        BBox: [0, 0, form.width, form.height],
        Resources: resources,
      }),
    )
  })
  for (const character of setting.reserved) fonts.encode(setting.typefaces.character(character, 'regular'))
  context.assign(resources, resourceDictionary(document, fonts, watermark))
  fonts.finish()
  return { document, fonts, forms: painted }
}

function resourceDictionary(document: PDFDocument, fonts: FontEmbedding, watermark: PDFRef | null): PDFDict {
  const { context } = document
  const font = context.obj({})
  for (const [name, ref] of fonts.resources()) font.set(PDFName.of(name), ref)
  const dictionary = context.obj({ ProcSet: procedureSets(document) })
  dictionary.set(PDFName.of('Font'), font)
  if (watermark) dictionary.set(PDFName.of('XObject'), context.obj({ Watermark: watermark }))
  return dictionary
}

function procedureSets(document: PDFDocument): PDFArray {
  const sets = PDFArray.withContext(document.context)
  for (const name of ['PDF', 'Text']) sets.push(PDFName.of(name))
  return sets
}

/** Words as outlines, so that they cannot get into text taken from the page: pale, aslant, behind everything. */
function watermarkForm(document: PDFDocument, { typefaces, watermark }: PaintSetting): PDFRef {
  const size = 92
  const glyphs = [...watermark].map((character) => typefaces.character(character, 'bold'))
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) * size
  const slant = Math.PI / 4
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)]
  const [x, y] = [
    a4.width / 2 - (cos * width) / 2 + (sin * size) / 3,
    a4.height / 2 - (sin * width) / 2 - (cos * size) / 3,
  ]
  const out = [
    `q 0.91 g ${[cos, sin, -sin, cos].map((v) => v.toFixed(4)).join(' ')} ${number(x)} ${number(y)} cm`,
  ]
  let pen = 0
  for (const glyph of glyphs) {
    const font = typefaces.faces[glyph.face]
    if (!font) continue
    out.push(outline(font.getGlyph(glyph.id).path.commands, size / font.unitsPerEm, pen))
    pen += glyph.advance * size
  }
  out.push('Q')
  return document.context.register(
    document.context.flateStream(out.join('\n'), {
      Type: 'XObject',
      Subtype: 'Form',
      FormType: 1,
      BBox: [0, 0, a4.width, a4.height],
      Resources: {},
    }),
  )
}

function outline(commands: readonly PathCommand[], scale: number, dx: number): string {
  const out: string[] = []
  let at: readonly [number, number] = [0, 0]
  const point = (args: readonly number[], from: number): [number, number] => [
    (args[from] ?? 0) * scale + dx,
    (args[from + 1] ?? 0) * scale,
  ]
  const write = (points: readonly (readonly [number, number])[], operator: string) => {
    out.push(`${points.map(([x, y]) => `${number(x)} ${number(y)}`).join(' ')} ${operator}`)
    at = points.at(-1) ?? at
  }
  for (const { command, args } of commands) {
    if (command === 'moveTo') write([point(args, 0)], 'm')
    else if (command === 'lineTo') write([point(args, 0)], 'l')
    else if (command === 'bezierCurveTo') write([point(args, 0), point(args, 2), point(args, 4)], 'c')
    else if (command === 'quadraticCurveTo') {
      const control = point(args, 0)
      const end = point(args, 2)
      write([between(at, control, 2 / 3), between(end, control, 2 / 3), end], 'c')
    } else out.push('h')
  }
  out.push('f')
  return out.join('\n')
}

function between(
  from: readonly [number, number],
  to: readonly [number, number],
  share: number,
): [number, number] {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
