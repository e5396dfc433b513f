import { blankHalf, classOf, isFullWidth, isSetAsChinese, type CharacterClass } from './character-class.ts'
import type { Inline } from './inline.ts'
import { drawnCharacters, settableText } from './printable.ts'
import type { ShapedGlyph, Typefaces, Weight } from './typefaces.ts'

/** Where a line may end before a unit: anywhere, only when a long run cannot stay whole, or not at all. */
export type BreakBefore = 'free' | 'soft' | 'never'

/** The smallest thing a line is made of: a Chinese character, a Latin word or piece of one, a space, a box, a blank. */
export interface TextUnit {
  readonly kind: 'chinese' | 'word' | 'space' | 'box' | 'blank' | 'fill'
  readonly text: string
  readonly glyphs: readonly ShapedGlyph[]
  /** Font size in points. */
  readonly size: number
  /** Natural width in points, half-em blanks of punctuation included. */
  readonly width: number
  readonly blankLeft: number
  readonly blankRight: number
  readonly first: CharacterClass
  readonly last: CharacterClass
  readonly breakBefore: BreakBefore
}

export interface UnitStyle {
  readonly size: number
  readonly weight: Weight
  readonly language: 'zh' | 'en'
}

type Draft = Omit<TextUnit, 'breakBefore'> & { readonly soft: boolean }

/** Latin runs longer than this (paths, addresses, file names) may be broken after their punctuation. */
const longRun = 16
const breaksAfter = /(?<=[/\\._\-@:&=?,;+])(?=[^/\\._\-@:&=?,;+)\]}])|(?=[([{])/u

/** Cuts pieces of a paragraph (one without newline) into units with widths and break opportunities. */
export function textUnits(
  inlines: readonly Inline[],
  style: UnitStyle,
  typefaces: Typefaces,
): readonly TextUnit[] {
  const drafts = inlines.flatMap((inline): Draft[] => {
    if (inline.kind === 'text') {
      const scaled = {
        ...style,
        size: style.size * (inline.scale ?? 1),
        weight: inline.weight ?? style.weight,
      }
      return draftsOf(settableText(inline.text), scaled, typefaces)
    }
    if (inline.kind === 'slot') {
      const size = style.size * (inline.scale ?? 1)
      const word = glyphDraft('word', inline.text, typefaces.word(inline.text, style.weight), size)
      return [{ ...word, width: Math.max(word.width, inline.width), last: 'opening' }]
    }
    return [plainDraft(inline.kind, '', inline.kind === 'blank' ? inline.width : 0, style.size)]
  })
  return drafts.map(({ soft, ...draft }, index) => ({
    ...draft,
    breakBefore: soft ? 'soft' : breakBetween(drafts[index - 1], draft),
  }))
}

function draftsOf(settable: string, style: UnitStyle, typefaces: Typefaces): Draft[] {
  const characters = [...settable]
  const drafts: Draft[] = []
  let word = ''
  const endWord = () => {
    if (word !== '') drafts.push(...wordDrafts(word, style, typefaces))
    word = ''
  }
  characters.forEach((character, index) => {
    const kind = classOf(character)
    const after = characters[index + 1]
    if (drawnCharacters.has(character)) {
      endWord()
      drafts.push(plainDraft('box', character, style.size * 0.95, style.size))
    } else if (kind === 'space') {
      endWord()
      drafts.push(glyphDraft('space', character, [typefaces.character(character, style.weight)], style.size))
    } else if (isSetAsChinese(character, characters[index - 1], after, style.language)) {
      endWord()
      drafts.push(
        glyphDraft('chinese', character, [typefaces.character(character, style.weight)], style.size),
      )
    } else word += character
  })
  endWord()
  return drafts
}

function wordDrafts(word: string, style: UnitStyle, typefaces: Typefaces): Draft[] {
  const pieces = word.length > longRun ? word.split(breaksAfter) : [word]
  return pieces.map((piece, index) => ({
    ...glyphDraft('word', piece, typefaces.word(piece, style.weight), style.size),
    soft: index > 0,
  }))
}

function glyphDraft(
  kind: TextUnit['kind'],
  text: string,
  glyphs: readonly ShapedGlyph[],
  size: number,
): Draft {
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) * size
  const fullWidth = kind === 'chinese' && width > size * 0.9
  const characters = [...text]
  return {
    kind,
    text,
    glyphs,
    size,
    width,
    blankLeft: fullWidth && blankHalf(text) === 'left' ? size / 2 : 0,
    blankRight: fullWidth && blankHalf(text) === 'right' ? size / 2 : 0,
    first: classOf(characters[0] ?? ''),
    last: classOf(characters.at(-1) ?? ''),
    soft: false,
  }
}

function plainDraft(kind: TextUnit['kind'], text: string, width: number, size: number): Draft {
  return {
    kind,
    text,
    glyphs: [],
    size,
    width,
    blankLeft: 0,
    blankRight: 0,
    first: 'ideograph',
    last: 'ideograph',
    soft: false,
  }
}

function breakBetween(before: Omit<Draft, 'soft'> | undefined, after: Omit<Draft, 'soft'>): BreakBefore {
  if (!before || before.last === 'opening') return 'never'
  if (after.first === 'closing' && !(before.kind === 'space' && after.kind === 'word')) return 'never'
  if (after.kind === 'space' || before.kind === 'box' || before.text === '\u00a0') return 'never'
  if (before.last === 'dash' && after.first === 'dash') return 'never'
  return before.kind === 'word' && after.kind === 'word' ? 'never' : 'free'
}

/** Points between two neighbours: half an em less where punctuation meets, a little more where Chinese meets Latin. */
export function spaceBetween(before: TextUnit, after: TextUnit): number {
  if (before.blankRight > 0 && (after.blankLeft > 0 || after.blankRight > 0)) return -before.blankRight
  if (before.blankLeft > 0 && after.blankLeft > 0) return -after.blankLeft
  const mixed =
    (isIdeograph(before) && after.kind === 'word' && startsAlphanumeric(after)) ||
    (before.kind === 'word' && endsAlphanumeric(before) && isIdeograph(after))
  return mixed ? 0.09 * Math.min(before.size, after.size) : 0
}

function isIdeograph(unit: TextUnit): boolean {
  return unit.kind === 'chinese' && unit.first === 'ideograph' && isFullWidth(unit.text)
}

function startsAlphanumeric(unit: TextUnit): boolean {
  return /^[\p{L}\p{N}]/u.test(unit.text)
}

function endsAlphanumeric(unit: TextUnit): boolean {
  return /[\p{L}\p{N}%]$/u.test(unit.text)
}
