import type { SameKeys } from '../../same-keys.ts'
import type { noticeWords as chinese } from '../../zh/window/notice.ts'

export const noticeWords = {
  // The file beside the form.
  drop: 'PDF or photo of the notice, its envelope or a letter: drop it here or choose a file. It stays with the case and is not handed in.',
  choose: 'Choose a file…',
  more: 'Add a file…',
  open: 'Fill in beside the notice',
  close: 'Close the notice',
  pane: 'Notice',
  which: 'File shown',
  taken_one: '{count} own paper was kept; it is not handed in.',
  taken_other: '{count} own papers were kept; they are not handed in.',
  known: 'The case has this file already.',
  undo: 'Undo',
  text: 'Text of the notice',
  copy: 'Copy all of it',
  copied: 'The text of the notice was copied.',

  // What was read from it.
  reading: 'Reading the notice…',
  unreadable: 'The text of this file cannot be read. Please fill in the fields by eye.',
  noText: 'This file is a scan or photo without text. Please fill in the fields by eye.',
  nothingRead: 'Nothing was found to fill in. Please fill in the fields by eye.',
  proposals: 'Read from the notice',
  proposalsText: 'Please check each against the original. What you do not take does not come into the case.',
  takeBlank_one: 'Take {count} that is blank',
  takeBlank_other: 'Take all {count} that are blank',
  take: 'Take',
  replace: 'Replace',
  takeOne: 'Take {field}: {value}',
  replaceOne: 'Replace {field}: {value}',
  readFrom: 'Page {page}',
  differs: 'The case says: {present}',
  same: 'Filled in',
  tookOne: 'Filled in {field}: {value}',
  tookBlank_one: '{count} field was filled in.',
  tookBlank_other: '{count} fields were filled in.',

  // From the police to the procuratorate.
  policeStage: 'This case is still with the police; there is no notice of a procuratorate.',
  noticeCame: 'The notice came',
  noticeCameMore: 'Goes on to review for prosecution; all that was filled in for the police stays.',
  noticeCameDone: 'The case is in review for prosecution now. Please fill in the notice.',
  learnedBefore: 'Learned before: {manner}, {date}',

  // Recording a notice.
  record: 'Record a notice…',
  recordTitle: 'Record a notice',
  recordText:
    'Four things are enough, the rest can follow. Without a notice, record how the case was learned of.',
  recordOk: 'Record and open the case',
  cancel: 'Cancel',
  office: 'Procuratorate',
  officePolice: 'Police authority',
  manner: 'How it was learned',
  receivedOn: 'Received or learned on',
  brand: 'Brand',
  holder: 'Right holder (from holders and papers)',
  holderNone: 'Later',
  file: 'File of the notice',
  fileChosen_one: '{count} file chosen: {names}',
  fileChosen_other: '{count} files chosen: {names}',
  fileRemove: 'Leave these files out',
  missing: 'Please fill in: {field}.',
  notDate: 'Please write a date such as 2026-11-22.',
  recorded: '“{brand}” was recorded.',

  // One raid, several cases.
  split: 'Split off a case…',
  splitTitle: 'Split off a case of the same raid',
  splitText:
    'The new case has the same brand, raid, right holders, rights, agents, chain of authority, crimes and claims. Notice, days, log and checklist states are not copied. Of the items only the groups you choose are.',
  splitSuspects: 'Suspects of the new case',
  splitRaid: 'Raid',
  splitRaidHelp: 'Cases of one raid carry the same words here, so that they are found together.',
  splitOk: 'Split off',
  oneHolder: 'Copy for one right holder…',
  oneHolderTitle: 'Copy for one right holder',
  oneHolderText:
    'The copy has only the chosen right holder with their rights, agents and chain of authority, and the items of the groups you choose. Prices and secrets of other holders, samples, log and checklist states are not copied.',
  oneHolderWhich: 'Right holder',
  oneHolderOk: 'Make the copy',
  groups: 'Groups of items to copy',
  groupsHelp:
    'None are copied unless chosen. Please make sure of each group that it has no prices or secrets of another holder.',
  group: '{set} · {name}, {count} items',
  groupSecret_one: '{count} of them is marked as business information or a trade secret',
  groupSecret_other: '{count} of them are marked as business information or trade secrets',
  groupUnnamed: '(unnamed)',
  noGroups: 'There are no items to copy.',
  noSuspects: 'There are no suspects yet.',
  madeCase: 'The new case “{code}” was made.',

  // Wording.
  wordingInstead: 'Write “{instead}”',
  wordingFound: '“{found}”',
  wordingReplaced: 'Now says “{instead}”.',
} as const satisfies SameKeys<typeof chinese>
