import { PDFArray, PDFDict, PDFName, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFObject } from 'pdf-lib'
import { elementsOf } from './pdf-lib-internals.ts'

/** The fields of a form that may be listed in the bundle. */
export interface FormTrees {
  readonly roots: readonly PDFObject[]
  /** Fields that stand at the top, but in no tree; their widgets stay on their pages, with their appearance. */
  readonly dropped: number
}

const key = { fields: PDFName.of('Fields'), kids: PDFName.of('Kids'), parent: PDFName.of('Parent') }
/** No form in earnest nests its fields deeper, and readers walk them by recursion. */
const deepestField = 32
const mostIndirections = 8

/**
 * The fields at the top of an interactive form, each with a tree of its own below. A field that is reached twice makes
 * readers walk 2^n paths, a circular one for ever: such a form would take the whole bundle down with it.
 */
export function formTrees(context: PDFContext, form: PDFDict): FormTrees {
  const listed = rootFields(context, form)
  const below = fieldsBelow(context, listed)
  const seen = new Set<PDFDict>()
  const accepted = new Set<PDFObject | undefined>()
  const roots = listed.filter((root) => {
    if (below.has(resolved(context, root))) return false
    const fields = treeBelow(context, root, seen)
    for (const field of fields ?? []) accepted.add(field)
    return fields !== undefined
  })
  const dropped = listed.filter((root) => {
    const field = resolved(context, root)
    return field instanceof PDFDict && !accepted.has(field)
  })
  return { roots, dropped: dropped.length }
}

/** Broken forms list widgets beside their field; the field above them all is the one that counts. */
function rootFields(context: PDFContext, form: PDFDict): PDFObject[] {
  const listed = form.lookup(key.fields)
  if (!(listed instanceof PDFArray)) return []
  const roots = new Set<PDFObject>()
  for (const entry of elementsOf(listed)) {
    let root = entry
    for (let depth = 0; depth < deepestField; depth++) {
      const dict = context.lookup(root)
      const parent = dict instanceof PDFDict ? dict.get(key.parent) : undefined
      if (!(parent instanceof PDFRef) || !(context.lookup(parent) instanceof PDFDict)) break
      root = parent
    }
    roots.add(root)
  }
  return [...roots]
}

/** Every field that another one has among its kids. */
function fieldsBelow(context: PDFContext, roots: readonly PDFObject[]): Set<PDFObject | undefined> {
  const below = new Set<PDFObject | undefined>()
  const waiting = [...roots]
  const entered = new Set<PDFObject | undefined>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const field = resolved(context, next)
    if (entered.has(field)) continue
    entered.add(field)
    for (const kid of kidsOf(field)) {
      below.add(resolved(context, kid))
      waiting.push(kid)
    }
  }
  return below
}

/** The fields of a tree, or undefined where it is none, or shares a field with what was seen before. */
function treeBelow(context: PDFContext, root: PDFObject, seen: Set<PDFDict>): PDFDict[] | undefined {
  const fields: PDFDict[] = []
  const waiting: { object: PDFObject; depth: number }[] = [{ object: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const field = resolved(context, next.object)
    if (field instanceof PDFRef) return undefined
    if (!(field instanceof PDFDict)) continue
    if (seen.has(field) || next.depth > deepestField) return undefined
    seen.add(field)
    fields.push(field)
    for (const kid of kidsOf(field)) waiting.push({ object: kid, depth: next.depth + 1 })
  }
  return fields
}

function kidsOf(field: PDFObject | undefined): readonly PDFObject[] {
  const kids = field instanceof PDFDict ? field.lookup(key.kids) : undefined
  return kids instanceof PDFArray ? elementsOf(kids) : []
}

/** An indirect object may itself be a reference; two of them may hide one and the same field. */
function resolved(context: PDFContext, object: PDFObject): PDFObject | undefined {
  let value: PDFObject | undefined = object
  for (let step = 0; step < mostIndirections && value instanceof PDFRef; step++) value = context.lookup(value)
  return value
}
