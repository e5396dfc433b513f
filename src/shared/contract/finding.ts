import type { Facts } from './failure.ts'
import { caseFindings } from './findings/case.ts'
import { caseWorkFindings } from './findings/case-work.ts'
import { containerFindings } from './findings/container.ts'
import { holidayFindings } from './findings/holidays.ts'
import { pdfFindings } from './findings/pdf.ts'
import { signatureFindings } from './findings/signature.ts'
import type { Severity } from './severity.ts'

/** Every finding code with its severity, joined from the areas. */
export const findingSeverities = {
  ...caseFindings,
  ...caseWorkFindings,
  ...pdfFindings,
  ...containerFindings,
  ...signatureFindings,
  ...holidayFindings,
} as const satisfies Record<string, Severity>

export type FindingCode = keyof typeof findingSeverities

/** One thing found: what (code), how grave, about what (a path, an item label or a field path), with the facts. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly subject: string
  readonly facts: Facts
}

/** Makes a finding; the severity comes with the code. */
export function finding(code: FindingCode, subject: string, facts: Facts = {}): Finding {
  return { code, severity: findingSeverities[code], subject, facts }
}
