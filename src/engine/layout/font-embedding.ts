import { type PDFContext, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import type { Font, Subset } from 'fontkit'
import type { ShapedGlyph, Typefaces } from './typefaces.ts'

/** A glyph as it is written into a content stream. */
export interface EncodedGlyph {
  /** Four hex digits. */
  readonly hex: string
  /** Advance in the font's /W array, as a fraction of the font size. */
  readonly advance: number
}

interface EmbeddedFace {
  readonly font: Font
  readonly ref: PDFRef
  readonly subset: Subset
  /** By CID; entry 0 is .notdef. */
  readonly glyphs: { readonly subsetId: number; readonly text: string; readonly width: number }[]
  readonly encoded: Map<string, EncodedGlyph>
}

/**
 * Embeds the used glyphs of the faces in use as Type 0 fonts (ISO 32000-1, 9.7) with Identity-H.
 * A CID is a glyph together with its text, so that text taken from the page is what was set even where
 * characters share a glyph (⼀ and 一). The same uses in the same order give the same bytes.
 */
export class FontEmbedding {
  readonly #context: PDFContext
  readonly #typefaces: Typefaces
  readonly #faces = new Map<number, EmbeddedFace>()

  constructor(context: PDFContext, typefaces: Typefaces) {
    this.#context = context
    this.#typefaces = typefaces
  }

  /** The code of a glyph; takes it into the subset. */
  encode(glyph: ShapedGlyph): EncodedGlyph {
    const face = this.#face(glyph.face)
    const key = `${glyph.id} ${glyph.text}`
    let encoded = face.encoded.get(key)
    if (!encoded) {
      const width = Math.round((face.font.getGlyph(glyph.id).advanceWidth * 1000) / face.font.unitsPerEm)
      const cid = face.glyphs.length
      face.glyphs.push({ subsetId: face.subset.includeGlyph(glyph.id), text: glyph.text, width })
      encoded = { hex: cid.toString(16).padStart(4, '0'), advance: width / 1000 }
      face.encoded.set(key, encoded)
    }
    return encoded
  }

  /** The font object of a face; it exists once `finish` has been called. */
  ref(face: number): PDFRef {
    return this.#face(face).ref
  }

  /** Resource names `F0`, `F1`, … of the faces in use. */
  resources(): ReadonlyMap<string, PDFRef> {
    return new Map([...this.#faces].sort(([a], [b]) => a - b).map(([index, face]) => [`F${index}`, face.ref]))
  }

  /** Writes the font objects. Nothing may be encoded afterwards. */
  finish(): void {
    for (const [, face] of [...this.#faces].sort(([a], [b]) => a - b)) this.#write(face)
  }

  #face(index: number): EmbeddedFace {
    let face = this.#faces.get(index)
    if (!face) {
      const font = this.#typefaces.faces[index]
      if (!font) throw new Error(`no face ${index}`)
      const notdef = { subsetId: 0, text: '', width: 1000 }
      face = {
        font,
        ref: this.#context.nextRef(),
        subset: font.createSubset(),
        glyphs: [notdef],
        encoded: new Map(),
      }
      this.#faces.set(index, face)
    }
    return face
  }

  #write(face: EmbeddedFace): void {
    const context = this.#context
    const { font } = face
    const name = `${subsetTag(face)}+${font.postscriptName}`
    const scale = 1000 / font.unitsPerEm
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        // Symbolic and serif (ISO 32000-1, table 123): no standard encoding is meant.
        Flags: 6,
        FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((v) =>
          Math.round(v * scale),
        ),
        ItalicAngle: font.italicAngle,
        Ascent: Math.round(font.ascent * scale),
        Descent: Math.round(font.descent * scale),
        CapHeight: Math.round(font.capHeight * scale),
        StemV: font.postscriptName.endsWith('Bold') ? 140 : 80,
        FontFile2: context.register(context.flateStream(face.subset.encode())),
      }),
    )
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: {
          Registry: PDFString.of('Adobe'),
          Ordering: PDFString.of('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        DW: 1000,
        W: widths(face),
        CIDToGIDMap: this.#glyphMap(face),
      }),
    )
    context.assign(
      face.ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: context.register(context.flateStream(toUnicode(face))),
      }),
    )
  }

  #glyphMap(face: EmbeddedFace): PDFName | PDFRef {
    if (face.glyphs.every((glyph, cid) => glyph.subsetId === cid)) return PDFName.of('Identity')
    const map = new Uint8Array(face.glyphs.length * 2)
    face.glyphs.forEach((glyph, cid) => {
      map[cid * 2] = glyph.subsetId >> 8
      map[cid * 2 + 1] = glyph.subsetId & 0xff
    })
    return this.#context.register(this.#context.flateStream(map))
  }
}

/** Runs `[first [w w …]]` of widths that differ from the default of a full em. */
function widths(face: EmbeddedFace): (number | number[])[] {
  const runs: (number | number[])[] = []
  let open: number[] | undefined
  face.glyphs.forEach((glyph, cid) => {
    if (glyph.width === 1000) open = undefined
    else if (open) open.push(glyph.width)
    else runs.push(cid, (open = [glyph.width]))
  })
  return runs
}

/** Six letters made from what the subset holds (ISO 32000-1, 9.6.4). */
function subsetTag(face: EmbeddedFace): string {
  let hash = 0x811c9dc5
  for (const key of face.encoded.keys()) {
    for (let index = 0; index < key.length; index += 1) {
      hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0
    }
  }
  let tag = ''
  for (let letter = 0; letter < 6; letter += 1) {
    tag += String.fromCharCode(65 + (hash % 26))
    hash = Math.floor(hash / 26)
  }
  return tag
}

function toUnicode(face: EmbeddedFace): string {
  const lines = face.glyphs.flatMap((glyph, cid) =>
    glyph.text === '' ? [] : [`<${cid.toString(16).padStart(4, '0')}> <${utf16(glyph.text)}>`],
  )
  const blocks: string[] = []
  for (let from = 0; from < lines.length; from += 100) {
    const block = lines.slice(from, from + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function utf16(text: string): string {
  let hex = ''
  for (let index = 0; index < text.length; index += 1) {
    hex += text.charCodeAt(index).toString(16).padStart(4, '0')
  }
  return hex
}
