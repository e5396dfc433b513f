import type { Finding, FindingCode } from '../../shared/contract/finding.ts'

/** Whether what was signed is what lies here. Only `intact` is good news. */
export type SignatureIntegrity = 'intact' | 'changed' | 'cannot-confirm' | 'unreadable'

/** Who signed. `none`: there is no certificate to judge. */
export type SignerVerdict = 'trusted' | 'self-signed' | 'unknown' | 'invalid' | 'none'

/** When. `proven`: by a timestamp of a trusted authority; `claimed`: by the signer's own clock. */
export type TimeVerdict = 'proven' | 'claimed' | 'none'

type Spoilt = Exclude<SignatureIntegrity, 'intact'>

/** What each finding does to integrity; those not named here do nothing. */
const effects: Partial<Record<FindingCode, Spoilt>> = {
  'signature.unreadable': 'cannot-confirm',
  'signature.content-changed': 'changed',
  'signature.value-wrong': 'changed',
  'signature.signer-count': 'cannot-confirm',
  'signature.enveloped': 'cannot-confirm',
  'signature.inconsistent': 'cannot-confirm',
  'signature.attributes-missing': 'cannot-confirm',
  'signature.attribute-duplicate': 'cannot-confirm',
  'signature.content-type-wrong': 'cannot-confirm',
  'signature.algorithm-unsupported': 'cannot-confirm',
  'signature.algorithm-weak': 'cannot-confirm',
  'signature.algorithm-mismatch': 'cannot-confirm',
  'signature.certificate-missing': 'cannot-confirm',
  'signature.certificate-substituted': 'cannot-confirm',
  'signature.certificate-unbound': 'cannot-confirm',
  'timestamp.foreign': 'cannot-confirm',
  'timestamp.value-wrong': 'cannot-confirm',
  'timestamp.repeated': 'cannot-confirm',
  'pdf-signature.unreadable': 'unreadable',
  'pdf-signature.damaged': 'cannot-confirm',
  'pdf-signature.encrypted': 'cannot-confirm',
  'pdf-signature.prefixed': 'cannot-confirm',
  'pdf-signature.byte-range-wrong': 'changed',
  'pdf-signature.contents-wrong': 'changed',
  'pdf-signature.padding-used': 'changed',
  'pdf-signature.shared-value': 'cannot-confirm',
  'pdf-signature.appended': 'cannot-confirm',
  'pdf-signature.several': 'cannot-confirm',
  'pdf-signature.kind-unsupported': 'cannot-confirm',
}

const gravest: readonly Spoilt[] = ['unreadable', 'changed', 'cannot-confirm']

/** Integrity as the findings leave it: a contradiction outweighs a doubt. */
export function integrityOf(findings: readonly Finding[]): SignatureIntegrity {
  const present = new Set(findings.map(({ code }) => effects[code]))
  return gravest.find((effect) => present.has(effect)) ?? 'intact'
}
