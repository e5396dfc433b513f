import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { PDFObject, PDFRawStream } from 'pdf-lib'
import { decodeAscii85, decodeAsciiHex, decodeLzw, decodeRunLength } from './bounded-filters.ts'
import { inflateZlib } from './inflate.ts'
import type { DamagedData } from './inflate.ts'
import { refuse } from './pdf-syntax-error.ts'
import { unpredict } from './predictor.ts'

/** One filter with its parameters. Throws PdfSyntaxError beyond the limit. */
type Layer = (
  data: Uint8Array,
  limit: number,
  parameters: PDFObject | undefined,
  damaged: DamagedData,
) => Uint8Array

const layers = new Map<PDFName, Layer>([
  [
    PDFName.of('FlateDecode'),
    (data, limit, parameters, damaged) => unpredictFrom(inflateZlib(data, limit, damaged), parameters),
  ],
  [
    PDFName.of('LZWDecode'),
    (data, limit, parameters) => {
      const decoded = decodeLzw(data, limit, numberOf(parameters, 'EarlyChange', 1))
      return unpredictFrom(decoded, parameters)
    },
  ],
  [PDFName.of('ASCII85Decode'), decodeAscii85],
  [PDFName.of('ASCIIHexDecode'), decodeAsciiHex],
  [PDFName.of('RunLengthDecode'), decodeRunLength],
])
/** No writer stacks more; each could swell anew. */
const mostLayers = 4

/**
 * The decoded content of a stream. pdf-lib's own decoders have no limit and ignore predictors, so all are ours: no
 * filter, not even one below others, yields more than `limit` bytes. Throws PdfSyntaxError for image filters, bad
 * data (unless what was read of it is to be kept) and more than `limit` bytes.
 */
export function decodeStream(
  stream: PDFRawStream,
  limit: number,
  damaged: DamagedData = 'refused',
): Uint8Array {
  const { dict } = stream
  const filters = list(dict.lookup(PDFName.of('Filter')), mostLayers)
  const parameters = list(dict.lookup(PDFName.of('DecodeParms')), mostLayers)
  let data: Uint8Array = stream.getContents()
  filters.forEach((filter, index) => {
    const layer = filter instanceof PDFName ? layers.get(filter) : undefined
    if (layer === undefined) return refuse('the filter of a stream is not one we decode')
    data = layer(data, limit, parameters[index], damaged)
  })
  return data
}

function list(value: PDFObject | undefined, most: number): (PDFObject | undefined)[] {
  if (value === undefined) return []
  if (!(value instanceof PDFArray)) return [value]
  if (value.size() > most) refuse('too many filters')
  return Array.from({ length: value.size() }, (_, index) => value.lookup(index))
}

function numberOf(parameters: PDFObject | undefined, key: string, fallback: number): number {
  const value = parameters instanceof PDFDict ? parameters.lookup(PDFName.of(key)) : undefined
  return value instanceof PDFNumber ? value.asNumber() : fallback
}

function unpredictFrom(data: Uint8Array, parameters: PDFObject | undefined): Uint8Array {
  if (!(parameters instanceof PDFDict)) return data
  return unpredict(data, {
    predictor: numberOf(parameters, 'Predictor', 1),
    colors: numberOf(parameters, 'Colors', 1),
    bitsPerComponent: numberOf(parameters, 'BitsPerComponent', 8),
    columns: numberOf(parameters, 'Columns', 1),
  })
}
