/** Words that stand alone begin with a capital, as sentences do; Chinese is left as it is. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}
