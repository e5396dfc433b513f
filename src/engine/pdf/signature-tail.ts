import { Failure } from '../../shared/contract/failure.ts'
import type { ByteSink, Bytes } from '../ports.ts'
import { latin1Bytes } from './byte-stream.ts'
import type { PdfWriter } from './pdf-writer.ts'

/** What the last object and the end of a signed file are made of. */
export interface SignatureTail {
  /** Object number of the signature dictionary. */
  readonly number: number
  /** Its entries but /ByteRange and /Contents. */
  readonly entries: string
  readonly trailer: string
  /** Bytes of DER that /Contents has room for. */
  readonly reserve: number
  /** Called with the bytes of the range, in order, before `sign`. */
  hash(bytes: Uint8Array): void
  sign(): Promise<Bytes>
}

export type ByteRange = readonly [number, number, number, number]

/**
 * Writes the signature dictionary as the last object (ISO 32000-1, 12.8.1). What follows it is composed first, so
 * its length and with it the byte range are known before anything is hashed: no placeholder, no seek.
 * Throws Failure signing.reserve when the signature is longer than its reserve.
 */
export async function writeSignatureTail(
  writer: PdfWriter,
  sink: ByteSink,
  observe: (bytes: Uint8Array) => void,
  tail: SignatureTail,
): Promise<ByteRange> {
  await writer.commit()
  const start = writer.placeLast(tail.number)
  const digits = 10
  const head = `${tail.number} 0 obj\n<<${tail.entries}/ByteRange [0 `
  const gapStart = start + head.length + 3 * digits + 2 + ']/Contents '.length
  const gapEnd = gapStart + 2 * tail.reserve + 2
  const close = '>>\nendobj\n'
  const after = close + writer.crossReference(gapEnd + close.length, tail.trailer)
  const range = [gapStart, gapEnd, after.length].map((value) => String(value).padEnd(digits)).join(' ')
  const before = latin1Bytes(`${head}${range}]/Contents `)
  const rest = latin1Bytes(after)
  tail.hash(before)
  tail.hash(rest)
  const signature = await tail.sign()
  if (signature.length > tail.reserve) {
    throw new Failure('signing.reserve', { actual: signature.length, reserve: tail.reserve })
  }
  const chunks = [before, contentsString(signature, tail.reserve), rest]
  for (const chunk of chunks) observe(chunk)
  await sink.write(chunks)
  writer.advance(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  return [0, gapStart, gapEnd, after.length]
}

function contentsString(signature: Uint8Array, reserve: number): Bytes {
  const hexDigits = '0123456789abcdef'
  const bytes = new Uint8Array(2 * reserve + 2).fill(0x30)
  bytes[0] = 0x3c
  bytes[bytes.length - 1] = 0x3e
  let at = 1
  for (const byte of signature) {
    bytes[at++] = hexDigits.charCodeAt(byte >> 4)
    bytes[at++] = hexDigits.charCodeAt(byte & 15)
  }
  return bytes
}
