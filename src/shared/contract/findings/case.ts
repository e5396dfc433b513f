import type { Severity } from '../finding.ts'

/** What is wrong or missing in a case. Subject: the path in case.json, such as `groups[1].items[0].file`. */
export const caseFindings = {
  'field.required': 'error',
  'file.missing': 'error',
} as const satisfies Record<string, Severity>
