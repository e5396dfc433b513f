import type { Box, PageGeometry } from './page-geometry.ts'
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

/** Where the stamp stands on ordinary pages, in points of the upright page as the reader sees it. */
/** Where the stamp stands on an ordinary page, in points from the right and bottom edges of the upright view. */
export const stampPlace = { fontSize: 9, rightMargin: 28, baseline: 20 } as const

const { fontSize, rightMargin, baseline } = stampPlace
const ascent = 0.88
const descent = 0.22
const bleed = 0.5
/** Upright pages below these, in points, get a strip of their own for the stamp: it would hide too much of them. */
const smallHeight = 400
const smallWidth = 240
const strip = { height: 24, baseline: 8.5, margin: 4 }
/** Readers paint whole pixels, and so a little more than the page. */
const beyond = 4

/** The upright page in points, and how its coordinates become those of user space. */
interface UprightPage {
  readonly width: number
  readonly height: number
  readonly matrix: readonly number[]
}

/**
 * The page as it has to be for its stamp: small pages grow by a strip at the lower side of the upright page, and to
 * the right as far as the stamp is wider than they are. Their content stays where it is.
 */
export function roomForStamp(geometry: PageGeometry, text: EncodedText): PageGeometry {
  const { width, height, matrix } = upright(geometry)
  if (text.hex === '' || !isSmall(geometry)) return geometry
  const grown = Math.max(width, text.width * fontSize + 2 * strip.margin)
  const visible = transformed([0, -strip.height, grown, strip.height + height], matrix)
  const { mediaBox, cropBox } = geometry
  if (cropBox === undefined) return { ...geometry, mediaBox: visible, visible }
  return { ...geometry, mediaBox: union(mediaBox, visible), cropBox: visible, visible }
}

/**
 * A line at the bottom right of the upright page, on a white backing no larger than itself; on a small page in the
 * strip that `roomForStamp` adds, which is white all over, for what was cut off must not come into view. Its content
 * expects the initial graphics state of the page. `geometry` is that of the source.
 */
export function pageStamp(geometry: PageGeometry, text: EncodedText, fontName: string): PageStamp {
  const { width, height, matrix } = upright(geometry)
  const length = text.width * fontSize
  const small = isSmall(geometry)
  const grown = small ? Math.max(width, length + 2 * strip.margin) : width
  const right = Math.min(rightMargin, Math.max(strip.margin, grown - length - strip.margin))
  const size = Math.min(fontSize, (grown - 2 * strip.margin) / Math.max(text.width, 0.01))
  const x = Math.max(strip.margin, grown - right - length)
  const y = small ? strip.baseline - strip.height : baseline
  const shown = text.width * size
  const line = [x - bleed, y - descent * size, shown + 2 * bleed, (ascent + descent) * size] as const
  const white = small
    ? [
        [-beyond, -strip.height - beyond, grown + 2 * beyond, strip.height + beyond],
        ...(grown > width ? [[width, 0, grown - width + beyond, height + beyond]] : []),
      ]
    : [line]
  const backing = white.map((area) => `${area.map(real).join(' ')} re`).join(' ')
  const content =
    `q ${matrix.map(real).join(' ')} cm 1 g ${backing} f ` +
    `0 g BT /${fontName} ${real(size)} Tf ${real(x)} ${real(y)} Td <${text.hex}> Tj ET Q`
  return { content, rect: transformed(line, matrix) }
}

function isSmall(geometry: PageGeometry): boolean {
  const { width, height } = upright(geometry)
  return width < smallWidth || height < smallHeight
}

function upright({ visible, rotate, userUnit }: PageGeometry): UprightPage {
  const [x0, y0, x1, y1] = visible
  const turned = rotate === 90 || rotate === 270
  const scale = 1 / userUnit
  const matrix = {
    0: [scale, 0, 0, scale, x0, y0],
    90: [0, scale, -scale, 0, x1, y0],
    180: [-scale, 0, 0, -scale, x1, y1],
    270: [0, -scale, scale, 0, x0, y1],
  }[rotate]
  return {
    width: (turned ? y1 - y0 : x1 - x0) * userUnit,
    height: (turned ? x1 - x0 : y1 - y0) * userUnit,
    matrix,
  }
}

function union(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

function transformed(
  [x, y, width, height]: readonly [number, number, number, number],
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): Box {
  const corner = (u: number, v: number): [number, number] => [a * u + c * v + e, b * u + d * v + f]
  const [left, low] = corner(x, y)
  const [right, high] = corner(x + width, y + height)
  return [Math.min(left, right), Math.min(low, high), Math.max(left, right), Math.max(low, high)]
}
