import type { TextLine } from './line-breaking.ts'
import type { StructureElement } from './structure.ts'

/** Points per millimetre. */
export const mm = 72 / 25.4

/** A4 portrait with a binding margin; the corners above stay free for the office, the strip below for the stamp. */
export const a4 = {
  width: 210 * mm,
  height: 297 * mm,
  left: 27 * mm,
  right: 17 * mm,
  top: 22 * mm,
  bottom: 19 * mm,
  /** Nothing is printed within `depth` of the top edge and `width` of either side edge. */
  corner: { width: 45 * mm, depth: 15 * mm },
  stampStrip: 15 * mm,
} as const

/** Width of the text block in points. */
export const textWidth = a4.width - a4.left - a4.right

/** Where a link leads: resolved to a page when the whole bundle is numbered. */
export type LinkTarget = string

/** Element of the structure tree a mark belongs to; null for an artifact (rule, running head, watermark). */
export type Owner = StructureElement | null

/** One thing drawn on a page. Coordinates in points from the lower left corner. */
export type Mark =
  | {
      readonly kind: 'line'
      readonly line: TextLine
      readonly x: number
      readonly baseline: number
      readonly owner: Owner
      readonly grey: number
    }
  | {
      readonly kind: 'rule'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly width: number
      readonly grey: number
      readonly dash?: readonly number[]
    }
  | {
      readonly kind: 'fill'
      readonly rect: Rect
      readonly grey: number
    }

/** x0, y0, x1, y1 in points. */
export type Rect = readonly [number, number, number, number]

/** One page as a list of marks, before it becomes PDF. */
export interface LaidOutPage {
  readonly marks: readonly Mark[]
  readonly links: readonly { readonly rect: Rect; readonly target: LinkTarget }[]
}
