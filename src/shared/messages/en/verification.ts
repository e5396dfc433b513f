import type { VerificationWord } from '../zh/verification.ts'

export const verificationWords = {
  'verdict.integrity': 'Content',
  'verdict.signer': 'Signer',
  'verdict.time': 'Time',
  'integrity.intact': 'Intact: nothing was changed after signing.',
  'integrity.changed': 'Changed: it does not match the signature or the lists. Do not rely on it.',
  'integrity.not-signed': 'Not signed: whether anything was changed cannot be confirmed.',
  'integrity.unreadable': 'Unreadable: nothing could be verified.',
  'integrity.cannot-confirm':
    'It cannot be confirmed that the content is intact. Do not use it as if it were.',
  'signer.trusted': 'Signed by “{name}”, whom you trust.',
  'signer.trusted-not-intact':
    'The certificate is that of “{name}”, whom you trust; but this does not make the present content theirs.',
  'signer.own': 'Signed by “{name}”, an identity of this register.',
  'signer.own-not-intact':
    'The certificate is that of “{name}”, an identity of this register; but this does not make the present content what was signed.',
  'signer.self-signed':
    'Says to be “{name}” with a self-made certificate; nobody vouches for it. Compare the fingerprint with the printed hand-over sheet.',
  'signer.unknown':
    'Says to be “{name}” with a certificate outside of what you trust. Check its fingerprint or its issuer.',
  'signer.invalid':
    'The certificate of “{name}” is not valid: expired, not yet valid, not for signing or substituted. The findings below say why.',
  'signer.none': 'There is no signer that can be told.',
  'time.proven': 'The time is proven by a timestamp you trust: {beijing} Beijing time (UTC {utc}).',
  'time.claimed':
    'The time is what the signer says, without a timestamp: {beijing} Beijing time (UTC {utc}).',
  'time.claimed-no-date': 'A timestamp is there, but it does not confirm when it was signed.',
  'time.none': 'There is no time of signing.',

  'kind.bundle': 'Rights Dossier bundle',
  'kind.asic': 'ASiC signed container (not of this format)',
  'kind.bag': 'BagIt bag',
  'kind.pdf': 'PDF file',
  'kind.unknown': 'not recognised',

  'severity.error': 'Problem',
  'severity.warning': 'Note',
  'severity.info': 'Information',

  'report.title': 'Verification report',
  'report.by': 'Verified by {program} {version} at {beijing} Beijing time (UTC {utc})',
  'report.subject': 'Verified',
  'report.kind': 'Kind',
  'report.size': 'Files and size',
  'report.size-value': 'Files: {files}; bytes: {bytes}',
  'report.sha256': 'SHA-256 of the whole file',
  'report.draft': 'Draft',
  'report.draft-value': 'It says to be a draft, not the version handed in.',
  'report.verdicts': 'Verdicts',
  'report.verdicts-note': 'The three stand apart; none replaces another.',
  'report.signer': 'Signature',
  'report.signer-name': 'Name in the certificate',
  'report.issuer': 'Issuer of the certificate',
  'report.fingerprint': 'SHA-256 fingerprint of the certificate',
  'report.pdf': 'Merged PDF inside, verified by itself',
  'report.findings': 'Findings',
  'report.no-findings': 'There is nothing to note.',
  'report.more-findings': 'Not printed: {count} more findings; the report in JSON has all of them.',
  'report.original-name': '{finding} (original name: {name})',
  'report.limits': 'What this report does not prove',
  'report.limit-moment':
    'The verdicts are about the one file that was read then; not about other copies, nor about later changes.',
  'report.limit-truth':
    '“Intact” means that nothing was changed after signing. It does not mean that the content is true, lawful or relevant, nor that nothing was changed before.',
  'report.limit-identity':
    'A self-made certificate proves no identity. Only a fingerprint that matches the hand-over sheet, handed over on paper by the signer, tells who signed.',
  'report.limit-offline':
    'It was verified without a network: whether a certificate was revoked was not asked.',
  'report.limit-report':
    'This report is neither signed nor sealed and could itself be changed: where it matters, verify the file again. It is no expert opinion.',
  'report.page': 'Page {number} of {last}',
} as const satisfies Record<VerificationWord, string>
