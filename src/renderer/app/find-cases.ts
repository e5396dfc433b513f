import type { CaseSummary } from '../register/register.ts'

export interface FoundCase {
  readonly id: string
  readonly title: string
  readonly detail: string
}

/** Open cases first, then those changed last; all without a query. Every word of the query must occur. */
export function findCases(summaries: readonly CaseSummary[], query: string, most: number): FoundCase[] {
  const words = normal(query).split(/\s+/).filter(Boolean)
  return summaries
    .filter((summary) => summary.state !== 'trashed')
    .filter((summary) => {
      const text = normal(searchable(summary).join('\n'))
      return words.every((word) => text.includes(word))
    })
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

function searchable(summary: CaseSummary): string[] {
  return [
    summary.caseCode,
    summary.brand,
    summary.office,
    summary.documentNumber,
    summary.caseNumber,
    ...summary.suspects,
    ...summary.rightHolders,
  ]
}

/** Full and half width, upper and lower case are the same to a searcher. */
function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
