import type { Severity } from '../finding.ts'

/** What the receiver's check of a container or folder finds. Subject: the path in the container. */
export const containerFindings = {} as const satisfies Record<string, Severity>
