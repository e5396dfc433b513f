import type { SameKeys } from '../../same-keys.ts'
import type { identityWords as chinese } from '../../zh/window/identity.ts'

export const identityWords = {
  title: 'Signing identities',
  lead: 'A bundle is signed with a signing identity: from then on its receivers see whether anything was changed. An identity is a private key and a certificate with a name; it is kept in the register only encrypted under a passphrase of its own.',
  make: 'Make an identity…',
  import: 'Import .p12 / .pfx…',
  readOnly: 'The register is in use in another window; make, import or change signing identities there.',
  list: 'Signing identities in the register',
  emptyTitle: 'No signing identity yet',
  emptyText:
    'Bundles can be built without one: then a throw-away key signs, which shows whether anything was changed, but not who signed.',

  meansTitle: 'What a self-made certificate proves',
  proves:
    'It proves whether anything was changed after signing, and whether several papers were signed with the same key.',
  provesName:
    'Who signed: its maker typed the name in it, and nobody has checked it. Only by comparing the fingerprint printed on the hand-over sheet with the certificate can receivers know the signature as yours.',
  provesNot:
    'It replaces neither seal nor handwriting: only a reliable electronic signature equals them (电子签名法 14), and a self-made certificate is not reliable as such (13). Print, sign and seal as always.',
  authority:
    'If an authority has issued a certificate to you (a .p12 or .pfx file), import it; there is no need to make one.',

  subject: 'Name in the certificate',
  subjectOf: '{name} ({organisation})',
  keyType: 'Key',
  valid: 'Valid',
  validFromTo: '{from} to {to}',
  validFromToDays: '{from} to {to} ({days})',
  fingerprint: 'SHA-256 fingerprint',
  copyFingerprint: 'Copy the fingerprint',
  copied: 'Fingerprint copied.',
  notCopied: 'Copying did not work. Select the text and copy it.',
  issuer: 'Issued',
  selfMade: 'self-made (checked by nobody)',
  issuedBy: 'by “{issuer}”',
  backup: 'Backup',
  backedUp: 'saved {date}',
  fromFile: 'imported {date}; the file it came from is the backup',

  'state.valid': 'valid',
  'state.soon': 'expires soon',
  'state.expired': 'expired',
  'state.not-yet-valid': 'not valid yet',
  'state.not-for-signing': 'certificate not for signing',
  daysLeft_one: '{count} day left',
  daysLeft_other: '{count} days left',
  daysLeftNone: 'less than a day left',
  daysGone_one: '{count} day ago',
  daysGone_other: '{count} days ago',
  daysGoneNone: 'less than a day ago',
  daysUntil_one: 'in {count} day',
  daysUntil_other: 'in {count} days',

  rename: 'Rename…',
  saveBackup: 'Save a backup again…',
  certificate: 'Certificate…',
  remove: 'Remove…',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',

  renameTitle: 'Rename the signing identity',
  label: 'Name shown here',
  labelHelp: 'Used in this register only; the name in the certificate stays.',
  labelMissing: 'Type a name.',
  renamed: 'Renamed to “{label}”.',

  backupName: '{name}_signing identity backup',
  backupSavedTwice: 'Backup saved as “{name}”. The passphrase of this identity opens it.',

  certificateTitle: 'Certificate: {label}',
  certificateText:
    'A certificate is public and holds no private key; you may give it to receivers to compare with.',
  pem: 'Certificate (PEM)',
  copyPem: 'Copy',
  pemCopied: 'Certificate copied.',
  saveCertificate: 'Save as a file…',
  certificateName: '{name}_certificate',
  certificateSaved: 'Certificate saved as “{name}”.',

  removeTitle: 'Remove “{label}”',
  removeText:
    'Bundles signed with it stay valid and can be verified as before. But without a backup file and its passphrase nothing can be signed with it ever again, and nobody can recover it.',
  removeBackup:
    'Last backup: {date}. Make sure first that the file is still there and the passphrase is remembered.',
  removed: '“{label}” was removed.',

  makeTitle: 'Make a signing identity',
  makeText:
    'The key is made on this computer. The name in the certificate stands beside every signature and can be read by whoever gets the papers.',
  name: 'Name in the certificate',
  nameHelp: 'The name of the signer, or of the organisation in full. It cannot be changed afterwards.',
  nameMissing: 'Type the name for the certificate.',
  organisation: 'Organisation',
  organisationHelp: 'May be left empty.',
  keyKind: 'Kind of key',
  'key.RSA-3072': 'RSA-3072',
  'keyNote.RSA-3072': 'Understood by every tool that verifies.',
  'key.EC-P256': 'EC P-256',
  'keyNote.EC-P256': 'Faster, and smaller signatures.',
  years: 'Years of validity',
  yearsHelp: '1 to 10. Once expired it signs no more; earlier signatures are not affected.',
  yearsWrong: 'Type a whole number from 1 to 10.',
  ownPassphrase: 'Passphrase of the identity',
  ownPassphraseText:
    'A signing identity has a passphrase of its own, typed for every signature; it may differ from that of the register. If it is forgotten nobody can reset it, and the recovery sheet does not open it.',
  making: 'Making the key and encrypting it; this takes some seconds…',
  makeDo: 'Next: save a backup',
  notMade: 'Not made; nothing was stored.',

  backupTitle: 'Save a backup to finish',
  backupText:
    'Save the backup file outside of this computer, on a USB stick for example. If the computer breaks or the register is lost, only this file and its passphrase bring “{name}” back. The identity is put into the register once the backup was saved and read back.',
  backupDo: 'Save the backup…',
  backupAgain: 'Put it into the register',
  backupNotYet: 'No backup was saved yet. Choose a place for it; or give up, if you do not want it any more.',
  backupNotStored:
    'The backup was saved as “{name}”, but the identity is not in the register. Remove the cause and try again.',
  backupBusy: 'Writing and reading back…',
  giveUp: 'Give up',

  madeTitle: 'The signing identity is made',
  madeText:
    'The backup was saved as “{name}”. The fingerprint below is printed on every hand-over sheet; receivers compare the certificate with it.',
  done: 'Done',

  importTitle: 'Import a signing identity',
  importText:
    'Choose the .p12 or .pfx file an authority has issued to you, or another program or computer has exported, with its private key.',
  file: 'File',
  chooseFile: 'Choose a file…',
  chooseAnother: 'Choose another file…',
  noFile: 'No file chosen yet.',
  fileMissing: 'Choose a file.',
  filePassphrase: 'Passphrase of the file',
  filePassphraseHelp: 'The one set when it was exported; leave it empty if there is none.',
  open: 'Open',
  opening: 'Opening…',
  lookTitle: 'Check the certificate',
  knownAlready:
    'The register has this identity already (“{label}”); there is no need to import it again. To change its passphrase, remove that one first.',
  cannotSign: 'The certificate is not for signing and cannot be imported. Use one that may sign.',
  doubtExpired: 'The certificate expired on {date}: it can be kept, but nothing can be signed with it.',
  doubtNotYet:
    'The certificate is valid only from {date}: it can be kept, and sign from that day on. Check the clock of this computer, too.',
  doubtSoon: 'The certificate expires on {date}; see to a new one in time.',
  doubts: 'To be noted',
  keptUnder: 'Passphrase it is kept under in the register',
  keptSame: 'The passphrase of the file',
  keptSameWeak: 'The passphrase of the file (not strong enough)',
  keptSameNote: 'Typed for every signature.',
  keptNew: 'Another passphrase',
  keptNewNote: 'For the copy in the register only; the file stays as it is.',
  keptNoPassphrase: 'The file has no passphrase. The copy in the register must have one: set it here.',
  keep: 'Put into the register',
  keeping: 'Encrypting it anew; this takes some seconds…',
  back: 'Back',
  imported: '“{label}” is in the register. The file it came from is the backup: keep it safe.',
  importedAgain: 'Save another backup…',

  choose: 'Identity to sign with',
  throwAway: 'No identity (throw-away key)',
  throwAwayText:
    'Without an identity of your own a key signs that is used this once: it proves only that nothing was changed after signing, not who signed.',
  choiceOf: '{label} · {state}',
  makeOne: 'Make or import a signing identity',
} as const satisfies SameKeys<typeof chinese>
