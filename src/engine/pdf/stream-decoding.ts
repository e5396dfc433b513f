import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { PDFObject, PDFRawStream } from 'pdf-lib'
import { inflateZlib } from './inflate.ts'
import { refuse } from './pdf-syntax-error.ts'
import { unpredict } from './predictor.ts'

const flate = PDFName.of('FlateDecode')
const lossless = new Set([
  flate,
  PDFName.of('LZWDecode'),
  PDFName.of('ASCII85Decode'),
  PDFName.of('ASCIIHexDecode'),
  PDFName.of('RunLengthDecode'),
])

/**
 * The decoded content of a stream. pdf-lib's own decoder has no limit and ignores predictors, so Flate is ours.
 * Throws PdfSyntaxError for image filters, bad data and more than `limit` bytes.
 */
export function decodeStream(stream: PDFRawStream, limit: number): Uint8Array {
  const { dict } = stream
  const filters = list(dict.lookup(PDFName.of('Filter')))
  const parameters = list(dict.lookup(PDFName.of('DecodeParms')))
  if (filters.length === 0) return stream.getContents()
  if (filters.length === 1 && filters[0] === flate) {
    return unpredictFrom(inflateZlib(stream.getContents(), limit), parameters[0])
  }
  for (const filter of filters) {
    if (!(filter instanceof PDFName) || !lossless.has(filter))
      refuse('the filter of a stream is not one we decode')
  }
  // LZW and run lengths swell a few hundred times at most, but several filters multiply.
  if (stream.getContents().length * 400 ** filters.length > limit * 400)
    refuse('a stream is too large to decode')
  const decoded = decodePDFRawStream(stream).decode()
  if (decoded.length > limit) refuse('a stream swells beyond its limit')
  return unpredictFrom(decoded, parameters[filters.length - 1])
}

function list(value: PDFObject | undefined): (PDFObject | undefined)[] {
  if (value === undefined) return []
  if (!(value instanceof PDFArray)) return [value]
  return Array.from({ length: value.size() }, (_, index) => value.lookup(index))
}

function unpredictFrom(data: Uint8Array, parameters: PDFObject | undefined): Uint8Array {
  if (!(parameters instanceof PDFDict)) return data
  const number = (key: string, fallback: number): number => {
    const value = parameters.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : fallback
  }
  return unpredict(data, {
    predictor: number('Predictor', 1),
    colors: number('Colors', 1),
    bitsPerComponent: number('BitsPerComponent', 8),
    columns: number('Columns', 1),
  })
}
