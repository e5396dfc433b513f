import type { Finding } from '../../shared/contract/finding.ts'
import type { Severity } from '../../shared/contract/severity.ts'
import { explainFinding, type Language, type Place } from '../../shared/messages/explain.ts'
import { instantFacts, sayVerification, verdictsOf } from '../../shared/messages/verdicts.ts'
import type { VerificationReport } from './report.ts'

/** Who verified what, when, and for whom the words are. */
export interface VerificationCircumstances {
  readonly subject: { readonly name: string; readonly kind: 'file' | 'folder' }
  readonly verifiedAt: Date
  readonly program: { readonly name: string; readonly version: string }
  readonly language: Language
  /** The certificate is that of an identity of this register. */
  readonly ownIdentity: boolean
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** The gravest first; those of one severity as they were found. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** A verification as data, `docs/formats/verification-report-v1.md`. Instants are UTC to the second. */
export function verificationJson(
  report: VerificationReport,
  about: VerificationCircumstances,
  place: Place,
): Readonly<Record<string, unknown>> {
  const { language } = about
  const { details } = report
  const verdicts = verdictsOf(report, about.ownIdentity)
  const signedAt = details.provenTime ?? details.signingTime
  const saying = ({ word, facts }: (typeof verdicts)['time']) => sayVerification(word, language, facts)
  return {
    format: 'rights-dossier/verification',
    version: 1,
    program: about.program,
    verifiedAt: instantFacts(about.verifiedAt).utc,
    language,
    subject: { ...about.subject, ...known('sha256', details.sha256) },
    integrity: report.integrity,
    signer: report.signer,
    time: report.time,
    sentences: {
      integrity: saying(verdicts.integrity),
      signer: saying(verdicts.signer),
      time: saying(verdicts.time),
    },
    ownIdentity: about.ownIdentity,
    ...known('signerName', details.signerName),
    ...known('issuerName', details.issuerName),
    ...known('certificateSha256', details.certificateSha256),
    ...known('signedAt', signedAt && instantFacts(signedAt).utc),
    kind: details.kind,
    files: details.files,
    bytes: details.bytes,
    ...known('draft', details.draft),
    ...known('pdf', details.pdf),
    findings: bySeverity(report.findings).map((found) => ({
      code: found.code,
      severity: found.severity,
      subject: found.subject,
      ...known('originalName', details.originalNames?.get(found.subject)),
      message: explainFinding(found, language, place),
    })),
  }
}

function known<Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [key in Key]?: Value })
}
