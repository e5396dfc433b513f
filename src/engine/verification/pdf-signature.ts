import { createSHA1, createSHA384 } from 'hash-wasm'
import { finding } from '../../shared/contract/finding.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import { PdfSyntaxError } from '../pdf/pdf-syntax-error.ts'
import type { ByteSource, Bytes, Hasher, Hashing } from '../ports.ts'
import { digestOf } from './cms-algorithms.ts'
import type { DigestName } from './cms-algorithms.ts'
import { integrityOf } from './cms-verdict.ts'
import type { SignatureIntegrity, SignerVerdict, TimeVerdict } from './cms-verdict.ts'
import { verifyDetachedCms } from './cms.ts'
import { pdfDateOf, signatureFieldsOf } from './pdf-signature-fields.ts'
import type { SignatureField } from './pdf-signature-fields.ts'
import { readSignaturePlace } from './pdf-signature-place.ts'
import type { ByteRange } from './pdf-signature-place.ts'
import { EncryptedStructure, PdfStructure } from './pdf-structure.ts'
import { verifyTimestampToken } from './timestamp-token.ts'

export interface PdfSignatureOptions {
  /** DER of certificates the person trusts. */
  readonly trusted: readonly Bytes[]
  readonly at: Date
  readonly hashing: Hashing
  /** Name of the file in the findings. */
  readonly subject?: string
  readonly signal?: AbortSignal
}

/** One signature field with a value. */
export interface PdfSignature {
  readonly fieldName: string
  readonly kind: 'signature' | 'document-timestamp'
  readonly subFilter: string
  /** Of the bytes this signature covers; the file may be longer. */
  readonly integrity: SignatureIntegrity
  readonly signer: SignerVerdict
  readonly time: TimeVerdict
  readonly signerName?: string
  /** SHA-256 of the signer's certificate, lower-case hex. */
  readonly certificateSha256?: string
  /** DER of the signer's certificate. */
  readonly certificate?: Bytes
  readonly byteRange?: ByteRange
  readonly coversWholeFile: boolean
  /** /M, or the time inside the signature. */
  readonly claimedTime?: Date
  readonly provenTime?: Date
}

export interface PdfVerdict {
  readonly integrity: SignatureIntegrity | 'not-signed'
  readonly signer: SignerVerdict
  readonly time: TimeVerdict
  readonly findings: readonly Finding[]
  readonly signatures: readonly PdfSignature[]
}

/** More signatures than any paper has; each costs one reading of the file. */
const MOST_SIGNATURES = 32
const HEADER = '%PDF-'

/**
 * Judges the signatures of a PDF (ISO 32000-2 12.8, EN 319 142-1) without holding the file in memory.
 * `intact` only when the one signature covers every byte of the file and holds. Later revisions are never
 * interpreted, because appearances can be changed in ways no comparison of objects finds. Never throws on bad input;
 * throws AbortError, and what the source throws.
 */
export async function verifyPdfSignatures(
  source: ByteSource,
  options: PdfSignatureOptions,
): Promise<PdfVerdict> {
  const { signal, subject = 'PDF' } = options
  const head = new TextDecoder('latin1').decode(await source.read(0, 1024))
  if (!head.includes(HEADER)) return withoutSignature([finding('pdf-signature.unreadable', subject)])
  try {
    // Bytes before the header shift every offset, and hide another format's header.
    if (!head.startsWith(HEADER))
      return await unreadStructure(source, finding('pdf-signature.prefixed', subject), signal)
    const structure = await PdfStructure.open(source, signal)
    const fields = await signatureFieldsOf(structure, signal)
    if (fields.length === 0) return notSigned(subject)
    return await judgeFields(source, structure, fields, { ...options, subject })
  } catch (cause) {
    if (cause instanceof EncryptedStructure)
      return unreadStructure(source, finding('pdf-signature.encrypted', subject), signal)
    if (!(cause instanceof PdfSyntaxError)) throw cause
    return unreadStructure(
      source,
      finding('pdf-signature.damaged', subject, { reason: cause.message }),
      signal,
    )
  }
}

type Options = PdfSignatureOptions & { readonly subject: string }

interface JudgedSignature {
  readonly signature: PdfSignature
  readonly findings: readonly Finding[]
}

async function judgeFields(
  source: ByteSource,
  structure: PdfStructure,
  fields: readonly SignatureField[],
  options: Options,
): Promise<PdfVerdict> {
  const { subject } = options
  const judged: JudgedSignature[] = []
  const values = new Set<number>()
  const findings: Finding[] = []
  for (const field of fields.slice(0, MOST_SIGNATURES)) {
    const { valueNumber } = field
    if (valueNumber !== undefined && values.has(valueNumber)) {
      findings.push(finding('pdf-signature.shared-value', subject))
      continue
    }
    if (valueNumber !== undefined) values.add(valueNumber)
    judged.push(await judgeField(source, structure, field, options))
  }
  findings.push(...judged.flatMap((one) => one.findings))
  const signatures = judged.map(({ signature }) => signature)
  if (fields.length > MOST_SIGNATURES || signatures.length > 1)
    findings.push(finding('pdf-signature.several', subject, { count: fields.length }))
  const end = Math.max(0, ...signatures.map(endOf))
  if (end > 0 && end < source.size)
    findings.push(finding('pdf-signature.appended', subject, { bytes: source.size - end }))
  const papers = signatures.filter(({ kind }) => kind === 'signature')
  const last = papers.toSorted((a, b) => endOf(a) - endOf(b)).at(-1)
  if (last === undefined)
    findings.push(finding('pdf-signature.kind-unsupported', subject, { subFilter: 'ETSI.RFC3161' }))
  // A trusted timestamp over the whole revision vouches for the signatures inside it.
  const isStamped = signatures.some(
    (one) => one.kind === 'document-timestamp' && one.time === 'proven' && endOf(one) > endOf(last),
  )
  return {
    integrity: integrityOf(findings),
    signer: last?.signer ?? 'none',
    time: isStamped ? 'proven' : (last?.time ?? signatures[0]?.time ?? 'none'),
    findings,
    signatures,
  }
}

async function judgeField(
  source: ByteSource,
  structure: PdfStructure,
  field: SignatureField,
  options: Options,
): Promise<JudgedSignature> {
  const { dictionary } = field
  const fieldName = field.name ?? `#${field.valueNumber ?? 0}`
  const subject = `${options.subject} › ${fieldName}`
  const nameOfKind = dictionary.entries.get('SubFilter')
  const subFilter = nameOfKind?.kind === 'name' ? nameOfKind.name : ''
  const place = await readSignaturePlace(structure, dictionary, source.size, subject)
  const { byteRange, cms } = place
  const findings = [...place.findings]
  const known = {
    fieldName,
    subFilter,
    ...(byteRange === undefined ? {} : { byteRange }),
    coversWholeFile: byteRange !== undefined && byteRange[2] + byteRange[3] === source.size,
  }
  const kind = subFilter === 'ETSI.RFC3161' ? 'document-timestamp' : 'signature'
  const isPades = subFilter === 'ETSI.CAdES.detached'
  const isOld = subFilter === 'adbe.pkcs7.detached'
  if (isOld) findings.push(finding('pdf-signature.kind-old', subject, { subFilter }))
  if (kind === 'signature' && !isPades && !isOld)
    findings.push(finding('pdf-signature.kind-unsupported', subject, { subFilter }))
  const unknown = { kind, integrity: integrityOf(findings), signer: 'none', time: 'none' } as const
  if (byteRange === undefined || cms === undefined || (kind === 'signature' && !isPades && !isOld))
    return { signature: { ...known, ...unknown }, findings }
  const digest = (name: DigestName) => digestOfRange(source, byteRange, name, options)
  if (kind === 'document-timestamp') {
    const { trusted } = options
    const verdict = await verifyTimestampToken(cms, digest, { trusted, others: [], subject })
    // Of a document timestamp a foreign imprint means: these are other bytes than those it was made for.
    const own = verdict.findings.map((one) =>
      one.code === 'timestamp.foreign' ? finding('signature.content-changed', subject) : one,
    )
    findings.push(...own)
    return {
      signature: {
        ...known,
        kind,
        integrity: integrityOf(findings),
        signer: 'none',
        time: verdict.time,
        ...(verdict.authorityName === undefined ? {} : { signerName: verdict.authorityName }),
        ...(verdict.time === 'proven' && verdict.instant !== undefined
          ? { provenTime: verdict.instant }
          : {}),
      },
      findings,
    }
  }
  const stated = structure.isEncrypted ? undefined : pdfDateOf(dictionary.entries.get('M'))
  const verdict = await verifyDetachedCms(cms, digest, {
    trusted: options.trusted,
    at: options.at,
    profile: isPades ? 'pades' : 'any',
    subject,
    ...(stated === undefined ? {} : { claimedTime: stated }),
  })
  findings.push(...verdict.findings)
  const { certificate, signerName, signingTime, provenTime } = verdict
  return {
    signature: {
      ...known,
      kind,
      integrity: integrityOf(findings),
      signer: verdict.signer,
      time: verdict.time,
      ...(signerName === undefined ? {} : { signerName }),
      ...(certificate === undefined
        ? {}
        : { certificate, certificateSha256: hexOf(await digestOf('SHA-256', certificate)) }),
      ...(signingTime === undefined ? {} : { claimedTime: signingTime }),
      ...(provenTime === undefined ? {} : { provenTime }),
    },
    findings,
  }
}

async function digestOfRange(
  source: ByteSource,
  [start, length, rest, restLength]: ByteRange,
  name: DigestName,
  { hashing, signal }: PdfSignatureOptions,
): Promise<Bytes> {
  const hasher = await hasherFor(name, hashing)
  for (const [from, count] of [
    [start, length],
    [rest, restLength],
  ] as const)
    for await (const chunk of source.stream(from, from + count)) {
      signal?.throwIfAborted()
      hasher.update(chunk)
    }
  return hasher.digest()
}

async function hasherFor(name: DigestName, hashing: Hashing): Promise<Hasher> {
  if (name === 'SHA-256') return hashing.create('sha256')
  if (name === 'SHA-512') return hashing.create('sha512')
  // Only foreign files need these, so the port does not carry them.
  const hasher = await (name === 'SHA-384' ? createSHA384() : createSHA1())
  return {
    update: (bytes) => void hasher.update(bytes),
    digest: () => Uint8Array.from(hasher.digest('binary')),
  }
}

/** Where the structure does not lead, only the bytes can say whether there was a signature at all. */
async function unreadStructure(
  source: ByteSource,
  why: Finding,
  signal: AbortSignal | undefined,
): Promise<PdfVerdict> {
  const { hasObjects, hasByteRange } = await scan(source, signal)
  if (hasByteRange) return withoutSignature([why])
  return hasObjects
    ? notSigned(why.subject)
    : withoutSignature([finding('pdf-signature.unreadable', why.subject)])
}

async function scan(
  source: ByteSource,
  signal: AbortSignal | undefined,
): Promise<{ hasObjects: boolean; hasByteRange: boolean }> {
  const decoder = new TextDecoder('latin1')
  let hasObjects = false
  let hasByteRange = false
  let overlap = ''
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    const text = overlap + decoder.decode(chunk)
    hasObjects ||= text.includes('endobj')
    hasByteRange ||= text.includes('/ByteRange')
    if (hasByteRange && hasObjects) break
    overlap = text.slice(-16)
  }
  return { hasObjects, hasByteRange }
}

function endOf(signature: PdfSignature | undefined): number {
  const { byteRange } = signature ?? {}
  return byteRange === undefined ? 0 : byteRange[2] + byteRange[3]
}

function notSigned(subject: string): PdfVerdict {
  const findings = [finding('pdf-signature.none', subject)]
  return { integrity: 'not-signed', signer: 'none', time: 'none', findings, signatures: [] }
}

function withoutSignature(findings: readonly Finding[]): PdfVerdict {
  return { integrity: integrityOf(findings), signer: 'none', time: 'none', findings, signatures: [] }
}
