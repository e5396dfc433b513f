import type { PageGeometry } from './page-geometry.ts'
import { real } from './pdf-text.ts'

/** A text as a font of the generated document shows it. */
export interface EncodedText {
  readonly hex: string
  /** Width at font size 1. */
  readonly width: number
}

/** A stamp on a page: its content, and the rectangle in user space that it covers. */
export interface PageStamp {
  readonly content: string
  readonly rect: readonly [number, number, number, number]
}

/** Where the stamp stands, in points of the upright page as the reader sees it. */
const fontSize = 9
const rightMargin = 28
const baseline = 20
/** Room kept to the edge of pages that are too small for these. */
const leastMargin = 2
const ascent = 0.9
const descent = 0.25

/**
 * A line at the bottom right of the upright page, on a thin white backing; smaller on tiny pages, never outside
 * what is visible. Its content expects the initial graphics state of the page.
 */
export function pageStamp(geometry: PageGeometry, text: EncodedText, fontName: string): PageStamp {
  const { visible, rotate, userUnit } = geometry
  const [x0, y0, x1, y1] = visible
  const turned = rotate === 90 || rotate === 270
  const width = (turned ? y1 - y0 : x1 - x0) * userUnit
  const height = (turned ? x1 - x0 : y1 - y0) * userUnit
  const margin = Math.min(leastMargin, width / 20, height / 20)
  const size = Math.min(
    fontSize,
    (width - 2 * margin) / Math.max(text.width, 0.01),
    (height - 2 * margin) / (ascent + descent),
  )
  const length = text.width * size
  const right = Math.min(rightMargin, Math.max(margin, width - margin - length))
  const x = width - right - length
  const y = Math.min(baseline, height - margin - ascent * size)
  const scale = 1 / userUnit
  const matrix = {
    0: [scale, 0, 0, scale, x0, y0],
    90: [0, scale, -scale, 0, x1, y0],
    180: [-scale, 0, 0, -scale, x1, y1],
    270: [0, -scale, scale, 0, x0, y1],
  }[rotate]
  const bleed = Math.min(1.5, margin)
  const backing = [x - bleed, y - descent * size, length + 2 * bleed, (ascent + descent) * size] as const
  const content =
    `q ${matrix.map(real).join(' ')} cm 1 g ${backing.map(real).join(' ')} re f ` +
    `0 g BT /${fontName} ${real(size)} Tf ${real(x)} ${real(y)} Td <${text.hex}> Tj ET Q`
  return { content, rect: transformed(backing, matrix) }
}

function transformed(
  [x, y, width, height]: readonly [number, number, number, number],
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): [number, number, number, number] {
  const corner = (u: number, v: number): [number, number] => [a * u + c * v + e, b * u + d * v + f]
  const [left, low] = corner(x, y)
  const [right, high] = corner(x + width, y + height)
  return [Math.min(left, right), Math.min(low, high), Math.max(left, right), Math.max(low, high)]
}
