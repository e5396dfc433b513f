import type { signatureFindings } from '../../contract/findings/signature.ts'

export const signatureWords = {} as const satisfies Record<keyof typeof signatureFindings, string>
