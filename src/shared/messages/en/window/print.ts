import type { SameKeys } from '../../same-keys.ts'
import type { printWords as chinese } from '../../zh/window/print.ts'

export const printWords = {
  title: 'Print',
  what: 'What to print',
  'paper.whole': 'The whole PDF (signed)',
  'paper.cover': 'Cover',
  'paper.receipt': 'Receipt (in two parts)',
  'paper.table': 'Table of evidence and list of electronic data',
  'paper.identity': 'Papers of identity and authority (a set of their own)',
  'paper.hand-over': 'Hand-over sheet (digests and fingerprint)',
  pages_one: '{count} page',
  pages_other: '{count} pages',
  copies: 'Copies',
  copiesHelp: 'Papers of identity and authority are usually wanted twice.',
  sides: 'Sides',
  'sides.single': 'Single-sided',
  'sides.double': 'Double-sided (long edge)',
  sidesHelp: 'Single-sided unless you choose otherwise: the office scans what it receives.',
  rangeHelp: 'To print only some pages, give their numbers in the print dialog.',
  exact:
    'What opens is the very file that was built, byte for byte; its page numbers are those of the whole.',
  sheetToCome:
    'The hand-over sheet prints the digests of the ZIP: before it is first printed or saved, the ZIP is worked out. That takes a while for a large bundle and can be cancelled.',
  sheetMade: 'The hand-over sheet is made; press “{button}” once more.',
  show: 'Show and print',
  saveCopy: 'Save a copy…',
  saveCopyHelp: 'Then open it in your usual PDF program and print it there.',
  opened: '“{name}” is open in the print window; print it there.',
  saved: 'Saved a copy, “{name}”. Open it in a PDF program and print it.',
  open: 'Open',
  close: 'Close',
} as const satisfies SameKeys<typeof chinese>
