import { PDFArray, PDFName, PDFNumber } from 'pdf-lib'
import type { PDFContext, PDFObject } from 'pdf-lib'
import type { SourcePage } from './page-tree.ts'

/** Lower left and upper right corner: x0 ≤ x1, y0 ≤ y1. */
export type Box = readonly [number, number, number, number]

/** How a page is shown: what part of it, which way up, and how large a unit of it is. */
export interface PageGeometry {
  readonly mediaBox: Box
  /** Absent when the page has none, or none that shares area with the media box. */
  readonly cropBox: Box | undefined
  /** What a reader shows: the crop box as far as it lies in the media box. */
  readonly visible: Box
  readonly rotate: 0 | 90 | 180 | 270
  /** Points per unit of user space. */
  readonly userUnit: number
}

const name = {
  mediaBox: PDFName.of('MediaBox'),
  cropBox: PDFName.of('CropBox'),
  rotate: PDFName.of('Rotate'),
  userUnit: PDFName.of('UserUnit'),
}
/** What readers fall back to when a page says nothing about its size. */
const letter: Box = [0, 0, 612, 792]
const quarterTurns = [0, 90, 180, 270] as const

/** Reads the boxes and the rotation of a page (ISO 32000-1, 14.11.2), mending what readers mend. */
export function pageGeometry(context: PDFContext, page: SourcePage): PageGeometry {
  const mediaBox = box(context, page.attributes.get(name.mediaBox)) ?? letter
  const cropBox = box(context, page.attributes.get(name.cropBox))
  const shared = cropBox && intersection(cropBox, mediaBox)
  const rotate = number(context, page.attributes.get(name.rotate)) ?? 0
  const userUnit = number(context, page.dict.get(name.userUnit)) ?? 1
  return {
    mediaBox,
    cropBox: shared && cropBox,
    visible: shared ?? mediaBox,
    rotate: rotate % 90 === 0 ? (quarterTurns[(((rotate / 90) % 4) + 4) % 4] ?? 0) : 0,
    userUnit: userUnit > 0 ? userUnit : 1,
  }
}

function box(context: PDFContext, object: PDFObject | undefined): Box | undefined {
  const array = context.lookup(object)
  if (!(array instanceof PDFArray) || array.size() < 4) return undefined
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => number(context, array.get(index)))
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  const corners: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  return hasArea(corners) ? corners : undefined
}

function intersection(one: Box, other: Box): Box | undefined {
  const shared: Box = [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
  return hasArea(shared) ? shared : undefined
}

function hasArea([x0, y0, x1, y1]: Box): boolean {
  return x1 - x0 > 0 && y1 - y0 > 0
}

function number(context: PDFContext, object: PDFObject | undefined): number | undefined {
  const value = context.lookup(object)
  return value instanceof PDFNumber ? value.asNumber() : undefined
}
