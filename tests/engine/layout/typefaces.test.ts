import { describe, expect, it } from 'vitest'
import { printableName, unprintableCharacters } from '../../../src/engine/layout/printable.ts'
import { Typefaces } from '../../../src/engine/layout/typefaces.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { fonts, typefaces } from '../../builders/fonts.ts'

describe('faces', () => {
  it('draws a character the first face lacks from the next that has it', () => {
    expect(typefaces.character('吉', 'regular').face).toBe(0)
    expect(typefaces.character('吉', 'bold').face).toBe(1)
    expect(typefaces.character('𠮷', 'bold')).toMatchObject({ face: 2, embolden: true })
  })

  it('sets a Latin word in one face', () => {
    expect(new Set(typefaces.word('Ødegård', 'regular').map((glyph) => glyph.face)).size).toBe(1)
    expect(
      typefaces.word('x̄', 'regular').every((glyph) => glyph.face === typefaces.word('x̄', 'regular')[0]?.face),
    ).toBe(true)
  })

  it('kerns words and joins no letters', () => {
    const width = (word: string) =>
      typefaces.word(word, 'regular').reduce((sum, glyph) => sum + glyph.advance, 0)
    expect(width('AVA')).toBeLessThan(width('A') * 2 + width('V'))
    expect(typefaces.word('office', 'regular')).toHaveLength(6)
  })

  it('refuses a character that no face has, and a file that is no font', () => {
    expect(() => typefaces.character('😀', 'regular')).toThrow(Failure)
    expect(() => new Typefaces({ ...fonts, regular: new Uint8Array([1, 2, 3, 4]) })).toThrow(Failure)
  })
})

describe('characters that cannot be printed', () => {
  it.each([
    ['plain text in any script the faces have', '权利人 Ödön Ελλάς Москва Nguyễn 𠮷 ☑', []],
    ['pictures', '合同😀和😀', ['😀']],
    ['hidden direction marks', 'a\u202eb', ['\u202e']],
    ['joiners', 'a\u200db', ['\u200d']],
    ['a script without a face', 'สัญญา', ['ส', 'ั', 'ญ', 'า']],
    ['leftovers of web pages are dropped instead', 'a\u200bb\ufeff\u00ad', []],
    ['an NFD name is printable as NFC', 'e\u0301', []],
  ])('%s', (_, given, found) => {
    expect(unprintableCharacters(given, typefaces)).toEqual(found)
  })

  it('are written as codes in file names', () => {
    expect(printableName('证\u202egpj.😀.exe', typefaces)).toBe('证[U+202E]gpj.[U+1F600].exe')
  })
})
