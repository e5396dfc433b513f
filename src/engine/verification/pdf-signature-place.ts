import { finding } from '../../shared/contract/finding.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { Bytes } from '../ports.ts'
import { MalformedAsn1, readAsn1 } from '../signing/asn1.ts'
import type { PdfStructure } from './pdf-structure.ts'
import type { PdfDictionary } from './pdf-structure-syntax.ts'

export type ByteRange = readonly [number, number, number, number]

export interface SignaturePlace {
  readonly byteRange?: ByteRange
  /** The CMS structure without its padding; absent when the place does not hold. */
  readonly cms?: Bytes
  readonly findings: readonly Finding[]
}

/**
 * Whether a signature covers the file from its first byte, but for exactly its own /Contents (ISO 32000-2 12.8.1).
 * What a byte range leaves out nobody signed: only the hexadecimal string of the live value may be there,
 * holding one CMS structure and zeros.
 */
export async function readSignaturePlace(
  structure: PdfStructure,
  dictionary: PdfDictionary,
  fileSize: number,
  subject: string,
): Promise<SignaturePlace> {
  const byteRange = await byteRangeOf(structure, dictionary)
  if (byteRange === undefined || !isInside(byteRange, fileSize))
    return { findings: [finding('pdf-signature.byte-range-wrong', subject)] }
  const [, gapStart, gapEnd] = byteRange
  const contents = dictionary.entries.get('Contents')
  const fillsGap =
    contents?.kind === 'string' &&
    contents.isPlainHex &&
    contents.start === gapStart &&
    contents.end === gapEnd
  if (!fillsGap) return { byteRange, findings: [finding('pdf-signature.contents-wrong', subject)] }
  const { bytes } = contents
  const length = lengthOfCms(bytes)
  if (length === undefined) return { byteRange, findings: [finding('signature.unreadable', subject)] }
  const cms = bytes.slice(0, length)
  const isPadded = bytes.subarray(length).every((byte) => byte === 0)
  return { byteRange, cms, findings: isPadded ? [] : [finding('pdf-signature.padding-used', subject)] }
}

async function byteRangeOf(
  structure: PdfStructure,
  dictionary: PdfDictionary,
): Promise<ByteRange | undefined> {
  const array = await structure.lookup(dictionary.entries.get('ByteRange'))
  if (array?.kind !== 'array' || array.items.length !== 4) return undefined
  const [a, b, c, d] = array.items.map((item) =>
    item.kind === 'number' && Number.isSafeInteger(item.number) && item.number >= 0 ? item.number : NaN,
  )
  return a === undefined || b === undefined || c === undefined || d === undefined ? undefined : [a, b, c, d]
}

// NaN fails every comparison.
function isInside([start, length, rest, restLength]: ByteRange, fileSize: number): boolean {
  return start === 0 && length > 0 && rest > length && restLength > 0 && rest + restLength <= fileSize
}

function lengthOfCms(bytes: Bytes): number | undefined {
  try {
    return readAsn1(bytes).raw.length
  } catch (cause) {
    if (cause instanceof MalformedAsn1) return undefined
    throw cause
  }
}
