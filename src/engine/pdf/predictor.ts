import { refuse } from './pdf-syntax-error.ts'

/** How rows were prepared before compression (ISO 32000-1, 7.4.4.4). */
export interface PredictorParameters {
  readonly predictor: number
  readonly colors: number
  readonly bitsPerComponent: number
  readonly columns: number
}

/** Undoes a TIFF (2) or PNG (10 to 15) predictor. A last row that is cut short is kept as far as it goes. */
export function unpredict(data: Uint8Array, parameters: PredictorParameters): Uint8Array {
  const { predictor, colors, bitsPerComponent, columns } = parameters
  if (predictor === 1) return data
  const pixelBits = colors * bitsPerComponent
  const rowBytes = Math.ceil((pixelBits * columns) / 8)
  if (!(pixelBits >= 1 && pixelBits <= 512 && rowBytes >= 1 && rowBytes <= 2 ** 28)) refuse('bad predictor')
  const pixelBytes = Math.max(1, pixelBits >> 3)
  if (predictor >= 10) return unfilterRows(data, rowBytes, pixelBytes)
  if (predictor !== 2 || bitsPerComponent !== 8) return refuse('unknown predictor')
  const result = data.slice()
  for (let start = 0; start < result.length; start += rowBytes) {
    const end = Math.min(start + rowBytes, result.length)
    for (let index = start + pixelBytes; index < end; index++) {
      result[index] = at(result, index) + at(result, index - pixelBytes)
    }
  }
  return result
}

/** Undoes PNG row filters (PNG, clause 9): every row is one filter byte and `rowBytes` bytes. */
export function unfilterRows(
  data: Uint8Array,
  rowBytes: number,
  pixelBytes: number,
): Uint8Array<ArrayBuffer> {
  const rows = Math.ceil(data.length / (rowBytes + 1))
  const result = new Uint8Array(Math.max(0, data.length - rows))
  const none = new Uint8Array(rowBytes)
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1)
    const to = row * rowBytes
    const above = row === 0 ? none : result.subarray(to - rowBytes, to)
    const current = result.subarray(to, to + rowBytes)
    current.set(data.subarray(from + 1, from + 1 + current.length))
    unfilterRow(current, above, at(data, from), pixelBytes)
  }
  return result
}

/** Undoes the filter of one row in place; `above` is the row before it, of zeros for the first. */
export function unfilterRow(row: Uint8Array, above: Uint8Array, filter: number, pixelBytes: number): void {
  const length = row.length
  switch (filter) {
    case 0:
      return
    case 1:
      for (let i = pixelBytes; i < length; i++) row[i] = at(row, i) + at(row, i - pixelBytes)
      return
    case 2:
      for (let i = 0; i < length; i++) row[i] = at(row, i) + at(above, i)
      return
    case 3:
      for (let i = 0; i < length; i++) {
        const left = i < pixelBytes ? 0 : at(row, i - pixelBytes)
        row[i] = at(row, i) + ((left + at(above, i)) >> 1)
      }
      return
    case 4:
      for (let i = 0; i < length; i++) {
        const left = i < pixelBytes ? 0 : at(row, i - pixelBytes)
        const corner = i < pixelBytes ? 0 : at(above, i - pixelBytes)
        row[i] = at(row, i) + paeth(left, at(above, i), corner)
      }
      return
    default:
      refuse('unknown row filter')
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const toLeft = Math.abs(estimate - left)
  const toAbove = Math.abs(estimate - above)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}
