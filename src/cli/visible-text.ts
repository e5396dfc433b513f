import type { Facts } from '../shared/contract/failure.ts'

// What a terminal obeys or does not show: controls, bidirectional and zero-width signs, line breaks, half characters.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** A text from outside, fit for one line of a terminal: what is not seen is written out, `\x1b`, `\u202e`, `\u{e0001}`. */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0
    const hex = code.toString(16)
    if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
    return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`
  })
}

/** Facts for the blanks of a sentence that goes to a terminal. */
export function visibleFacts(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' ? visibleText(value) : value,
    ]),
  )
}
