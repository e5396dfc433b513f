import type { windowFindingWords as chinese } from '../zh/finding-window.ts'

export const windowFindingWords = {
  'signature.certificate-missing':
    '“{subject}”: the certificate of the signer is not in the signature, so nothing can be confirmed. Ask the sender for the certificate file, add it to the trusted signers and verify again.',
  'signer.unknown':
    '“{subject}”: the certificate of “{name}” is outside of what you trust. Compare its fingerprint {fingerprint}, or add the certificate file of its issuer to the trusted signers and verify again.',
  'timestamp.untrusted':
    '“{subject}” carries a timestamp of “{name}” ({time}), who is outside of what you trust; the time counts as claimed. Add the certificate file of that authority to the trusted signers and verify again.',
} as const satisfies Record<keyof typeof chinese, string>
