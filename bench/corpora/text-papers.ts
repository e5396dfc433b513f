import { readFile } from 'node:fs/promises'
import * as fontkit from 'fontkit'
import { PDFDocument } from 'pdf-lib'
import { SeededRandom } from './seeded-random.ts'

const face = new URL(
  '../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  import.meta.url,
)
const glyphsOfPaper = 1550
const charactersOfLine = 38
const linesOfPage = 36

/** Makes Chinese text PDFs, each with a subset font of its own of some 1,500 glyphs: about 450 kB. */
export class TextPapers {
  private readonly bytes: Uint8Array
  private readonly parsed: unknown
  private readonly characters = everyCharacter()

  private constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.parsed = fontkit.create(bytes)
  }

  static async open(): Promise<TextPapers> {
    return new TextPapers(new Uint8Array(await readFile(face)))
  }

  /** One PDF of `pages` pages; the same `seed` gives the same bytes. */
  async paper(seed: number, pages: number): Promise<Uint8Array> {
    const random = new SeededRandom(seed)
    const document = await PDFDocument.create({ updateMetadata: false })
    // The face is parsed once for all papers; each takes its own subset of it.
    document.registerFontkit({ create: () => this.parsed } as never)
    const font = await document.embedFont(this.bytes, { subset: true })
    const used = Array.from({ length: glyphsOfPaper }, () => random.pick(this.characters))
    let next = 0
    for (let i = 0; i < pages; i++) {
      const page = document.addPage([595.28, 841.89])
      for (let line = 0; line < linesOfPage; line++) {
        // Each character once in order, so that all are used; the rest by chance.
        const text = Array.from({ length: charactersOfLine }, () => used[next++] ?? random.pick(used)).join(
          '',
        )
        page.drawText(text, { x: 66, y: 770 - line * 19.5, size: 12, font })
      }
    }
    return document.save({ useObjectStreams: seed % 2 === 0, addDefaultPage: false })
  }
}

/** The characters of GB 2312, level 1 and 2. */
function everyCharacter(): string[] {
  const decoder = new TextDecoder('gb18030')
  const characters: string[] = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character)
    }
  }
  return characters
}
