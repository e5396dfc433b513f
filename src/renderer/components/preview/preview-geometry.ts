export type Rotation = 0 | 90 | 180 | 270

/** How large pages are shown: fitted, or at a factor where 1 is the size on paper. */
export type Zoom =
  | { readonly kind: 'width' }
  | { readonly kind: 'page' }
  | { readonly kind: 'factor'; readonly factor: number }

export interface Size {
  readonly width: number
  readonly height: number
}

/** CSS pixels to a unit of the page at 100 %: a point on paper, or a pixel of a picture. */
export const unitPixels = { point: 96 / 72, pixel: 1 } as const
export const pageGap = 12
const smallest = 0.1
const largest = 8
/** Above it a page is drawn coarser and stretched: one bitmap stays under 64 MiB. */
const mostPixels = 16_000_000
const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 6, 8]

/** A page's size as it stands when turned. */
export function turned(size: Size, rotation: Rotation): Size {
  return rotation % 180 === 0 ? size : { width: size.height, height: size.width }
}

/** CSS pixels per unit that a zoom means for a page (turned, in units) in a room (CSS pixels). */
export function scaleOf(zoom: Zoom, page: Size, room: Size, unit: number): number {
  const width = Math.max(40, room.width - 2 * pageGap) / page.width
  const height = Math.max(40, room.height - 2 * pageGap) / page.height
  const fitted = zoom.kind !== 'factor'
  const scale =
    zoom.kind === 'width' ? width : zoom.kind === 'page' ? Math.min(width, height) : zoom.factor * unit
  return Math.min(largest * unit, Math.max(fitted ? 0.001 : smallest * unit, scale))
}

/** The next larger or smaller usual factor. */
export function nextFactor(factor: number, direction: 1 | -1): number {
  const near = 0.005
  return direction === 1
    ? (steps.find((step) => step > factor + near) ?? largest)
    : (steps.findLast((step) => step < factor - near) ?? smallest)
}

/** A factor changed by turning the wheel; `delta` in CSS pixels, upwards negative. */
export function wheelFactor(factor: number, delta: number): number {
  return Math.min(largest, Math.max(smallest, factor * Math.exp(-delta / 400)))
}

/** Device pixels per unit to draw a page with. */
export function drawScale(scale: number, pixelRatio: number, page: Size): number {
  const wanted = scale * pixelRatio
  const pixels = page.width * wanted * page.height * wanted
  return pixels > mostPixels ? wanted * Math.sqrt(mostPixels / pixels) : wanted
}

/** A quarter turn further. */
export function quarterTurn(rotation: Rotation, direction: 1 | -1): Rotation {
  return ((rotation + direction * 90 + 360) % 360) as Rotation
}

/** The page number a person typed, from 1; undefined when there is no such page. */
export function typedPage(text: string, pageCount: number): number | undefined {
  const page = Number(text.trim())
  return /^\s*\d+\s*$/.test(text) && page >= 1 && page <= pageCount ? page : undefined
}
