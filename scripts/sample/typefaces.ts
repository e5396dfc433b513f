import { readFile } from 'node:fs/promises'
import * as fontkit from 'fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

const packages = new URL('../../node_modules/@expo-google-fonts/', import.meta.url)
const files = {
  song: 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  songSemi: 'noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  songBold: 'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  roman: 'noto-serif/400Regular/NotoSerif_400Regular.ttf',
  romanBold: 'noto-serif/700Bold/NotoSerif_700Bold.ttf',
  romanItalic: 'noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf',
  rare: 'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
} as const
export type Face = keyof typeof files

const bytesOf = new Map<Face, Promise<Uint8Array>>()

/** A stretch of text that one font can draw. */
export interface Run {
  readonly text: string
  readonly font: PDFFont
}

/** The embedded subsets of one document; a character the face lacks is taken from the face for rare characters. */
export class Typefaces {
  private readonly fonts: ReadonlyMap<Face, PDFFont>
  private readonly covered = new Map<PDFFont, ReadonlySet<number>>()
  private readonly widths = new Map<string, number>()

  constructor(fonts: ReadonlyMap<Face, PDFFont>) {
    this.fonts = fonts
    for (const font of fonts.values()) this.covered.set(font, new Set(font.getCharacterSet()))
  }

  runs(text: string, face: Face): Run[] {
    const runs: { text: string; font: PDFFont }[] = []
    for (const character of text) {
      const font = this.fontFor(character, face)
      const previous = runs.at(-1)
      if (previous?.font === font) previous.text += character
      else runs.push({ text: character, font })
    }
    return runs
  }

  /** Width of one line in units of the font size. */
  width(text: string, face: Face): number {
    let sum = 0
    for (const character of text) {
      const key = face + character
      let width = this.widths.get(key)
      if (width === undefined) {
        width = this.fontFor(character, face).widthOfTextAtSize(character, 1)
        this.widths.set(key, width)
      }
      sum += width
    }
    return sum
  }

  private fontFor(character: string, face: Face): PDFFont {
    const code = character.codePointAt(0)!
    for (const file of [face, 'song', 'rare'] as const) {
      const font = this.fonts.get(file)
      if (font && this.covered.get(font)!.has(code)) return font
    }
    throw new Error(`No face of the sample has ${character} (U+${code.toString(16)})`)
  }
}

/** Embeds the faces a document names; of each only the glyphs that are drawn end up in the file. */
export async function embedTypefaces(document: PDFDocument, faces: readonly Face[]): Promise<Typefaces> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0])
  const fonts = new Map<Face, PDFFont>()
  for (const file of faces) {
    if (!bytesOf.has(file)) bytesOf.set(file, readFile(new URL(files[file], packages)))
    fonts.set(
      file,
      await document.embedFont(await bytesOf.get(file)!, { subset: true, features: { liga: false } }),
    )
  }
  return new Typefaces(fonts)
}
