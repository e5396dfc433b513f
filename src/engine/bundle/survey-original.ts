import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { SourceSurvey } from '../pdf/assembly.ts'
import { surveySource } from '../pdf/survey-source.ts'
import type { Bytes, ByteSource, Hashing } from '../ports.ts'
import { verifyPdfSignatures } from '../verification/pdf-signature.ts'

export interface SurveyRequest {
  readonly bytes: Bytes
  readonly mediaType: string
  /** Item label, the subject of the findings. */
  readonly label: string
  readonly hashing: Hashing
  /** Now. */
  readonly at: Date
}

/**
 * What an original shows in the PDF and, since merging drops signatures, how its own signatures stand.
 * Never throws on bad bytes.
 */
export async function surveyOriginal(request: SurveyRequest): Promise<SourceSurvey> {
  const survey = await surveySource(request.bytes, request.mediaType, request.label)
  if (!survey.shown || survey.signatures === 0) return survey
  return { ...survey, findings: [...survey.findings, await signatureState(request)] }
}

async function signatureState({ bytes, label, hashing, at }: SurveyRequest): Promise<Finding> {
  const verdict = await verifyPdfSignatures(inMemory(bytes), { trusted: [], at, hashing, subject: label })
  const names = verdict.signatures.flatMap(({ signerName }) => (signerName === undefined ? [] : [signerName]))
  const facts = { signer: names.length > 0 ? [...new Set(names)].join('、') : '—' }
  if (verdict.integrity === 'intact') return finding('pdf.signature-holds', label, facts)
  return finding(
    verdict.integrity === 'changed' ? 'pdf.signature-broken' : 'pdf.signature-unconfirmed',
    label,
    facts,
  )
}

function inMemory(bytes: Bytes): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
    async *stream(start = 0, end = bytes.length) {
      yield bytes.subarray(start, end)
    },
  }
}
