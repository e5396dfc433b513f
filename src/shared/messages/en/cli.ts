import type { CliWord } from '../zh/cli.ts'

export const cliWords = {
  usage: `Rights Dossier 权卷 {version} · bundle format {format} · law data {law}

Usage: dossier <command> …
  sample   <folder>                            write the sample case
  init     <folder> --add <files or folders…>  a case folder from loose files: every file an item, blanks to fill in
  check    <case folder>                       what is wrong or missing; nothing is written
           and its deadlines [--on 2026-11-22: as of that day] [--holidays holidays.json]
  board    <folder of case folders>            the cases, most urgent first [--on 2026-11-22] [--holidays holidays.json]
  build    <case folder> --out <folder>        the merged PDF, the signed ZIP and the hand-over sheet
           [--identity id.p12 --passphrase-file f] [--created-at 2026-11-22T06:00:00Z]
           [--draft] [--disc] [--force: replace what an earlier build wrote]
  verify   <bundle.zip | file.pdf | unpacked folder>  [--trust cert.pem]…
           [--report report.pdf | report.json] [--force: replace the report]
  identity new --name "Name" --out id.p12 [--passphrase-file f] [--key rsa|ec] [--organisation "Org"] [--years 3]
  hash     <files…>                            SHA-256 and SM3

General: --json prints one JSON object on standard output · --lang zh|en · --version · --help
Exit codes: 0 done / intact; 1 failed, gaps or refused; 2 misused; 3 verified with any verdict but “intact”`,
  'usage.unknown-command': 'There is no command “{subject}”. See dossier --help.',
  'usage.bad-option': 'There is no option “{subject}”, or not for this command. See dossier --help.',
  'usage.option-needs-value': 'The option “{subject}” needs a value after it; see dossier --help.',
  'usage.option-takes-no-value':
    'The option “{subject}” takes no value. Remove the equals sign and what follows.',
  'usage.empty-value': 'The value of the option “{subject}” is empty. Write one, or leave the option out.',
  'usage.nothing-added': 'No files to add were found. Write files or folders after --add.',
  'usage.missing': 'Missing: {subject}. See dossier --help.',
  'usage.bad-language': '“{subject}” is no language here. Use --lang zh or --lang en.',
  'usage.too-many':
    '“{subject}” is one argument too many. Put quotes around a path with spaces; see dossier --help.',
  'usage.bad-value': 'Wrong value for the option “{subject}”. Write: {expected}.',
  'argument.folder': '<folder>',
  'argument.case-folder': '<case folder>',
  'argument.board-folder': '<folder of case folders>',
  'argument.files': '<files…>',
  'argument.bundle': '<bundle.zip | file.pdf | folder>',
  'argument.identity-new': 'new (write dossier identity new …)',
  'argument.add': '--add <files or folders…>',
  'argument.out-folder': '--out <folder>',
  'argument.out-identity': '--out <id.p12>',
  'argument.name': '--name <name>',
  'argument.identity': '--identity <id.p12>',
  'argument.passphrase-file':
    '--passphrase-file <file> (outside a terminal the passphrase must come from a file)',
  'expected.on': '2026-11-22',
  'expected.created-at': '2026-11-22T06:00:00Z',
  'expected.case-code': '1–20 letters, digits or hyphens, beginning with a letter or digit',
  'expected.key': 'rsa or ec',
  'expected.report': 'a file name that ends in .pdf or .json',
  'expected.years': 'a whole number from 1 to 20',
  cancelled: 'Cancelled. Nothing half-made was left.',
  bug: 'An internal error occurred ({reason}). Nothing half-made was left; please report this message and what you did.',
  'step.hash': 'Hashing',
  'step.survey': 'Examining the originals',
  'step.compose': 'Setting the pages',
  'step.assemble': 'Merging the PDF',
  'step.sign': 'Signing',
  'step.container': 'Writing the ZIP',
  'step.disc': 'Writing the disc folder',
  'step.write': 'Writing',
  'step.verify': 'Checking the result',
  'severity.error': 'error',
  'severity.warning': 'note',
  'severity.info': 'info',
  'sample.done': 'The sample case is in “{path}”. Next: dossier build "{path}" --out <folder>',
  'init.done':
    'Case folder “{path}” made with {count} items. Fill in the blanks of case.json, then run: dossier check "{path}"',
  'init.skipped': 'Not added: “{path}” {reason}',
  'skipped.link':
    'is a symbolic link, and links are not followed. Add the file it points to if it should be handed in.',
  'skipped.hidden': 'is a hidden file or folder. Rename it, then add it, if it should be handed in.',
  'skipped.litter': 'was left behind by the system or an office program; it is no material.',
  'skipped.special': 'is no ordinary file (a pipe, socket or device).',
  'skipped.bad-name': 'has a name that is not valid UTF-8 text. Rename it, then add it.',
  'finding.place': '{subject} ({place})',
  'gaps.many':
    '{field}: {count} places not filled in yet, such as {places}. Complete them in case.json, or use --draft for a draft; --json lists every place.',
  'gaps.separator': ', ',
  'check.clean': 'Ready to build: {items} items, {bytes}. Nothing is missing.',
  'check.gaps': 'Not ready: {gaps} blanks, {errors} errors, {warnings} notes.',
  'check.papers':
    'Papers (as of {on}; for information only, counsel decides): {done}/{of} done; {more} more are recommended or may apply, see --json.',
  'check.paper': '  {status} · {title} · {need} · {source}',
  'check.deadlines': 'Deadlines (as of {on}; for information only, counsel decides):',
  'check.deadline': '  {day} · {left} · {title} · {origin}',
  'board.title': 'Case board (as of {on}): {count}',
  'board.empty': 'There is no case folder (a folder with a case.json) in “{path}”.',
  'board.damaged': '“{folder}” cannot be read and was skipped: {reason}',
  'board.row': '  {left} · {code} · {brand} · {office} · {stage} · {due} · {papers} · {next}',
  'build.done': 'Built and verified (submission {round}, {pages} pages, {items} items):',
  'build.draft': 'This is a draft: every generated page is marked 草稿 DRAFT; it must not be handed in.',
  'build.blanks': 'Draft: {count} blanks. Every place is in dossier.json; or run dossier check.',
  'build.throw-away':
    'No signing identity was given, so a throw-away one was used: it proves that nothing was changed, not who signed.',
  'build.file': '  {path} ({bytes})',
  'build.digest': 'SHA-256 of the ZIP: {digest}',
  'build.fingerprint': 'SHA-256 fingerprint of the signing certificate: {digest}',
  'build.warnings': 'To note: {count}:',
  'verify.integrity.intact': 'Intact: nothing was changed after signing.',
  'verify.integrity.changed': 'Changed: the content does not match the signature or the manifests.',
  'verify.integrity.not-signed': 'Not signed: integrity cannot be confirmed.',
  'verify.integrity.unreadable': 'Unreadable: nothing could be verified.',
  'verify.integrity.cannot-confirm': 'Integrity cannot be confirmed.',
  'verify.signer.trusted': 'Trusted signer: the certificate matches a trusted certificate you gave.',
  'verify.signer.self-signed': 'Self-signed: compare the fingerprint with the printed hand-over sheet.',
  'verify.signer.unknown': 'Unknown signer: the issuer is not among the trusted ones.',
  'verify.signer.invalid': 'The certificate of the signer is not valid.',
  'verify.signer.none': 'No signer.',
  'verify.time.proven': 'Time proven by a timestamp: {beijing} Beijing time (UTC {at})',
  'verify.time.claimed': 'Time claimed by the signer: {beijing} Beijing time (UTC {at})',
  'verify.time.none': 'No signing time.',
  'verify.signer-name': '  {name} (certificate SHA-256 {fingerprint})',
  'verify.report': 'The report is in “{path}”.',
  'identity.done':
    'The signing identity is in “{path}”.\n  Name: {name}\n  Valid: {from} to {to}\n  Certificate SHA-256 fingerprint: {fingerprint}\nBack up this file and the passphrase now: they cannot be recovered. A self-made certificate proves that nothing was changed; it replaces neither seal nor handwriting.',
  'passphrase.ask': 'Passphrase: ',
  'passphrase.ask-new': 'New passphrase (at least 8 characters): ',
  'passphrase.ask-again': 'Once more: ',
  'passphrase.differs': 'The two passphrases differ; please type them again.',
} as const satisfies Record<CliWord, string>
