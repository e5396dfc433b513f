import type { Severity } from '../severity.ts'

/** What a source file shows when it is taken into the paginated PDF. Subject: the item label (E001). */
export const pdfFindings = {
  'pdf.signature-dropped': 'warning',
  'pdf.signature-holds': 'info',
  'pdf.signature-broken': 'warning',
  'pdf.signature-unconfirmed': 'warning',
  'pdf.javascript-removed': 'warning',
  'pdf.action-removed': 'warning',
  'pdf.attachments-not-shown': 'warning',
  'pdf.xfa-dropped': 'warning',
  'pdf.fields-without-looks': 'warning',
  'pdf.form-dropped': 'warning',
  'pdf.repaired': 'warning',
  'pdf.redrawn': 'warning',
  'pdf.owner-password': 'info',
  'pdf.needs-password': 'warning',
  'pdf.unreadable': 'warning',
  'pdf.no-pages': 'warning',
  'pdf.timed-out': 'warning',
  'pdf.too-large': 'warning',
  'pdf.invalid-objects': 'warning',
  'image.unreadable': 'warning',
  'file.not-shown': 'info',
  'file.empty': 'warning',
} as const satisfies Record<string, Severity>
