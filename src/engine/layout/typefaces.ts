// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an untyped package cannot be typed by an import, and every tsconfig that reaches this file must see the declaration
/// <reference path="./fontkit.d.ts" />
import { create, type Font } from 'fontkit'
import { Failure } from '../../shared/contract/failure.ts'
import type { Bytes } from '../ports.ts'

/** TrueType files the host hands in; the engine reads no files itself. Must not be changed afterwards. */
export interface FontFiles {
  readonly regular: Bytes
  readonly bold: Bytes
  /** Asked in order for what the first two lack. */
  readonly fallbacks: readonly Bytes[]
}

export type Weight = 'regular' | 'bold'

/** One glyph of shaped text. Lengths are fractions of the font size. */
export interface ShapedGlyph {
  /** Index into `Typefaces.faces`. */
  readonly face: number
  readonly id: number
  /** The characters it stands for, in NFC. */
  readonly text: string
  readonly advance: number
  readonly dx: number
  readonly dy: number
  /** Bold was asked for but the face has one weight: it is drawn with a stroked outline. */
  readonly embolden: boolean
}

// Ligatures would join letters that justified text spreads; proportional quotation marks belong to Latin words.
const latinFeatures = { liga: false, clig: false, calt: false, dlig: false, pwid: true }
// Kerned digits would set equal hashes and amounts to different widths.
const digitFeatures = { ...latinFeatures, kern: false }
const digestGroup = /^(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{4,}$/
const maxRememberedWords = 20_000

/** The opened faces: regular, bold, then the fallbacks. Finds glyphs and shapes Latin words (kerned). */
export class Typefaces {
  readonly faces: readonly Font[]
  readonly #characters = new Map<string, ShapedGlyph | undefined>()
  readonly #words = new Map<string, readonly ShapedGlyph[]>()

  constructor(files: FontFiles) {
    this.faces = [files.regular, files.bold, ...files.fallbacks].map(openFace)
  }

  /** True when some face can print the character. */
  has(character: string): boolean {
    return this.#faceOf(character, 'regular') !== undefined
  }

  /** The glyph of a single character, from the first face that has it; throws `text.unprintable` when none has. */
  character(character: string, weight: Weight): ShapedGlyph {
    const key = `${weight} ${character}`
    let glyph = this.#characters.get(key)
    if (!glyph) {
      const face = this.#faceOf(character, weight)
      if (face === undefined) throw unprintable(character)
      const font = this.#font(face)
      const found = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
      glyph = {
        face,
        id: found.id,
        text: character,
        advance: found.advanceWidth / font.unitsPerEm,
        dx: 0,
        dy: 0,
        embolden: weight === 'bold' && face > 1,
      }
      this.#characters.set(key, glyph)
    }
    return glyph
  }

  /** A Latin word in one face where one has all its characters, so that `Nguyễn` does not change its face midway. */
  word(word: string, weight: Weight): readonly ShapedGlyph[] {
    // Groups of a digest hardly ever come twice and gain nothing by kerning: not worth shaping and remembering.
    if (digestGroup.test(word)) return [...word].map((character) => this.character(character, weight))
    const key = `${weight} ${word}`
    let shaped = this.#words.get(key)
    if (!shaped) {
      const face = this.#order(weight).find((index) => this.#hasAll(index, word))
      shaped =
        face === undefined
          ? [...word].map((character) => this.character(character, weight))
          : this.#shape(face, word, weight)
      if (this.#words.size >= maxRememberedWords) this.#words.clear()
      this.#words.set(key, shaped)
    }
    return shaped
  }

  #shape(face: number, word: string, weight: Weight): readonly ShapedGlyph[] {
    const font = this.#font(face)
    const { glyphs, positions } = font.layout(word, /\d/.test(word) ? digitFeatures : latinFeatures)
    return glyphs.map((glyph, index) => ({
      face,
      id: glyph.id,
      text: String.fromCodePoint(...glyph.codePoints),
      advance: (positions[index]?.xAdvance ?? glyph.advanceWidth) / font.unitsPerEm,
      dx: (positions[index]?.xOffset ?? 0) / font.unitsPerEm,
      dy: (positions[index]?.yOffset ?? 0) / font.unitsPerEm,
      embolden: weight === 'bold' && face > 1,
    }))
  }

  #font(index: number): Font {
    const font = this.faces[index]
    if (!font) throw new Error(`no face ${index}`)
    return font
  }

  #order(weight: Weight): number[] {
    const rest = this.faces.map((_, index) => index).slice(2)
    return weight === 'bold' ? [1, 0, ...rest] : [0, ...rest]
  }

  #faceOf(character: string, weight: Weight): number | undefined {
    const codePoint = character.codePointAt(0) ?? 0
    return this.#order(weight).find((index) => this.#font(index).hasGlyphForCodePoint(codePoint))
  }

  #hasAll(index: number, word: string): boolean {
    for (const character of word) {
      if (!this.#font(index).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false
    }
    return true
  }
}

function openFace(file: Bytes): Font {
  try {
    return create(file)
  } catch (cause) {
    throw new Failure('font.missing', {}, cause)
  }
}

function unprintable(character: string): Failure {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return new Failure('text.unprintable', { character, codePoint: `U+${code}` })
}

const opened = new WeakMap<FontFiles, Typefaces>()

/** Opens the faces once per set of files. Throws Failure `font.missing` when a file is no font. */
export function openTypefaces(files: FontFiles): Typefaces {
  let typefaces = opened.get(files)
  if (!typefaces) {
    typefaces = new Typefaces(files)
    opened.set(files, typefaces)
  }
  return typefaces
}
