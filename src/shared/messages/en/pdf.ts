import type { pdfFindings } from '../../contract/findings/pdf.ts'

export const pdfWords = {
  'pdf.signature-dropped':
    '“{subject}” carries {count} electronic signature(s); in the merged PDF only their appearance is kept. Verify them in the enclosed original.',
  'pdf.signature-holds':
    'The electronic signature in the original of “{subject}” holds: nothing was changed after signing (signer: {signer}).',
  'pdf.signature-broken':
    'The electronic signature in the original of “{subject}” is broken: it was changed after signing (signer: {signer}). Check where the original comes from before handing it in.',
  'pdf.signature-unconfirmed':
    'Whether the electronic signature in the original of “{subject}” is intact cannot be confirmed (signer: {signer}). Verify the original with the software it was signed with.',
  'pdf.javascript-removed':
    '“{subject}” contains {count} script(s), removed from the merged PDF; the pages are unchanged. See the enclosed original if you need them.',
  'pdf.action-removed':
    '“{subject}” has {count} action(s) that run, submit or open something ({kinds}), removed from the merged PDF; the pages are unchanged. See the enclosed original if you need them.',
  'pdf.attachments-not-shown':
    '“{subject}” has {count} file(s) embedded that the merged PDF does not show. If they are evidence, save them and list each as an item.',
  'pdf.xfa-dropped':
    '“{subject}” is a dynamic XFA form; the merged PDF has its static pages only. Check them, and if something is missing replace the file by a printed PDF.',
  'pdf.fields-without-looks':
    '“{subject}” leaves it to the reader’s program to draw {count} of its form fields; they may be missing in the merged PDF. Print the file to PDF and hand that in beside the original.',
  'pdf.form-dropped':
    'The form in “{subject}” is built in a circle or shares its fields; the pages look as before, but its fields cannot be filled in in the merged PDF. Nothing to do if the pages are complete; otherwise replace the file by a printed PDF.',
  'pdf.repaired':
    '“{subject}” was damaged and has been repaired before merging. Compare its pages in the merged PDF with the original.',
  'pdf.redrawn':
    '“{subject}” was badly damaged and was rebuilt by PDFium; layers may show differently. Compare every page, or replace it by an intact file.',
  'pdf.owner-password':
    '“{subject}” has an owner password but opens without one, and was merged; the enclosed original is unchanged. Nothing to do.',
  'pdf.needs-password':
    '“{subject}” is encrypted and needs a password or certificate to open; it is enclosed but not merged. Replace it by a version that is not encrypted.',
  'pdf.unreadable':
    '“{subject}” cannot be opened as a PDF; it is enclosed but not merged. Replace it by an intact file.',
  'pdf.no-pages': '“{subject}” has no pages; it is enclosed but not merged. Check that it is the right file.',
  'pdf.timed-out':
    'Opening “{subject}” took too long and was stopped; it is enclosed but not merged. Replace it by a printed PDF, or split it and try again.',
  'pdf.too-large':
    '“{subject}” is too large to merge; it is enclosed only. Split it into smaller files and list each.',
  'pdf.invalid-objects':
    '“{subject}” has {count} damaged part(s), left out; pages may lack content. Compare its pages in the merged PDF with the original and replace the file if needed.',
  'image.unreadable':
    'The picture “{subject}” is damaged or of an unusual kind; it is enclosed but not merged. Save it as an ordinary JPEG or PNG and replace it.',
  'file.not-shown':
    '“{subject}” is of a type ({mediaType}) that cannot be shown in the merged PDF; it is enclosed only. Convert it to PDF if it should be shown.',
  'file.empty':
    '“{subject}” is empty; there is nothing to merge. Check that it was copied completely and replace it.',
} as const satisfies Record<keyof typeof pdfFindings, string>
