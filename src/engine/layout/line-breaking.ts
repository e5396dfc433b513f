import { spaceBetween, type TextUnit } from './text-units.ts'

/** A unit on its line; `x` in points from the left edge of the text block. */
export interface PlacedUnit {
  readonly unit: TextUnit
  readonly x: number
  readonly width: number
}

export interface TextLine {
  readonly placed: readonly PlacedUnit[]
  /** Right end of the ink, in points from the left edge. */
  readonly width: number
}

export interface LineStyle {
  /** Width of the text block in points. */
  readonly width: number
  readonly firstIndent: number
  readonly align: 'start' | 'center' | 'end' | 'justify'
}

const tolerance = 0.01
/** Most room between two characters of a justified line, in ems; beyond it the line stays short. */
const maxStretch = 0.12

/** Breaks units into lines that fit, and places them. */
export function breakLines(units: readonly TextUnit[], style: LineStyle): readonly TextLine[] {
  const pool = [...units]
  const starts: number[] = []
  let start = skipSpaces(pool, 0)
  while (start < pool.length) {
    starts.push(start)
    start = skipSpaces(pool, lineEnd(pool, start, style, starts.length === 1))
  }
  keepCompany(pool, starts)
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? pool.length
    return placeLine(trimmed(pool.slice(from, to)), style, index === 0, index === starts.length - 1)
  })
}

function skipSpaces(units: readonly TextUnit[], from: number): number {
  let index = from
  while (index > 0 && units[index]?.kind === 'space') index += 1
  return index
}

function trimmed(units: readonly TextUnit[]): readonly TextUnit[] {
  let end = units.length
  while (end > 1 && units[end - 1]?.kind === 'space') end -= 1
  return units.slice(0, end)
}

/** Index of the first unit of the next line. May split an over-long word of `pool` in place. */
function lineEnd(pool: TextUnit[], start: number, style: LineStyle, isFirst: boolean): number {
  const ends: number[] = []
  let x = leftEdge(pool[start], style, isFirst)
  let free = -1
  let soft = -1
  for (let index = start; index < pool.length; index += 1) {
    const unit = pool[index]
    const before = pool[index - 1]
    if (!unit) break
    if (index > start && unit.breakBefore === 'free') free = index
    if (index > start && unit.breakBefore === 'soft') soft = index
    const from = x + (index > start && before ? spaceBetween(before, unit) : 0)
    const end = from + unit.width
    if (unit.kind !== 'space' && end - unit.blankRight > style.width + tolerance) {
      if (free > start || soft > start) {
        const atFree = ends[free - 1 - start] ?? 0
        return soft > free && !keepsWhole(pool, free, atFree, style) ? soft : free
      }
      return splitAt(pool, start, index, from, ends, style)
    }
    ends.push(end)
    x = end
  }
  return pool.length
}

/** A long run goes whole to the next line where it fits there and the line left behind is not too empty. */
function keepsWhole(pool: readonly TextUnit[], free: number, filled: number, style: LineStyle): boolean {
  if (free < 0) return false
  let run = 0
  for (let index = free; index < pool.length; index += 1) {
    const unit = pool[index]
    if (!unit || (index > free && unit.breakBefore === 'free') || unit.kind === 'space') break
    run += unit.width
  }
  return run <= style.width && (style.align !== 'justify' || filled >= style.width * 0.6)
}

/** Nothing on the line may be broken: cuts a word between two characters, leaving at least two for the next line. */
function splitAt(
  pool: TextUnit[],
  start: number,
  overflow: number,
  x: number,
  ends: readonly number[],
  style: LineStyle,
): number {
  let index = overflow
  while (index > start && (pool[index]?.glyphs.length ?? 0) < 4) index -= 1
  const word = pool[index]
  if (word?.kind !== 'word' || word.glyphs.length < 4) return Math.max(overflow, start + 1)
  const from = index === overflow ? x : (ends[index - 1 - start] ?? leftEdge(word, style, start === 0))
  let count = 0
  let end = from
  for (const glyph of word.glyphs) {
    if (end + glyph.advance * word.size > style.width + tolerance) break
    end += glyph.advance * word.size
    count += 1
  }
  count = atPunctuation(word, Math.min(count, word.glyphs.length - 2))
  if (count < 1) return index > start ? index : start + 1
  pool.splice(index, 1, pieceOf(word, 0, count), pieceOf(word, count, word.glyphs.length))
  return index + 1
}

/** Number of glyphs up to the last punctuation among the first `most`; `most` itself when none is near. */
function atPunctuation(word: TextUnit, most: number): number {
  for (let count = most; count > most / 3; count -= 1) {
    if (/[-–/\\_.:,@]$/u.test(word.glyphs[count - 1]?.text ?? '')) return count
  }
  return most
}

function pieceOf(word: TextUnit, from: number, to: number): TextUnit {
  const glyphs = word.glyphs.slice(from, to)
  return {
    ...word,
    glyphs,
    text: glyphs.map((glyph) => glyph.text).join(''),
    width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) * word.size,
    breakBefore: from === 0 ? word.breakBefore : 'soft',
  }
}

/** No single character alone on the last line: one more comes down from the line before. */
function keepCompany(pool: readonly TextUnit[], starts: number[]): void {
  const last = starts.at(-1)
  const before = starts.at(-2)
  if (last === undefined || before === undefined || last - before < 5) return
  const tail = pool.slice(last).filter((unit) => unit.kind !== 'space')
  const letters = tail.filter((unit) => unit.first !== 'closing')
  if (letters.length !== 1 || letters[0]?.kind !== 'chinese') return
  if (pool[last]?.breakBefore === 'free' && pool[last - 1]?.breakBefore === 'free') {
    if (pool[last - 1]?.kind === 'chinese') starts[starts.length - 1] = last - 1
  }
}

function leftEdge(unit: TextUnit | undefined, style: LineStyle, isFirst: boolean): number {
  return isFirst ? style.firstIndent : -(unit?.blankLeft ?? 0)
}

function placeLine(
  units: readonly TextUnit[],
  style: LineStyle,
  isFirst: boolean,
  isLast: boolean,
): TextLine {
  const gaps = units.map((unit, index) => {
    const before = units[index - 1]
    return before ? spaceBetween(before, unit) : 0
  })
  const left = leftEdge(units[0], style, isFirst)
  const natural = units.reduce((sum, unit, index) => sum + unit.width + (gaps[index] ?? 0), left)
  const ink = natural - (units.at(-1)?.blankRight ?? 0)
  const room = style.width - ink
  const fills = units.filter((unit) => unit.kind === 'fill').length
  const fillWidth = fills > 0 ? Math.max(0, room) / fills : 0
  const stretch = style.align === 'justify' && !isLast && fills === 0 ? stretchOf(units, room) : undefined
  let x = left
  if (fills === 0 && style.align === 'center') x += room / 2
  if (fills === 0 && style.align === 'end') x += room
  const placed = units.map((unit, index): PlacedUnit => {
    x += (gaps[index] ?? 0) + (stretch && index > 0 ? stretch(index) : 0)
    const width = unit.kind === 'fill' ? fillWidth : unit.width
    const at = { unit, x, width }
    x += width
    return at
  })
  return { placed, width: x - (units.at(-1)?.blankRight ?? 0) }
}

/** How much goes before each unit so that the line is full; nothing when it would tear the line apart. */
function stretchOf(units: readonly TextUnit[], room: number): ((index: number) => number) | undefined {
  if (room <= tolerance) return undefined
  const weights = units.map((unit, index) => stretchWeight(units[index - 1], unit))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const size = units[0]?.size ?? 0
  if (total === 0 || room / total > size * maxStretch) return undefined
  return (index) => ((weights[index] ?? 0) * room) / total
}

function stretchWeight(before: TextUnit | undefined, after: TextUnit): number {
  if (!before) return 0
  if (before.kind === 'space') return 2
  if (after.kind === 'space' || after.first === 'closing' || before.last === 'opening') return 0
  if (before.kind === 'word' && after.kind === 'word') return 0
  return before.last === 'dash' && after.first === 'dash' ? 0 : 1
}
