import { finding } from '../../shared/contract/finding.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { Bytes } from '../ports.ts'
import { MalformedAsn1, octetsOf, readSingle, sameBytes, sequenceOf, tags } from '../signing/asn1.ts'
import { oids } from '../signing/object-identifiers.ts'
import { extendedKeyUsages, humanName, instantOf } from '../signing/x509.ts'
import type { X509 } from '../signing/x509.ts'
import { judgeTrust } from './certificate-trust.ts'
import { algorithmOid, digestNameOf, digestOf } from './cms-algorithms.ts'
import type { DigestName } from './cms-algorithms.ts'
import { checkSignerInfo } from './cms-signer-info.ts'
import { isConsistent, readSignedData } from './cms-structure.ts'

export interface TimestampVerdict {
  /** `proven`: everything holds and the authority is trusted. `claimed`: it may be true. */
  readonly time: 'proven' | 'claimed'
  /** The time the token gives, once its signature and imprint hold. */
  readonly instant?: Date
  readonly authorityName?: string
  readonly findings: readonly Finding[]
}

export interface TimestampOptions {
  readonly trusted: readonly Bytes[]
  /** Certificates beside the token, when it carries none itself. */
  readonly others: readonly X509[]
  readonly subject: string
}

/**
 * Judges an RFC 3161 token: its imprint over the stamped bytes (given by digest), its signature,
 * the purpose of its certificate and the way to a trusted one. Never throws.
 */
export async function verifyTimestampToken(
  token: Bytes,
  stampedDigest: (name: DigestName) => Promise<Bytes>,
  options: TimestampOptions,
): Promise<TimestampVerdict> {
  try {
    return await judgeToken(token, stampedDigest, options)
  } catch (cause) {
    if (cause instanceof MalformedAsn1) return claimed([finding('timestamp.unreadable', options.subject)])
    throw cause
  }
}

async function judgeToken(
  token: Bytes,
  stampedDigest: (name: DigestName) => Promise<Bytes>,
  { trusted, others, subject }: TimestampOptions,
): Promise<TimestampVerdict> {
  const signedData = readSignedData(token)
  const [signerInfo] = signedData.signerInfos
  const { content, contentType } = signedData
  if (contentType !== oids.timestampInfo || content === undefined || signerInfo === undefined)
    return claimed([finding('timestamp.unreadable', subject)])
  const info = readTimestampInfo(content)
  const imprintHash = digestNameOf(info.hashAlgorithm)
  if (imprintHash === undefined || imprintHash === 'SHA-1')
    return unsupported(imprintHash ?? algorithmOid(info.hashAlgorithm), subject)
  if (!sameBytes(info.imprint, await stampedDigest(imprintHash)))
    return claimed([finding('timestamp.foreign', subject)])
  const check = await checkSignerInfo({
    signerInfo,
    certificates: [...signedData.certificates, ...others],
    contentType: oids.timestampInfo,
    contentDigest: (name) => digestOf(name, content),
    mustBindCertificate: true,
    subject,
  })
  const { certificate } = check
  const doubt = check.findings.find(({ code }) => code !== 'signature.key-weak')
  if (
    certificate === undefined ||
    doubt !== undefined ||
    signedData.signerInfos.length !== 1 ||
    !isConsistent(signedData, signerInfo)
  ) {
    const { algorithm } = doubt?.facts ?? {}
    if (typeof algorithm === 'string') return unsupported(algorithm, subject)
    return claimed([finding('timestamp.value-wrong', subject)])
  }
  const authorityName = humanName(certificate.subject)
  const known = { instant: info.time, authorityName }
  if (!isAuthority(certificate, info.time))
    return { ...claimed([finding('timestamp.not-an-authority', subject)]), ...known }
  const chain = [...signedData.certificates, ...others]
  const trust = await judgeTrust({ certificate, others: chain, trusted, at: info.time })
  if (trust === 'trusted') return { time: 'proven', findings: [], ...known }
  const facts = {
    name: authorityName,
    time: info.time
      .toISOString()
      .replace('T', ' ')
      .replace(/(\.\d+)?Z$/, ' UTC'),
  }
  return { ...claimed([finding('timestamp.untrusted', subject, facts)]), ...known }
}

/** TSTInfo, RFC 3161 2.4.2: version, policy, messageImprint, serialNumber, genTime, … */
function readTimestampInfo(content: Bytes) {
  const [, , messageImprint, , time] = sequenceOf(readSingle(content))
  const [hashAlgorithm, hashedMessage] = sequenceOf(messageImprint)
  if (hashAlgorithm === undefined || time?.tag !== tags.generalizedTime) throw new MalformedAsn1('TSTInfo')
  return { hashAlgorithm, imprint: octetsOf(hashedMessage), time: instantOf(time) }
}

/** RFC 3161 2.3: the certificate is for timestamps, critically, and for nothing else; and it was valid. */
function isAuthority(certificate: X509, at: Date): boolean {
  const purposes = extendedKeyUsages(certificate) ?? []
  const isOnlyForTime = purposes.length === 1 && purposes[0] === oids.timeStamping
  const isCritical = certificate.extensions.get(oids.extendedKeyUsage)?.critical === true
  return isOnlyForTime && isCritical && at >= certificate.notBefore && at <= certificate.notAfter
}

function claimed(findings: readonly Finding[]): TimestampVerdict {
  return { time: 'claimed', findings }
}

function unsupported(algorithm: string, subject: string): TimestampVerdict {
  return claimed([finding('timestamp.unsupported', subject, { algorithm })])
}
