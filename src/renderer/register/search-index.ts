import type { CaseSummary } from './register.ts'

interface Searchable {
  /** Case-folded fields, one a line. */
  readonly text: string
  /** The same without what separates numbers: spaces, brackets, dashes, 第, 号. */
  readonly bare: string
}

/** Made once for each revision of a summary; goes with it. */
const searchables = new WeakMap<CaseSummary, Searchable>()

/**
 * The cases in which every word of `typed` occurs, in their order; all when nothing is typed. Width, capitals and the
 * separators of numbers do not matter: `2026123` and `2026-123` find 〔2026〕123号.
 */
export function matchingCases(cases: readonly CaseSummary[], typed: string): readonly CaseSummary[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return cases
  const terms = words.map((word) => ({ word, bare: bareOf(word) }))
  return cases.filter((summary) => {
    const { text, bare } = searchableOf(summary)
    return terms.every((term) => text.includes(term.word) || (term.bare !== '' && bare.includes(term.bare)))
  })
}

function searchableOf(summary: CaseSummary): Searchable {
  const known = searchables.get(summary)
  if (known) return known
  const fields = [
    summary.caseCode,
    summary.brand,
    summary.office,
    summary.documentNumber,
    summary.caseNumber,
    summary.receivedOn,
    summary.replyDueOn,
    ...summary.suspects,
    ...summary.rightHolders,
  ].map(folded)
  const made = { text: fields.join('\n'), bare: fields.map(bareOf).join('\n') }
  searchables.set(summary, made)
  return made
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function bareOf(text: string): string {
  return text.replace(/[\s\p{P}第号]/gu, '')
}
