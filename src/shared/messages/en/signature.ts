import type { signatureFindings } from '../../contract/findings/signature.ts'

export const signatureWords = {
  'signature.unreadable':
    'The signature of “{subject}” cannot be read; it may be damaged. Ask the submitter for an intact file.',
  'signature.content-changed':
    '“{subject}” was changed after it was signed. Do not rely on it; ask the submitter for the original file.',
  'signature.value-wrong':
    'The signature of “{subject}” does not fit the certificate of its signer: the signature was altered, or somebody else made it. Do not rely on it; ask the submitter.',
  'signature.signer-count':
    'The signature of “{subject}” holds {count} signers where exactly one is expected, so it cannot be confirmed. Ask the submitter to sign again.',
  'signature.enveloped':
    'The signature of “{subject}” carries content of its own, which may differ from the file, so it cannot be confirmed. Ask the submitter for a detached signature.',
  'signature.inconsistent':
    'The signature of “{subject}” contradicts itself (versions or algorithms); it may have been altered and cannot be confirmed. Ask the submitter.',
  'signature.attributes-missing':
    'The signature of “{subject}” has no signed attributes (or no digest among them), so it cannot be confirmed. Ask the submitter to sign again as CAdES or PAdES.',
  'signature.attribute-duplicate':
    'The signed attribute {type} of “{subject}” occurs more than once, so its meaning is not unique and it cannot be confirmed. Ask the submitter to sign again.',
  'signature.content-type-wrong':
    'The signature of “{subject}” names another type of content than it signs, so it cannot be confirmed. Ask the submitter to sign again.',
  'signature.algorithm-unsupported':
    '“{subject}” uses an algorithm this program cannot check ({algorithm}), so it cannot be confirmed. Check it with a tool that knows the algorithm.',
  'signature.algorithm-weak':
    '“{subject}” uses an algorithm that is no longer safe ({algorithm}); even where digests agree, a change cannot be ruled out. Ask the submitter to sign again with SHA-256.',
  'signature.algorithm-mismatch':
    'The signature of “{subject}” names different algorithms in different places, so it cannot be confirmed. Ask the submitter to sign again.',
  'signature.key-weak':
    'The key that signed “{subject}” is short ({keyType}). Ask the submitter to use RSA of at least 2048 bits, or EC.',
  'signature.certificate-missing':
    'The signature of “{subject}” does not carry the certificate of its signer, so it cannot be confirmed. Ask the submitter for the certificate and check again with --trust.',
  'signature.certificate-substituted':
    'The certificate that comes with “{subject}” is not the one it was signed with; it may have been exchanged. Do not rely on it; ask the submitter.',
  'signature.certificate-unbound':
    'The signature of “{subject}” is not bound to a certificate (no signing-certificate attribute), so it cannot be confirmed. Ask the submitter to sign again as CAdES or PAdES.',
  'signature.not-cades':
    'The signature of “{subject}” is of an older form that is not bound to a certificate. The check of the content stands; compare the fingerprint of the certificate as well.',
  'signature.signing-time-not-allowed':
    'The signature of “{subject}” holds a signing-time attribute, which PAdES does not allow. The result stands; nothing needs to be done.',
  'signer.self-signed':
    '“{subject}” was signed by “{name}” with a self-signed certificate, which does not prove who that is. Compare the fingerprint {fingerprint} with the one on paper.',
  'signer.unknown':
    'The certificate of “{name}”, who signed “{subject}”, is not among those you trust. Compare the fingerprint {fingerprint}, or name the issuer’s certificate with --trust.',
  'signer.expired':
    'The certificate of “{name}” had expired on {date} when “{subject}” was signed. Ask the submitter, and have it signed again with a valid certificate.',
  'signer.expired-since':
    'The certificate was valid when “{subject}” was signed, but expired on {date}; the time of signing is only claimed. Judge the time by other material too.',
  'signer.not-yet-valid':
    'The certificate of “{name}” was not yet valid (it begins on {date}) when “{subject}” was signed. Ask the submitter about the time of signing.',
  'signer.not-for-signing':
    'The certificate used for “{subject}” (“{name}”) may not be used for digital signatures. Have it signed again with one that may.',
  'time.in-the-future':
    'The time claimed for the signature of “{subject}” ({time}) is still to come and cannot be true; the certificate was judged as of now. Check the clock of this computer, then ask the submitter when it was signed.',
  'timestamp.unreadable':
    'The timestamp of “{subject}” cannot be read, so its time counts as claimed. Ask the submitter for a timestamp of a proper authority.',
  'timestamp.foreign':
    'The timestamp of “{subject}” belongs to another file; it may have been transplanted. Do not rely on its time; ask the submitter.',
  'timestamp.value-wrong':
    'The signature inside the timestamp of “{subject}” does not hold. Do not rely on its time; ask the submitter.',
  'timestamp.repeated':
    'The same timestamp occurs more than once in “{subject}”; somebody added to the signature afterwards, so it cannot be confirmed. Ask the submitter.',
  'timestamp.not-an-authority':
    'The timestamp of “{subject}” was not issued with a certificate made for timestamps only, so its time counts as claimed. Ask the submitter for a timestamp of a proper authority.',
  'timestamp.unsupported':
    'The timestamp of “{subject}” uses an algorithm that is unsafe or that this program cannot check ({algorithm}), so its time counts as claimed. Ask the submitter for a new timestamp, or check it with a tool that knows the algorithm.',
  'timestamp.untrusted':
    '“{subject}” carries a timestamp of “{name}” ({time}), who is not among those you trust, so the time counts as claimed. Name its certificate with --trust and check again.',
  'pdf-signature.none': '“{subject}” is not signed. If it should be, ask the submitter for the signed file.',
  'pdf-signature.unreadable': '“{subject}” is not a readable PDF. Ask the submitter for an intact file.',
  'pdf-signature.damaged':
    'The structure of “{subject}” is damaged, so a signature in it cannot be confirmed. Ask the submitter for an intact file.',
  'pdf-signature.encrypted':
    '“{subject}” is encrypted and the place of its signature cannot be read, so it cannot be confirmed. Ask the submitter for a file without encryption.',
  'pdf-signature.prefixed':
    '“{subject}” begins with something that is not PDF, so a signature in it cannot be confirmed. Ask the submitter for the original file.',
  'pdf-signature.byte-range-wrong':
    'The byte range of the signature in “{subject}” cannot be right; the signature was tampered with, or the file is not whole. Do not rely on it; ask the submitter for the original file.',
  'pdf-signature.contents-wrong':
    'The signature value in “{subject}” does not fill the gap in its byte range; something unsigned may hide there. Do not rely on it; ask the submitter for the original file.',
  'pdf-signature.padding-used':
    'Data is hidden in the padding after the signature value of “{subject}”. Do not rely on it; ask the submitter for the original file.',
  'pdf-signature.shared-value':
    'One signature of “{subject}” is used by several signature fields, so its meaning cannot be confirmed. Ask the submitter to sign again.',
  'pdf-signature.appended':
    '{bytes} bytes were appended to “{subject}” after the signature; it does not protect them, and they cannot be confirmed. Ask the submitter for the file as it was signed, or to sign again.',
  'pdf-signature.several':
    '“{subject}” has {count} signatures over different revisions of the file, and this program cannot confirm what changed between them. Compare the revisions in a professional reader.',
  'pdf-signature.kind-unsupported':
    'This program cannot check the kind of signature in “{subject}” ({subFilter}), so it cannot be confirmed. Check it with a reader that can.',
  'pdf-signature.kind-old':
    'The signature in “{subject}” is of an older kind ({subFilter}), not PAdES. The check of the content stands; nothing needs to be done.',
} as const satisfies Record<keyof typeof signatureFindings, string>
