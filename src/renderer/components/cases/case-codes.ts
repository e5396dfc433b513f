import type { CaseSummary } from '../../register/register.ts'

const datedCode = /^CASE-(\d{8})-(\d+)$/

/** A code nobody uses yet: `CASE-20261122-1`, counted through the day. `date` is a plain date. */
export function freeCaseCode(summaries: readonly CaseSummary[], date: string): string {
  const day = date.replaceAll('-', '')
  const used = summaries.flatMap(({ caseCode }) => {
    const match = datedCode.exec(caseCode)
    return match?.[1] === day ? [Number(match[2])] : []
  })
  return `CASE-${day}-${Math.max(0, ...used) + 1}`
}
