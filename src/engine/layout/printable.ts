import type { Typefaces } from './typefaces.ts'

/** Drawn as paths, so that no face needs them. */
export const drawnCharacters: ReadonlySet<string> = new Set(['☐', '☑'])

// They leave no trace on paper and come along unseen when text is pasted from web pages.
const dropped = /\u00ad|\u200b|\u2060|\ufe0e|\ufe0f|\ufeff/gu

/** Text as it is set: NFC, without characters that have no width and no meaning on paper. */
export function settableText(text: string): string {
  return text.normalize('NFC').replace(dropped, '').replace(/\t/g, ' ').replace(/\r\n?/g, '\n')
}

/**
 * The characters of a text that no face can print, each once, in order of appearance.
 * Bidirectional controls and other invisible format characters count as unprintable: on paper nobody sees them.
 */
export function unprintableCharacters(text: string, typefaces: Typefaces): string[] {
  const found = new Set<string>()
  for (const character of settableText(text)) {
    if (character === '\n' || drawnCharacters.has(character)) continue
    if (isInvisible(character) || !typefaces.has(character)) found.add(character)
  }
  return [...found]
}

/** A file name as it can be printed: what no face has, or no eye sees, is written as its code, `[U+1F600]`. */
export function printableName(name: string, typefaces: Typefaces): string {
  let printed = ''
  for (const character of name.normalize('NFC')) {
    const shown = drawnCharacters.has(character) || (!isInvisible(character) && typefaces.has(character))
    printed += shown ? character : codeOf(character)
  }
  return printed
}

// Format, control, surrogate, private and unassigned characters, separators of lines, fillers, variation selectors.
const invisible =
  /\p{Cf}|\p{Cc}|\p{Cs}|\p{Co}|\p{Cn}|\p{Zl}|\p{Zp}|\p{Variation_Selector}|\u115f|\u1160|\u3164|\uffa0/u

function isInvisible(character: string): boolean {
  return invisible.test(character)
}

function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}
