import type { FailureCode } from '../../contract/failure.ts'

export const failureWords = {
  'case.unreadable':
    'The case folder “{path}” cannot be read ({reason}). Check the path, and that it holds case.json.',
  'case.refused':
    'The case has {count} problems; nothing was written. Correct them as said above and try again.',
  'evidence.missing': 'The original “{name}” was not found. Put it back and try again.',
  'evidence.changed':
    'The original “{name}” changed while it was being processed. Make sure no other program changes it, then try again; nothing was written.',
  'holidays.unreadable':
    'The file of holidays “{path}” cannot be read ({reason}). Check the path and the permissions.',
  'holidays.refused':
    'The file of holidays “{path}” was not used; things wrong in it: {count}. Correct them as said above.',
  'folder.unreadable': 'The folder “{path}” cannot be read ({reason}). Check the path and the permissions.',
  'evidence.unreadable':
    'The original “{name}” cannot be read ({reason}). Check its permissions or use an intact copy, then try again.',
  'source.unstable':
    'The PDF of “{name}” is built so oddly that it could be read once, but not again for merging; the file itself did not change, and nothing was written. Print it to a new PDF, replace it and try again.',
  'bundle.gaps':
    '{count} required places are still blank; nothing was built. Complete them, or add --draft to build a draft.',
  'bundle.limit':
    'The merged PDF would have {count} pages, more than the limit of {limit}; the longest file is “{name}” ({pages} pages). Submit in several rounds, or check that file.',
  'bundle.too-large':
    'The merged PDF would exceed {limit}, more than its format can hold; nothing was written. Move large files to another submission.',
  'bundle.self-check':
    'The finished bundle did not pass its own check ({reason}); everything was removed. Try again, and report this message if it happens twice.',
  'bundle.not-identical':
    '“{name}” came out other than before; it was taken back and no file was left. What the register keeps of the bundle may be damaged, or the program is at fault: build it anew, and tell us if it happens again.',
  'bundle.parts-unreadable':
    'What the register keeps of this bundle cannot be read, so it cannot be written again. Build it anew; files saved elsewhere are not affected.',
  'font.missing': 'The font file “{name}” is missing. Run npm ci again, then retry.',
  'text.unprintable':
    'No font has the character “{character}” ({codePoint}), so it cannot be printed and nothing was made. Write it another way.',
  'folder.not-empty':
    '“{path}” exists already and is not an empty folder; nothing in it is overwritten or deleted. Choose a new or empty folder.',
  'path.absent': 'There is no file or folder “{path}”. Check the path; put quotes around a path with spaces.',
  'output.exists':
    '“{path}” exists already and was not overwritten. Choose another output folder, or add --force.',
  'output.not-a-folder': '“{path}” exists already but is not a folder. Choose another output folder.',
  'output.foreign':
    '“{path}” holds “{name}”, which is no part of a disc folder; nothing was replaced, so that it is not lost. Move it away, or choose another output folder.',
  'output.unwritable': '“{path}” cannot be written ({reason}). Choose a folder you may write to.',
  'output.no-space':
    'Not enough disk space: {needed} needed, {free} free. Free some space or choose another disk; nothing half-made was left.',
  'output.disk-full':
    'The disk became full while writing “{path}”. Nothing half-made was left; free some space or choose another disk and try again.',
  'output.too-large':
    '“{path}” is larger than the format of this disk allows for one file (4 GiB on FAT32). Nothing half-made was left; use another disk, or format it as exFAT, and try again.',
  'output.failed':
    'Writing “{path}” failed ({reason}). Nothing half-made was left; remove the cause and try again.',
  'output.unreadable':
    '“{path}” was just written but cannot be read back ({reason}). Check that the USB stick or disk is still connected and sound, then save to another place.',
  'output.not-opened':
    '“{path}” is saved, but the system did not open it. Find it in the file manager and open it with a suitable program.',
  'print.too-large':
    '“{name}” has {bytes}, more than the {limit} that can be printed straight from a browser. Save it first, then open the saved file and print it.',
  'print.blocked':
    'The browser opened no tab for printing. Allow pop-ups for this page in the address bar and choose print again; or save the file first, then open and print it.',
  'identity.unreadable':
    'The signing identity cannot be read ({reason}). Make sure it is an intact PKCS#12 file (.p12 or .pfx).',
  'identity.wrong-passphrase':
    'Wrong passphrase: the signing identity did not open. Check the passphrase (capitals, input method) and try again.',
  'identity.no-key':
    'The signing identity holds no usable private key with its certificate. Export it again with the private key included.',
  'identity.unsupported-key':
    'This kind of key ({kind}) is not supported. Use an RSA or EC P-256/384/521 identity.',
  'identity.expired': 'The signing certificate expired on {date}. Use a valid signing identity.',
  'identity.not-yet-valid':
    'The signing certificate is valid only from {date}. Check the clock of this computer, or use a valid identity.',
  'identity.expired-then':
    'The signing certificate expired on {date}, but the time of the bundle (createdAt or --created-at) is {at}. Correct that time, or use an identity that was valid then.',
  'identity.not-yet-valid-then':
    'The signing certificate is valid only from {date}, but the time of the bundle (createdAt or --created-at) is {at}. Use a later time, or an identity that was valid then.',
  'identity.not-for-signing': 'This certificate may not be used for digital signatures. Use one that may.',
  'identity.weak-passphrase':
    'The passphrase is too short: at least {minimum} characters. Choose a longer one.',
  'identity.too-large': '“{name}” has {size} and cannot be a signing identity. Choose a .p12 or .pfx file.',
  'identity.backup-differs':
    '“{name}” reads differently from what was written, so it is no backup to rely on. Save it in another place.',
  'signing.reserve':
    'The signature ({actual} bytes) does not fit into the reserved {reserve} bytes. Use a shorter certificate chain.',
  'passphrase.unreadable':
    'The passphrase file “{path}” cannot be read ({reason}). Check the path and permissions.',
  'trust.unreadable':
    'The trusted certificate “{path}” cannot be read ({reason}). Give a certificate file in PEM form.',
  'verify.changed':
    '“{path}” was changed after it was chosen, or is used by another program, and was not verified. Wait until that program is done with it, then choose or open it again.',
  'verify.vanished':
    '“{path}” is not there and was not verified: it may have been moved or renamed, or its drive removed. Find it, then choose or open it again.',
  'verify.unreadable':
    '“{path}” cannot be read ({reason}). Check the path and the permission to read it, or use another copy, then try again.',
  'verify.too-many':
    '“{path}” holds too many files to be one material and was not verified. Open only the folder the material lies in.',
  'certificate.unreadable':
    'The certificate cannot be read ({reason}). Export the certificate or signing identity again, and make sure the file is intact.',
  'register.locked': 'The register is locked. Unlock it first, then try again.',
  'register.read-only':
    'The register is in use in another window; here it can only be read. Go to that window, or choose “Edit in this window”.',
  'register.full':
    'There is no room left on this computer, so “{name}” was not stored. Free some disk space or empty the trash, then try again; everything stored before is still there.',
  'register.not-stored':
    'What was typed last is not stored yet, so nothing was done. Store it as the note at the top says, then try again.',
  'register.changed-elsewhere':
    'This was changed elsewhere a moment ago, so your change was not stored. Look at what it says now, then make the change again.',
  'register.newer':
    'The register was made by a newer version ({found}) than this one ({known}) can open. Install the newer version; nothing was changed.',
  'register.unusable':
    'The register cannot be opened ({reason}). Nothing was changed. Close other windows and start again; if it still fails, copy the error details and ask for help.',
  'register.damaged':
    'A record of the case “{name}” is damaged, so the case cannot be opened. Other cases are not affected, and nothing was overwritten. If you saved it as a case folder, open that; otherwise copy the error details and ask for help.',
  'window.not-served':
    'The program that serves this window was ended, so this cannot be loaded. Start it again (npm start), then reload the window; everything saved is kept.',
  'vault.wrong-passphrase':
    'That passphrase is not right. Check capitals and the input method, then try again; if it is forgotten, use the recovery code from the recovery sheet.',
  'vault.wait': 'Too many wrong passphrases. Wait {seconds} seconds, or use the recovery code.',
  'vault.wrong-recovery-code':
    'That recovery code is not right. Compare it with the recovery sheet, group by group, then try again.',
  'vault.weak-passphrase':
    'That passphrase is too easy to guess. Use at least {minimum} characters, best several words that have nothing to do with each other.',
  'content.missing':
    'The register does not hold the content of this original. Take “{name}” in again from where it came.',
  'content.damaged':
    'What is stored of “{name}” is damaged: it no longer matches the digest made when it was taken in, and cannot be used. Take it in again from where it came.',
  'intake.changed':
    '“{name}” was changed after it was chosen, or is used by another program, and was not taken in. Close it there, then choose it again.',
  'intake.vanished':
    '“{name}” went away while it was being read and was not taken in. Check that it is still there (the drive not removed), then try again.',
  'intake.unreadable':
    '“{name}” cannot be read ({reason}) and was not taken in. Check its permissions, or use an intact copy, then add it again.',
  'intake.too-many':
    'These are {count} files, more than the {limit} a case may have, so none was taken in. Split them over several cases, or pack files that need not be shown page by page.',
  'intake.case-full':
    '“{name}” was not taken in: this case has its {limit} items, the most it may have. Remove some, or make another case.',
  'preview.unreadable':
    'This file cannot be previewed, it may be damaged; the original is untouched and can be kept and taken out as it is.',
  'preview.password':
    'This PDF needs a password to be opened and cannot be previewed; the original is untouched. Ask for a copy without a password.',
  'preview.too-large':
    'The file is larger than {limit} and is not previewed here; take the original out and view it with another program.',
  'preview.too-many-pixels':
    'The picture has {width} × {height} pixels, more than the {limit} megapixels previewed here; take the original out and view it with another program.',
  'preview.not-shown':
    'Files of this kind ({mediaType}) are not previewed here; take the original out and view it with another program.',
  'preview.timed-out':
    'The preview did not finish within {seconds} seconds and was stopped; the original is untouched.',
} as const satisfies Record<FailureCode, string>
