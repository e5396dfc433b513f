import { finding } from '../../shared/contract/finding.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import type { Bytes } from '../ports.ts'
import { MalformedAsn1 } from '../signing/asn1.ts'
import { mayKeySign } from '../signing/certificate.ts'
import { oids } from '../signing/object-identifiers.ts'
import { humanName, instantOf, readCertificate } from '../signing/x509.ts'
import type { X509 } from '../signing/x509.ts'
import { judgeTrust } from './certificate-trust.ts'
import { digestOf } from './cms-algorithms.ts'
import type { DigestName } from './cms-algorithms.ts'
import { checkSignerInfo } from './cms-signer-info.ts'
import type { SignerCheck } from './cms-signer-info.ts'
import { isConsistent, readSignedData } from './cms-structure.ts'
import type { SignedData, SignerInfo } from './cms-structure.ts'
import { integrityOf } from './cms-verdict.ts'
import type { SignatureIntegrity, SignerVerdict, TimeVerdict } from './cms-verdict.ts'
import { verifyTimestampToken } from './timestamp-token.ts'

export interface CmsOptions {
  /** DER of certificates the person trusts: authorities, or the signer's very certificate. */
  readonly trusted: readonly Bytes[]
  /** Now. Certificates are judged at the proven time, else at the claimed time unless it is still to come, else now. */
  readonly at: Date
  /** `pades` and `cades` demand what their baselines demand; `any` reports what is missing. */
  readonly profile: 'pades' | 'cades' | 'any'
  /** A path or field name for the findings. */
  readonly subject: string
  /** Time claimed outside the signature, such as /M of a PDF. */
  readonly claimedTime?: Date
}

/** Clocks may differ by this much before a claimed time counts as one of the future. */
const FUTURE_TOLERANCE_MS = 86_400_000

export interface CmsVerdict {
  readonly integrity: SignatureIntegrity
  readonly signer: SignerVerdict
  readonly time: TimeVerdict
  readonly signerName?: string
  /** DER of the signer's certificate. */
  readonly certificate?: Bytes
  /** The time claimed in the signature, or given as claimedTime. */
  readonly signingTime?: Date
  /** The earliest time a trusted authority vouches for. */
  readonly provenTime?: Date
  readonly findings: readonly Finding[]
}

/**
 * Judges a detached CMS signature (RFC 5652) over content of which only digests are needed, so it may be huge.
 * Three verdicts, never one: integrity, signer, time. Strict, and never throws on bad input.
 */
export async function verifyDetachedCms(
  der: Bytes,
  contentDigest: (name: DigestName) => Promise<Bytes>,
  options: CmsOptions,
): Promise<CmsVerdict> {
  try {
    return await judge(readSignedData(der), contentDigest, options)
  } catch (cause) {
    if (cause instanceof MalformedAsn1)
      return { ...withoutSigner([finding('signature.unreadable', options.subject)]), integrity: 'unreadable' }
    throw cause
  }
}

async function judge(
  signedData: SignedData,
  contentDigest: (name: DigestName) => Promise<Bytes>,
  options: CmsOptions,
): Promise<CmsVerdict> {
  const { profile, subject } = options
  const findings: Finding[] = []
  const [signerInfo] = signedData.signerInfos
  if (signedData.signerInfos.length !== 1)
    findings.push(finding('signature.signer-count', subject, { count: signedData.signerInfos.length }))
  if (signedData.content !== undefined) findings.push(finding('signature.enveloped', subject))
  if (signedData.contentType !== oids.data) findings.push(finding('signature.content-type-wrong', subject))
  if (signerInfo === undefined) return withoutSigner(findings)
  if (!isConsistent(signedData, signerInfo)) findings.push(finding('signature.inconsistent', subject))
  const certificates = [...signedData.certificates, ...options.trusted.flatMap(readable)]
  const check = await checkSignerInfo({
    signerInfo,
    certificates,
    contentType: signedData.contentType,
    contentDigest,
    mustBindCertificate: profile !== 'any',
    subject,
  })
  findings.push(...check.findings)
  if (profile === 'pades' && check.signingTime !== undefined)
    findings.push(finding('signature.signing-time-not-allowed', subject))
  const time = await judgeTime(signerInfo, check, certificates, options)
  findings.push(...time.findings)
  const signer = await judgeSigner(check, certificates, time, options)
  findings.push(...signer.findings)
  const { certificate } = check
  return {
    integrity: integrityOf(findings),
    signer: signer.verdict,
    time: time.verdict,
    ...(certificate === undefined
      ? {}
      : { signerName: humanName(certificate.subject), certificate: certificate.raw }),
    ...(time.claimed === undefined ? {} : { signingTime: time.claimed }),
    ...(time.proven === undefined ? {} : { provenTime: time.proven }),
    findings,
  }
}

interface TimeJudgement {
  readonly verdict: TimeVerdict
  readonly claimed?: Date
  readonly proven?: Date
  /** The claimed time is still to come. */
  readonly isFuture: boolean
  readonly findings: readonly Finding[]
}

/** Every timestamp counts: one that does not belong here spoils the file, however many others do. */
async function judgeTime(
  signerInfo: SignerInfo,
  check: SignerCheck,
  certificates: readonly X509[],
  options: CmsOptions,
): Promise<TimeJudgement> {
  const { trusted, subject } = options
  const tokens = signerInfo.unsignedAttributes
    .filter(({ type }) => type === oids.signatureTimestamp)
    .flatMap(({ values }) => values)
  const findings: Finding[] = []
  const instants: Date[] = []
  const digests = await Promise.all(tokens.map(async ({ raw }) => hexOf(await digestOf('SHA-256', raw))))
  if (new Set(digests).size < tokens.length) findings.push(finding('timestamp.repeated', subject))
  for (const token of tokens) {
    const stamped = (name: DigestName) => digestOf(name, signerInfo.signature)
    const verdict = await verifyTimestampToken(token.raw, stamped, { trusted, others: certificates, subject })
    findings.push(...verdict.findings)
    if (verdict.time === 'proven' && verdict.instant !== undefined) instants.push(verdict.instant)
  }
  const [proven] = instants.toSorted((a, b) => a.getTime() - b.getTime())
  const claimed = check.signingTime === undefined ? options.claimedTime : instantOf(check.signingTime)
  const isFuture = claimed !== undefined && claimed.getTime() > options.at.getTime() + FUTURE_TOLERANCE_MS
  if (isFuture) findings.push(finding('time.in-the-future', subject, { time: inWords(claimed) }))
  const hasClaim = claimed !== undefined || tokens.length > 0
  return {
    verdict: proven !== undefined ? 'proven' : hasClaim ? 'claimed' : 'none',
    ...(claimed === undefined ? {} : { claimed }),
    ...(proven === undefined ? {} : { proven }),
    isFuture,
    findings,
  }
}

async function judgeSigner(
  { certificate, findings, valueFits }: SignerCheck,
  others: readonly X509[],
  time: TimeJudgement,
  { trusted, at: now, subject }: CmsOptions,
): Promise<{ verdict: SignerVerdict; findings: readonly Finding[] }> {
  if (certificate === undefined) return { verdict: 'none', findings: [] }
  // Nobody has signed at a time still to come.
  const at = time.proven ?? (time.isFuture ? now : time.claimed) ?? now
  const name = humanName(certificate.subject)
  const invalid: Finding[] = []
  if (at < certificate.notBefore)
    invalid.push(finding('signer.not-yet-valid', subject, { name, date: dayOf(certificate.notBefore) }))
  if (at > certificate.notAfter)
    invalid.push(finding('signer.expired', subject, { name, date: dayOf(certificate.notAfter) }))
  if (!mayKeySign(certificate)) invalid.push(finding('signer.not-for-signing', subject, { name }))
  const isSubstituted = findings.some(({ code }) => code === 'signature.certificate-substituted')
  if (invalid.length > 0 || isSubstituted) return { verdict: 'invalid', findings: invalid }
  // A certificate that the signature does not fit says nothing about who made it.
  if (!valueFits) return { verdict: 'unknown', findings: [] }
  const verdict = await judgeTrust({ certificate, others, trusted, at })
  const notes: Finding[] = []
  if (time.proven === undefined && now > certificate.notAfter)
    notes.push(finding('signer.expired-since', subject, { date: dayOf(certificate.notAfter) }))
  if (verdict !== 'trusted') {
    const fingerprint = hexOf(await digestOf('SHA-256', certificate.raw))
    notes.push(finding(`signer.${verdict}`, subject, { name, fingerprint }))
  }
  return { verdict, findings: notes }
}

function withoutSigner(findings: readonly Finding[]): CmsVerdict {
  return { integrity: integrityOf(findings), signer: 'none', time: 'none', findings }
}

function readable(der: Bytes): X509[] {
  try {
    return [readCertificate(der)]
  } catch {
    return []
  }
}

function inWords(instant: Date): string {
  return instant
    .toISOString()
    .replace('T', ' ')
    .replace(/(\.\d+)?Z$/, ' UTC')
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
