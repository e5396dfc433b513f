/** A text as a reader of labels wants it: widths and spaces evened out, each character knowing where it came from. */
export interface EvenText {
  readonly text: string
  /** For each UTF-16 unit of `text`, and its end, the place in the original. */
  readonly from: readonly number[]
}

/** Characters of a notice beyond this are not read. */
const longest = 100_000

/** Evens a text out: NFKC (full-width digits and signs become plain), spaces left out, line ends kept as `\n`. */
export function evenText(original: string): EvenText {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of original.slice(0, longest)) {
    const even = character === '\n' ? '\n' : character.normalize('NFKC').replace(/\s/g, '')
    for (let unit = 0; unit < even.length; unit += 1) from.push(at)
    text += even
    at += character.length
  }
  from.push(at)
  return { text, from }
}

const digits = '[0-9〇○零一二三四五六七八九十]'

/** Source of a pattern for a day in figures or Chinese numerals, line ends allowed inside; three groups. */
export const dayPattern = `(${digits}{4})(?:\\n?年\\n?|[-./])(${digits}{1,3})(?:\\n?月\\n?|[-./])(${digits}{1,3})(?:\\n?日)?`

/** The plain date of a year, month and day as written; undefined when one of them is no number. */
export function plainDate(year: string, month: string, day: string): string | undefined {
  const numbers = [yearOf(year), numberOf(month), numberOf(day)]
  if (numbers.some(Number.isNaN)) return undefined
  const [y = 0, m = 0, d = 0] = numbers
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const numerals = '〇一二三四五六七八九'

function yearOf(text: string): number {
  const figures = [...text].map((one) => (/[0-9]/.test(one) ? one : figureOf(one))).join('')
  return /^\d{4}$/.test(figures) ? Number(figures) : Number.NaN
}

function figureOf(numeral: string): string {
  const index = numerals.indexOf(numeral.replace(/[○零]/, '〇'))
  return index === -1 ? '?' : String(index)
}

/** 1 to 99 in figures or in numerals such as 三, 十一, 二十, 三十一. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text)
  if (!match || text === '') return Number.NaN
  const [, tens = '', ten = '', ones = ''] = match
  if (ten === '') return tens !== '' && ones !== '' ? Number.NaN : numerals.indexOf(tens + ones)
  return (tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones))
}
