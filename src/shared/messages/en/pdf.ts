import type { pdfFindings } from '../../contract/findings/pdf.ts'

export const pdfWords = {} as const satisfies Record<keyof typeof pdfFindings, string>
