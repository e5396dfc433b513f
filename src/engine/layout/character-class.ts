/** How a character behaves where a line may end (GB/T 15834 and W3C CLREQ 3.1). */
export type CharacterClass = 'ideograph' | 'opening' | 'closing' | 'dash' | 'latin' | 'space'

/** Never at the start of a line. Those of `rightHalfBlank` have their ink in the left half of the em square. */
const closing = new Set('、。，．：；！？）〕】》」』〗｝］〉’”·・‧％‰℃々ー～)]},.:;!?%>°′″/\\_')
/** Never at the end of a line. */
const opening = new Set('（〔【《「『〖｛［〈‘“([{<￥¥＄$№§')
const rightHalfBlank = new Set('、。，．：；）〕】》」』〗｝］〉’”')
const leftHalfBlank = new Set('（〔【《「『〖｛［〈‘“')
const ambiguous = new Set('‘’“”—…·')

/** Class of a character taken alone, for the rule where a line may end. */
export function classOf(character: string): CharacterClass {
  if (character === ' ' || character === '\u00a0' || character === '\u3000') return 'space'
  if (closing.has(character)) return 'closing'
  if (opening.has(character)) return 'opening'
  if (character === '—' || character === '…' || character === '⸺') return 'dash'
  return isFullWidth(character) ? 'ideograph' : 'latin'
}

/** Half an em that may go when the character ends a line or meets other punctuation; full-width glyphs only. */
export function blankHalf(character: string): 'left' | 'right' | 'none' {
  if (rightHalfBlank.has(character)) return 'right'
  return leftHalfBlank.has(character) ? 'left' : 'none'
}

/** True for what is set on the em square: ideographs, kana, hangul, full-width forms, enclosed numbers, arrows. */
export function isFullWidth(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x2190 && code <= 0x21ff) ||
    (code >= 0x2500 && code <= 0x26ff) ||
    code === 0x203b
  )
}

/** Quotation marks, dashes and dots belong to the Chinese text, unless they stand in a Latin word or an English paper. */
export function isSetAsChinese(
  character: string,
  before: string | undefined,
  after: string | undefined,
  language: 'zh' | 'en',
): boolean {
  if (!ambiguous.has(character)) return isFullWidth(character)
  if (language === 'en') return false
  const letters = /[\p{Script=Latin}\d]/u
  const insideWord =
    before !== undefined && after !== undefined && letters.test(before) && letters.test(after)
  return !insideWord
}
