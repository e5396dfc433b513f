import type { Severity } from '../finding.ts'

/** What the check of a signature, certificate or time finds. Subject: the signature's file or field. */
export const signatureFindings = {} as const satisfies Record<string, Severity>
