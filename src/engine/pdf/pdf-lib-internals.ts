import type { PDFArray, PDFContext, PDFDict, PDFName, PDFObject, PDFRef } from 'pdf-lib'

/*
 * The only places where private fields of the pinned pdf-lib are read: its public accessors copy every entry,
 * which costs a fifth of the assembly time. `tests/engine/pdf/pdf-lib-internals.test.ts` fails when they move.
 */

/** The entries of a dictionary, not a copy of them. */
export function entriesOf(dict: PDFDict): ReadonlyMap<PDFName, PDFObject> {
  return (dict as unknown as { dict: ReadonlyMap<PDFName, PDFObject> }).dict
}

/** The elements of an array, not a copy of them. */
export function elementsOf(array: PDFArray): readonly PDFObject[] {
  return (array as unknown as { array: readonly PDFObject[] }).array
}

/** Lets a context find its indirect objects through a map of our own, which may read them on demand. */
export function replaceIndirectObjects(context: PDFContext, objects: Map<PDFRef, PDFObject>): void {
  ;(context as unknown as { indirectObjects: Map<PDFRef, PDFObject> }).indirectObjects = objects
}
