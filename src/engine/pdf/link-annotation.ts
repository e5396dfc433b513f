import type { ObjectWriter } from './object-writer.ts'
import { realArray } from './pdf-text.ts'

/** Writes a link without border to the whole of a page and returns its reference (ISO 32000-1, 12.5.6.5). */
export function linkAnnotation(
  writer: ObjectWriter,
  page: number,
  rect: readonly [number, number, number, number],
  target: number,
): string {
  const number = writer.allocate()
  writer.object(
    number,
    `<</Type/Annot/Subtype/Link/F 4/P ${page} 0 R/Rect${realArray(rect)}/Border[0 0 0]/Dest[${target} 0 R/Fit]>>`,
  )
  return `${number} 0 R`
}
