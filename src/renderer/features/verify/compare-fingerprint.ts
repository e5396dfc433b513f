/** What somebody typed from paper: full-width characters, spaces and capitals are how people write it. */
export function typedHex(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s:·.\-–—]/g, '')
    .toLowerCase()
}

/** Characters at either end that are read from paper. */
export const endCharacters = 8
const whole = 64

export type Comparison = 'match' | 'differs' | 'wrong-first' | 'wrong-last'

/** Compares what was typed from paper, the ends or everything in the first field, with a SHA-256 in lower-case hex. */
export function compareFingerprint(fingerprint: string, first: string, last: string): Comparison {
  const [start, end] = [typedHex(first), typedHex(last)]
  const isHex = (text: string, length: number) => text.length === length && /^[0-9a-f]*$/.test(text)
  if (isHex(start, whole)) return start === fingerprint ? 'match' : 'differs'
  if (!isHex(start, endCharacters)) return 'wrong-first'
  if (!isHex(end, endCharacters)) return 'wrong-last'
  return fingerprint.startsWith(start) && fingerprint.endsWith(end) ? 'match' : 'differs'
}
