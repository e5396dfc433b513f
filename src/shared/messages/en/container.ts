import type { containerFindings } from '../../contract/findings/container.ts'

export const containerWords = {
  'zip.unreadable':
    'This is no complete ZIP file ({reason} cannot be read). Get the file again and verify it.',
  'zip.comment':
    'The ZIP holds a comment of {bytes} bytes; this format has none. It was touched after packing: ask the sender for the original.',
  'zip.outside-bytes':
    'At byte {offset} the ZIP holds {bytes} bytes that belong to no file. Something may be hidden: ask the sender for the original.',
  'zip.overlap':
    '{subject}: overlaps another file in the ZIP; programs would unpack different contents. Ask the sender for the original.',
  'zip.header-mismatch':
    '{subject}: two records in the ZIP disagree ({field}); programs would unpack different contents. Ask the sender for the original.',
  'zip.multi-disk': 'The ZIP is split into parts, which this program does not verify. Ask for a single file.',
  'zip.name-encoding':
    '{subject}: the encoding of the name is unclear; programs show different names. Ask for the original with UTF-8 names.',
  'zip.duplicate-name':
    '{subject}: two files in the ZIP have this name; programs take different ones. Ask the sender for the original.',
  'zip.directory-entry':
    '{subject}: a folder record, which this format does not write. It may have been repacked: verify the original, or the unpacked folder.',
  'zip.encrypted':
    '{subject}: encrypted inside the ZIP and cannot be verified. Ask for the unencrypted original.',
  'zip.method': '{subject}: compression method {method} is outside this format. Ask for the original.',
  'zip.ratio':
    '{subject}: {bytes} bytes unpacked, more than {limit} times its packed size; not read. Check where it comes from first.',
  'zip.size-wrong':
    '{subject}: its length is not the {bytes} bytes the ZIP declares. Damaged or changed: ask for the original.',
  'zip.crc-wrong':
    '{subject}: its content does not match the checksum in the ZIP. Damaged or changed: ask for the original.',
  'zip.data-damaged': '{subject}: the packed data is damaged. Get the file again and verify it.',
  'zip.not-as-written':
    '{subject}: its ZIP records are not as this program writes them. It was repacked: ask the sender for the original.',
  'container.unknown-kind':
    'Neither a ZIP nor a PDF; nothing can be verified. Check that this is the right file, or get it again.',
  'container.not-checked':
    'The check could not be finished: the content breaks rules in a way this program cannot read past ({reason}). Do not rely on it; get it again and verify, and if that does not help, ask the sender.',
  'container.unsafe-name':
    '{subject}: the name is unsafe ({reason}); it could be unpacked elsewhere or shown as another name. Do not unpack it; ask the sender.',
  'container.name-collision':
    '{subject}: the same name as “{other}” on some systems; one would overwrite the other. Ask the sender.',
  'container.link': '{subject}: a link or special file, not a regular one; not read. Ask for the original.',
  'container.too-many-files':
    '{entries} files, more than the limit of {limit}; not verified. Check where it comes from first.',
  'container.too-large':
    '{bytes} bytes in all, more than the limit of {limit}; not verified. Check where it comes from first.',
  'container.control-too-large':
    '{subject}: a list of {bytes} bytes is not plausible; not read. Check where it comes from.',
  'container.system-file':
    '{subject}: made by the operating system, not part of the bundle. It may be deleted and changes nothing.',
  'container.mimetype':
    'The file mimetype is missing, wrong, or not the first uncompressed file. The container was repacked: ask for the original.',
  'container.foreign': 'Not a Rights Dossier container: only the files in its signed list were verified.',
  'container.draft': 'This is a draft, not the version handed in. Ask for the final version.',
  'container.nothing-found':
    'Neither a signature nor a hash list was found; nothing can be verified. Check that this is the right file or folder.',
  'container.no-signature':
    'Hash lists but no signature: damage shows, the author does not. Ask for the signed original.',
  'container.signature-unsupported':
    '{subject}: this kind of signature is not verified here. Use the software its issuer names.',
  'container.signature-broken':
    '{subject}: does not match {manifest}; one of the two was changed after signing. Ask for the original.',
  'container.signatures-several':
    '{count} signed lists; this program verifies containers with one signature. Use the software of the issuer.',
  'container.manifest-unreadable':
    '{subject}: the signed list cannot be read ({reason}). Ask for the original.',
  'container.unlisted-meta-inf':
    '{subject}: an extra file in META-INF, not protected by the signature. Ask the sender.',
  'container.digest-unsupported':
    '{subject}: listed with the digest {algorithm}, which is unsafe or not supported. It cannot be confirmed; ask for a list with SHA-256.',
  'container.file-changed':
    '{subject}: changed after it was listed. Put the original in its place and verify again.',
  'container.file-missing': '{subject}: listed but not there. Put the original back and verify again.',
  'container.file-added':
    '{subject}: not listed; added later. Move it away, verify again, and find out where it came from.',
  'container.file-renamed':
    '{subject}: renamed to “{to}”, content unchanged. Give it its name back and verify again.',
  'container.file-unreadable':
    '{subject}: cannot be read ({reason}). Check the disc or the permissions, or get it again.',
  'container.list-disagrees':
    '{subject}: its line for “{file}” disagrees with the signed digest; this list is wrong. Rely on the signed list.',
  'container.index-unreadable': '{subject}: the index cannot be read ({reason}). Ask for the original.',
  'container.index-disagrees':
    '{subject}: what the index says of “{file}” is not what is there. Ask the sender.',
  'container.pdf-missing': 'No merged PDF (its name starts with 00_) in data. Ask for the complete original.',
  'container.pdf-not-signed':
    '{subject}: the merged PDF is not signed. Ask the sender for the signed version.',
  'container.pdf-not-confirmed':
    '{subject}: the signature of the merged PDF cannot be confirmed. See the other findings about this file.',
  'container.certificate-differs':
    '{subject}: holds another certificate than the one that signed. Trust only the fingerprint on paper, and ask the sender.',
  'bag.declaration': 'bagit.txt is not as the standard wants it ({reason}). Ask for the original.',
  'bag.no-manifest':
    'No usable list of files (manifest-….txt); nothing can be verified. Ask for the original.',
  'bag.line': '{subject}: line {line} is not “digest path”. The list is damaged: ask for the original.',
  'bag.loose-line':
    '{subject}: line {line} is loosely written (* or ./ first) and was read the usual way. Nothing to do.',
  'bag.unsafe-path': '{subject}: lists the path “{path}” outside the bag. Do not follow it; ask the sender.',
  'bag.listed-twice':
    '{subject}: lists “{path}” twice, differently or where the standard forbids it. Ask for the original.',
  'bag.repeated-line': '{subject}: lists “{path}” twice with the same digest. Nothing to do.',
  'bag.not-listed': '{subject}: not in {list}, which is therefore incomplete. Ask for the original.',
  'bag.payload-count':
    'bag-info.txt says {expected} (octets.files), there are {actual}. Files were added or lost: ask for the original.',
  'bag.fetch':
    'fetch.txt names files still to be fetched, which this format forbids. Ask for the complete original.',
  'bag.weak-digest':
    '{subject}: only {algorithm} digests; damage shows, forgery does not. Ask for a list with SHA-256.',
  'bag.unknown-digest': '{subject}: the digest {algorithm} is not supported; this list was not verified.',
  'disc.copy-changed':
    '{subject}: differs from “{original}” in the electronic file. Use the one in the electronic file, not this copy.',
  'disc.not-covered':
    '{subject}: not covered by the signature, cannot be verified. Rely on the files in the electronic file.',
} as const satisfies Record<keyof typeof containerFindings, string>
