import type { containerFindings } from '../../contract/findings/container.ts'

export const containerWords = {} as const satisfies Record<keyof typeof containerFindings, string>
