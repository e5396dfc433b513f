import type { FontEmbedding } from './font-embedding.ts'
import type { TextLine } from './line-breaking.ts'
import type { Mark } from './page.ts'
import type { StructureElement } from './structure.ts'
import type { ShapedGlyph } from './typefaces.ts'

interface PlacedGlyph {
  readonly glyph: ShapedGlyph
  readonly x: number
  readonly size: number
}

/**
 * Writes the operators of marks. Text is marked content of its structure element (ISO 32000-1, 14.7.4),
 * everything else an artifact; the elements learn their MCIDs when `page` is given.
 */
export function contentStream(marks: readonly Mark[], fonts: FontEmbedding, page: number | null): string {
  const out: string[] = []
  let open: StructureElement | null | undefined
  let mcid = 0
  const begin = (owner: StructureElement | null) => {
    if (owner === open) return
    if (open !== undefined) out.push('EMC')
    if (owner && page !== null) {
      out.push(`/${owner.role} <</MCID ${mcid}>> BDC`)
      owner.content.push({ page, mcid })
      mcid += 1
    } else out.push('/Artifact BMC')
    open = owner
  }
  for (const mark of marks) {
    begin(mark.kind === 'line' ? mark.owner : null)
    if (mark.kind === 'line') lineOperators(mark, fonts, out)
    else if (mark.kind === 'fill') out.push(fillOperators(mark.rect, mark.grey))
    else out.push(ruleOperators(mark))
  }
  if (open !== undefined) out.push('EMC')
  return out.join('\n')
}

function fillOperators([x0, y0, x1, y1]: readonly [number, number, number, number], grey: number): string {
  return `${number(grey)} g ${number(x0)} ${number(y0)} ${number(x1 - x0)} ${number(y1 - y0)} re f 0 g`
}

function ruleOperators(mark: Extract<Mark, { kind: 'rule' }>): string {
  const dash = mark.dash ? `[${mark.dash.map(number).join(' ')}] 0 d ` : ''
  const path = `${number(mark.from[0])} ${number(mark.from[1])} m ${number(mark.to[0])} ${number(mark.to[1])} l S`
  return `q ${number(mark.grey)} G ${number(mark.width)} w 2 J ${dash}${path} Q`
}

function lineOperators(mark: Extract<Mark, { kind: 'line' }>, fonts: FontEmbedding, out: string[]): void {
  const { line, x, baseline, grey } = mark
  if (grey !== 0) out.push(`${number(grey)} g`)
  for (const run of runsOf(glyphsOf(line, x))) out.push(runOperators(run, baseline, fonts, grey))
  if (grey !== 0) out.push('0 g')
  for (const { unit, x: at, width } of line.placed) {
    if (unit.kind === 'blank' || unit.kind === 'fill') {
      const y = number(baseline - unit.size * 0.2)
      if (width > 1)
        out.push(`q 0.5 w ${number(x + at + 0.5)} ${y} m ${number(x + at + width - 0.5)} ${y} l S Q`)
    }
    if (unit.kind === 'box') out.push(boxOperators(unit.text, x + at, baseline, unit.size))
  }
}

function glyphsOf(line: TextLine, x: number): PlacedGlyph[] {
  return line.placed.flatMap(({ unit, x: at }) => {
    let pen = x + at
    return unit.glyphs.map((glyph) => {
      const placed = { glyph, x: pen + glyph.dx * unit.size, size: unit.size }
      pen += glyph.advance * unit.size
      return placed
    })
  })
}

/** Neighbours in one face and size go into one text object. */
function runsOf(glyphs: readonly PlacedGlyph[]): readonly (readonly PlacedGlyph[])[] {
  const runs: PlacedGlyph[][] = []
  for (const placed of glyphs) {
    const last = runs.at(-1)?.at(-1)
    const same =
      last !== undefined &&
      last.glyph.face === placed.glyph.face &&
      last.size === placed.size &&
      last.glyph.embolden === placed.glyph.embolden &&
      last.glyph.dy === placed.glyph.dy
    if (same) runs.at(-1)?.push(placed)
    else runs.push([placed])
  }
  return runs
}

function runOperators(
  run: readonly PlacedGlyph[],
  baseline: number,
  fonts: FontEmbedding,
  grey: number,
): string {
  const [first] = run
  if (!first) return ''
  const { size, glyph } = first
  let pen = first.x
  const shown = squeezedTogether(run).map((cluster) => {
    const parts: string[] = []
    let hex = ''
    for (const placed of cluster) {
      const code = fonts.encode(placed.glyph)
      const shift = Math.round(((pen - placed.x) / size) * 1000)
      if (shift !== 0) {
        if (hex !== '') parts.push(`<${hex}>`)
        parts.push(String(shift))
        hex = ''
        pen -= (shift / 1000) * size
      }
      hex += code.hex
      pen += code.advance * size
    }
    const operator = `[${parts.join('')}<${hex}>] TJ`
    return isSqueezed(cluster)
      ? `${actualText(cluster.map((one) => one.glyph.text).join(''))} ${operator} EMC`
      : operator
  })
  const y = baseline + glyph.dy * size
  const body = `BT /F${glyph.face} ${number(size)} Tf 1 0 0 1 ${number(first.x)} ${number(y)} Tm ${shown.join(' ')} ET`
  return glyph.embolden ? `q ${number(grey)} G ${number(size * 0.03)} w 2 Tr ${body} Q` : body
}

/**
 * Punctuation set half an em closer overlaps the square before it, which readers that extract text take for a new
 * line. Such clusters are told as one piece of text (ISO 32000-1, 14.9.4); everything between stays together.
 */
function squeezedTogether(run: readonly PlacedGlyph[]): readonly (readonly PlacedGlyph[])[] {
  const clusters: PlacedGlyph[][] = []
  run.forEach((placed, index) => {
    const before = run[index - 1]
    const after = run[index + 1]
    const joinsBefore = before !== undefined && overlaps(before, placed)
    const startsSqueezed = !joinsBefore && after !== undefined && overlaps(placed, after)
    const beforeWasSqueezed = before !== undefined && index > 1 && overlaps(run[index - 2] ?? before, before)
    const open = clusters.at(-1)
    if (!open || startsSqueezed || (!joinsBefore && beforeWasSqueezed)) clusters.push([placed])
    else open.push(placed)
  })
  return clusters
}

function overlaps(before: PlacedGlyph, after: PlacedGlyph): boolean {
  return after.x < before.x + (before.glyph.advance - 0.15) * before.size
}

function isSqueezed([first, second]: readonly PlacedGlyph[]): boolean {
  return first !== undefined && second !== undefined && overlaps(first, second)
}

function actualText(words: string): string {
  let hex = 'feff'
  for (let index = 0; index < words.length; index += 1) {
    hex += words.charCodeAt(index).toString(16).padStart(4, '0')
  }
  return `/Span <</ActualText <${hex}>>> BDC`
}

/** ☐ or ☑ as a path, with the character as its text (ISO 32000-1, 14.9.4). */
function boxOperators(character: string, x: number, baseline: number, size: number): string {
  const side = size * 0.74
  const left = x + size * 0.09
  const bottom = baseline - size * 0.06
  const frame = `${number(left)} ${number(bottom)} ${number(side)} ${number(side)} re S`
  const at = (h: number, v: number) => `${number(left + side * h)} ${number(bottom + side * v)}`
  const tick =
    character === '☑'
      ? ` ${number(size * 0.09)} w ${at(0.18, 0.52)} m ${at(0.42, 0.22)} l ${at(0.84, 0.82)} l S`
      : ''
  return `${actualText(character)} q 0.6 w ${frame}${tick} Q EMC`
}

/** A real number as short as it can be: two decimals are 0.004 mm. */
export function number(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? '0' : String(rounded)
}
