import type { Finding } from '../../../shared/contract/finding.ts'
import type { CaseRecord } from '../../../shared/domain/case-record.ts'
import { stepsOf } from './case-path.ts'

/** Of characters that could not be printed, those that still stand in their places. */
export function stillUnprintable(findings: readonly Finding[], record: CaseRecord): readonly Finding[] {
  return findings.filter(({ subject, facts }) => {
    const text = stepsOf(subject).reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string | number, unknown>)[step]
          : undefined,
      record,
    )
    return typeof text === 'string' && text.normalize('NFC').includes(String(facts['character']))
  })
}
