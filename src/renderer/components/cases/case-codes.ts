import type { CaseSummary } from '../../register/register.ts'

const datedCode = /^CASE-(\d{8})-(\d+)$/i

/** A code nobody uses yet: `CASE-20261122-1`, counted through the day. `date` is a plain date. */
export function freeCaseCode(summaries: readonly CaseSummary[], date: string): string {
  const day = date.replaceAll('-', '')
  const used = summaries.flatMap(({ caseCode }) => {
    const match = datedCode.exec(caseCode)
    return match?.[1] === day ? [Number(match[2])] : []
  })
  return `CASE-${day}-${Math.max(0, ...used) + 1}`
}

/** The same, of the cases as they are stored now: what a page shows may not have been read yet. */
export async function nextCaseCode(
  cases: { summaries(): Promise<readonly CaseSummary[]> },
  date: string,
): Promise<string> {
  return freeCaseCode(await cases.summaries(), date)
}

/**
 * Another case with the same code, of those that are not in the trash. Upper and lower case are the same here, as they are
 * to file systems that the bundles lie on.
 */
export function caseOfSameCode(
  summaries: readonly CaseSummary[],
  { id, caseCode }: { readonly id: string; readonly caseCode: string },
): CaseSummary | undefined {
  const wanted = caseCode.trim().toLowerCase()
  if (wanted === '') return undefined
  return summaries.find(
    (other) => other.id !== id && other.state !== 'trashed' && other.caseCode.toLowerCase() === wanted,
  )
}
