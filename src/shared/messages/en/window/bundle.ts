import type { SameKeys } from '../../same-keys.ts'
import type { bundleWords as chinese } from '../../zh/window/bundle.ts'

export const bundleWords = {
  title: 'Bundle',
  loading: 'Opening…',
  state_one: '{count} bundle',
  state_other: '{count} bundles',
  stateNone: 'not built yet',

  optionsTitle: 'Order and options',
  orderText: 'The order is that of the page “Evidence”: identity and authority first, then evidence.',
  orderGo: 'Change the order on the page “Evidence”',
  volumes: 'Volumes',
  volumesOff: 'Off for now: everything goes into one volume.',

  previewTitle: 'Preview: cover, table and page count',
  previewBusy: 'Setting the preview…',
  previewNone: 'Once the problems above are put right, cover and table are shown here.',
  previewEmpty: 'There is no evidence yet. Once there is, cover, table and page count are shown here.',
  previewPages_one: '{count} page in all',
  previewPages_other: '{count} pages in all',
  previewRange: 'printed as pages {first}–{last}',
  previewOriginals: 'originals: {files}, {size}',
  previewName: 'Cover, receipt, table, lists and dividers of this bundle',
  foundTitle: 'Found when the originals were opened',
  foundMore: 'Show {count} more',

  throwAwayNameZh: '临时身份（未署名）',
  throwAwayNameEn: 'Throw-away identity (unnamed)',

  buildTitle: 'Build and sign',
  buildText:
    'Every original is checked against its digest again, all pages become one continuously numbered PDF, which is signed. The result is kept in the register: save and print it whenever you like, always the same bytes.',
  readyFinal: 'Nothing is missing: the final bundle can be built.',
  readyDraft_one:
    '{count} blank is left: only a draft can be built now, with every generated page marked 草稿 DRAFT.',
  readyDraft_other:
    '{count} blanks are left: only a draft can be built now, with every generated page marked 草稿 DRAFT.',
  notReady_one: '{count} problem must be put right first; nothing can be built now.',
  notReady_other: '{count} problems must be put right first; nothing can be built now.',
  noItems: 'There is no evidence yet, so nothing can be built.',
  draft: 'Build a draft (every generated page is marked 草稿 DRAFT; not to be handed in)',
  build: 'Build and sign',
  buildDraft: 'Build a draft',
  building: 'Building…',
  buildCancelled: 'Building was cancelled; nothing half-made is left.',
  passphraseMissing: 'Type the passphrase of this identity.',
  built: 'Built: {pages} pages, {items} items. The PDF was read again and verified.',

  resultTitle: 'Just built',
  resultPdf:
    'The PDF was read again and verified as a stranger would: unchanged since it was signed; signed with the certificate of the chosen identity; the signing time is the signer’s own claim (Beijing time {time}).',
  resultPdfThrowAway:
    'The PDF was read again and verified as a stranger would: unchanged since it was signed; the signing time is the signer’s own claim (Beijing time {time}).',
  resultThrowAway:
    'No identity of your own was chosen, so a throw-away key signed: it proves that nothing changed, not who signed.',
  resultDraft: 'This is a draft and must not be handed in.',
  resultSave:
    'Next: save it to a USB drive, a disk or a folder to be burnt. What was written is read again and verified; only then the files stay.',

  save: 'Save…',
  'save.zip': 'Save the ZIP (electronic file)',
  'save.pdf': 'Save the PDF (merged bundle)',
  'save.disc': 'Save the folder for the disc',
  'save.all': 'Save everything (PDF, ZIP, disc folder, hand-over sheet)',
  saved: 'Saved “{name}”; read again from where it lies and verified:',
  'saved.pdf': 'PDF: unchanged since it was signed.',
  'saved.zip': 'ZIP: every file agrees with the signed list; nothing added, missing or changed.',
  'saved.disc': 'Disc folder: every file agrees with the signed list; nothing added, missing or changed.',
  'saved.signer': 'Signer: {name}, certificate fingerprint {fingerprint}.',
  'saved.time': 'Signing time: {time} Beijing time, the signer’s own claim.',
  saveCancelled: 'Saving was cancelled; no file is left.',
  reveal: 'Show where it lies',
  open: 'Open',
  print: 'Print…',

  earlierTitle: 'Bundles built so far',
  earlierText: 'Each can be written again at any time, byte for byte as it was.',
  earlierEmpty: 'Nothing was built yet. Once it is, date, digest and signer of every bundle are listed here.',
  'column.date': 'Date',
  'column.round': 'Submission',
  'column.pages': 'Pages',
  'column.items': 'Items',
  'column.signer': 'Signer',
  round: 'submission {round}',
  draftMark: 'Draft',
  throwAwayMark: 'Throw-away key',
  facts: '{pages} pages, {items} items',
  zipDigest: 'SHA-256 of the ZIP',
  zipDigestLater: 'Made when the ZIP is first saved or the hand-over sheet is printed.',
  pdfDigest: 'SHA-256 of the PDF',
  signerFingerprint: 'Fingerprint of the signing certificate',
  copyDigest: 'Copy: {label}',
  copied: 'Copied: {label}.',
  more: 'More',
  moreOf: 'More actions: {date}',
  remove: 'Remove from the register…',
  removeTitle: 'Remove this bundle?',
  removeText:
    'The register forgets this bundle: it cannot be written or printed again. The evidence and files saved elsewhere are not affected. This cannot be undone.',
  removed: 'The bundle was removed from the register.',
} as const satisfies SameKeys<typeof chinese>
