import type { CaseSummary } from '../register/register.ts'
import { matchingCases } from '../register/search-index.ts'

export interface FoundCase {
  readonly id: string
  readonly title: string
  readonly detail: string
}

/** The cases the palette offers: open ones first, then those changed last; at most `most`, none from the bin. */
export function findCases(summaries: readonly CaseSummary[], query: string, most: number): FoundCase[] {
  return matchingCases(summaries, query)
    .filter((summary) => summary.state !== 'trashed')
    .sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') || b.changedAt.localeCompare(a.changedAt),
    )
    .slice(0, most)
    .map((summary) => ({
      id: summary.id,
      title: [summary.caseCode, summary.brand].filter(Boolean).join(' · '),
      detail: [summary.suspects.join('、'), summary.office].filter(Boolean).join(' · '),
    }))
}
