type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The same words between brackets and a third longer: text without brackets on the screen is not in the catalogues. */
export function pseudoWords(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([area, sentences]) => [
      area,
      Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [key, pseudo(sentence)])),
    ]),
  )
}

/** One sentence as the pseudo-language shows it. */
export function pseudo(sentence: string): string {
  return `⟦${sentence}${'·'.repeat(Math.ceil(sentence.length / 3))}⟧`
}
