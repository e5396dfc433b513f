import { PDFArray, PDFName, PDFObjectStreamParser, PDFRawStream, PDFXRefStreamParser } from 'pdf-lib'
import type { PDFContext } from 'pdf-lib'
import { BeyondLimit } from './pdf-syntax-error.ts'
import { decodeStream } from './stream-decoding.ts'

/** What the object streams of one file may come to when pdf-lib reads it whole. */
export const mostStructureBytes = 96 * 1024 * 1024

const filter = PDFName.of('Filter')
const parameters = PDFName.of('DecodeParms')
const index = PDFName.of('Index')

const used = new WeakMap<PDFContext, number>()
let bounded = false

/**
 * Has pdf-lib's full parser read object streams decoded by our decoders, with their limits, instead of its own, and
 * skip the rows of cross-reference streams, which it reads only to forget them. How a stream is disguised does not
 * matter: this is where pdf-lib itself has already taken it for one. A stream beyond the limit becomes an invalid
 * object, and `ranOverBound` tells. The pinned pdf-lib has no option for it; tests fail when its parsers change.
 */
export function boundObjectStreams(): void {
  if (bounded) return
  bounded = true
  const objectStream = PDFObjectStreamParser.forStream
  PDFObjectStreamParser.forStream = (stream, shouldWaitForTick) => {
    return objectStream(decoded(stream), shouldWaitForTick)
  }
  const crossReferenceStream = PDFXRefStreamParser.forStream
  PDFXRefStreamParser.forStream = (stream) => crossReferenceStream(withoutRows(stream))
}

/** Whether the object streams of a file that was read whole came to more than the limit. */
export function ranOverBound(context: PDFContext): boolean {
  return (used.get(context) ?? 0) > mostStructureBytes
}

function decoded(stream: PDFRawStream): PDFRawStream {
  const { context } = stream.dict
  const before = used.get(context) ?? 0
  try {
    const data = decodeStream(stream, Math.max(0, mostStructureBytes - before), 'kept')
    used.set(context, before + data.length)
    return PDFRawStream.of(withoutFilters(stream), data)
  } catch (error) {
    if (error instanceof BeyondLimit) used.set(context, Number.POSITIVE_INFINITY)
    throw error
  }
}

function withoutRows(stream: PDFRawStream): PDFRawStream {
  const dict = withoutFilters(stream)
  dict.set(index, PDFArray.withContext(dict.context))
  return PDFRawStream.of(dict, new Uint8Array(0))
}

function withoutFilters(stream: PDFRawStream): PDFRawStream['dict'] {
  const dict = stream.dict.clone()
  dict.delete(filter)
  dict.delete(parameters)
  return dict
}
