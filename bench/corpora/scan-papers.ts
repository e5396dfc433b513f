import { PDFDocument } from 'pdf-lib'
import { encodeStrips, joinStrips, type Picture } from './jpeg-strips.ts'
import { SeededRandom } from './seeded-random.ts'

/** A4 at 150 dpi, rounded to whole blocks. */
const width = 1240
const height = 1752
/** Blocks rows of one line of writing. */
const lineRows = 5
const quality = 45
const sheets = 6

type Pool = readonly (readonly Uint8Array[])[]

/** Makes scanned papers: PDFs whose pages are one JPEG of 150 dpi each, every page another, a third in colour. */
export class ScanPapers {
  private readonly grey: Pool
  private readonly colour: Pool

  constructor() {
    this.grey = Array.from({ length: sheets }, (_, i) => encodeStrips(scan(i + 1, false), quality))
    this.colour = Array.from({ length: sheets }, (_, i) => encodeStrips(scan(i + 101, true), quality))
  }

  /** One PDF of `pages` scanned pages; the same `seed` gives the same bytes. */
  async paper(seed: number, pages: number): Promise<Uint8Array> {
    const random = new SeededRandom(seed)
    const document = await PDFDocument.create({ updateMetadata: false })
    const inColour = seed % 3 === 0
    for (let i = 0; i < pages; i++) {
      const image = await document.embedJpg(this.page(random, inColour))
      document.addPage([595.2, 840.96]).drawImage(image, { x: 0, y: 0, width: 595.2, height: 840.96 })
    }
    // Scanners write both forms: plain objects and object streams.
    return document.save({ useObjectStreams: seed % 2 === 0, addDefaultPage: false })
  }

  /** A page put together, line by line, from the sheets of the pool. */
  private page(random: SeededRandom, inColour: boolean): Uint8Array {
    const pool = inColour ? this.colour : this.grey
    const strips: Uint8Array[] = []
    let sheet = random.pick(pool)
    for (let row = 0; row < height / 8; row++) {
      if (row % lineRows === 0) sheet = random.pick(pool)
      strips.push(sheet[row] ?? new Uint8Array(0))
    }
    return joinStrips(strips, width, inColour ? 3 : 1, quality)
  }
}

/** What a scanner sees: uneven paper with grain, lines of strokes that look like writing, on colour sheets a red frame. */
function scan(seed: number, inColour: boolean): Picture {
  const random = new SeededRandom(seed)
  const light = new Uint8Array(width * height)
  const grain = inColour ? 2 : 4
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const noise = random.next() + random.next() + random.next() - 1.5
      light[y * width + x] = 236 - (x + y) / 400 + noise * grain
    }
  }
  const pitch = lineRows * 8
  for (let top = 3 * pitch; top < height - 3 * pitch; top += pitch) {
    const end = width - 120 - (random.next() < 0.2 ? random.below(700) : 0)
    for (let left = 120; left < end; left += 30) character(light, left, top + 6, random)
  }
  if (!inColour) return { width, height, planes: [light] }
  const [blue, red] = [new Uint8Array(width * height).fill(125), new Uint8Array(width * height).fill(131)]
  for (let top = 3 * pitch; top < height - 3 * pitch; top += pitch) {
    for (let y = top; y < top + 24; y++) {
      red.fill(190, y * width + 70, y * width + 100)
      blue.fill(105, y * width + 70, y * width + 100)
    }
  }
  return { width, height, planes: [light, blue, red] }
}

/** Four strokes in a square of 26 pixels. */
function character(light: Uint8Array, left: number, top: number, random: SeededRandom): void {
  for (let stroke = 0; stroke < 4; stroke++) {
    const length = 8 + random.below(17)
    const [x, y] = [left + random.below(26 - length), top + random.below(24)]
    const kind = random.below(3)
    for (let i = 0; i < length; i++) {
      const [px, py] = kind === 0 ? [x + i, y] : kind === 1 ? [x + 4, top + i] : [x + i, top + i]
      const at = py * width + px
      light[at] = 40 + random.below(30)
      light[at + 1] = 60 + random.below(60)
    }
  }
}
