import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { fieldsWithoutLooks, normalAppearance } from './fields-without-looks.ts'
import { formTrees } from './form-tree.ts'
import type { ObjectCopier } from './object-copier.ts'
import type { ObjectWriter } from './object-writer.ts'
import { elementsOf, entriesOf } from './pdf-lib-internals.ts'
import { hexText } from './pdf-text.ts'

/** What one source adds to the interactive form of the bundle. */
export interface FormShare {
  /** Number of the field that holds all fields of the source, if it has any. */
  readonly field: number | undefined
  /** Category of resources, then name, then value, all in PDF syntax. */
  readonly resources: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const key = {
  acroForm: PDFName.of('AcroForm'),
  da: PDFName.of('DA'),
  dr: PDFName.of('DR'),
  font: PDFName.of('Font'),
  ft: PDFName.of('FT'),
  kids: PDFName.of('Kids'),
  parent: PDFName.of('Parent'),
  q: PDFName.of('Q'),
  v: PDFName.of('V'),
  xfa: PDFName.of('XFA'),
}
const ofSignatureFields: ReadonlySet<PDFName> = new Set(
  ['Subtype', 'FT', 'T', 'TU', 'TM', 'Ff', 'Kids', 'Parent', 'Lock', 'SV', 'MK', 'DA'].map((name) =>
    PDFName.of(name),
  ),
)
const withoutParent: ReadonlySet<PDFName> = new Set([key.parent])
const withoutKids: ReadonlySet<PDFName> = new Set([key.kids])

/**
 * Copies the interactive form of a source (ISO 32000-1, 12.7.2) below one field named after it, so that names of
 * two sources cannot clash. A font name that another source has taken is changed, in /DR and in every /DA.
 * /NeedAppearances is not taken: it would change the looks of the other sources, and of the signature.
 */
export function copyForm(
  copier: ObjectCopier,
  label: string,
  takenFonts: ReadonlySet<string>,
): FormShare | undefined {
  const { source, writer, observations } = copier
  const form = source.catalog.lookup(key.acroForm)
  if (!(form instanceof PDFDict)) return undefined
  if (form.has(key.xfa)) observations.xfa = true
  const ref = source.catalog.get(key.acroForm)
  if (ref instanceof PDFRef) copier.enter(ref.objectNumber)
  // Free text annotations use these fonts even where there is no field.
  const resources = copyResources(copier, form.lookup(key.dr), label, takenFonts)
  observations.fieldsWithoutLooks += fieldsWithoutLooks(source)
  const { roots, dropped } = formTrees(source.context, form)
  observations.droppedFields += dropped
  if (roots.length === 0) return { field: undefined, resources }
  const field = writer.allocate()
  const kids: string[] = []
  for (const root of roots) {
    if (turnedToStamp(copier, root)) continue
    const reference = root instanceof PDFRef ? copier.reference(root) : copier.value(root)
    if (reference === 'null') continue
    turnSignaturesBelow(copier, root)
    if (root instanceof PDFRef) {
      copier.amend(copier.numberOf(root), { without: withoutParent, entries: `/Parent ${field} 0 R` })
      kids.push(reference)
    } else if (root instanceof PDFDict) {
      const number = writer.allocate()
      writer.object(number, `<<${copier.entries(root, withoutParent)}/Parent ${field} 0 R>>`)
      kids.push(`${number} 0 R`)
    }
  }
  if (kids.length === 0) return { field: undefined, resources }
  writer.object(
    field,
    `<</T ${hexText(label)}${copier.entries(onlyThese(form, [key.da, key.q]))}/Kids[${kids.join(' ')}]>>`,
  )
  return { field, resources }
}

/** The interactive form of the bundle, from the shares of its sources and the signature field. */
export function writeForm(
  writer: ObjectWriter,
  number: number,
  shares: readonly FormShare[],
  signatureField: number | undefined,
): void {
  const fields = [...shares.map((share) => share.field), signatureField].filter(
    (field) => field !== undefined,
  )
  const categories = new Map<string, Map<string, string>>()
  for (const share of shares) {
    for (const [category, entries] of share.resources) {
      const merged = categories.get(category) ?? new Map<string, string>()
      categories.set(category, merged)
      for (const [name, value] of entries) if (!merged.has(name)) merged.set(name, value)
    }
  }
  const resources = [...categories]
    .map(
      ([category, entries]) =>
        `${category}<<${[...entries].map(([name, value]) => `${name} ${value}`).join('')}>>`,
    )
    .join('')
  writer.object(
    number,
    `<</Fields[${fields.map((field) => `${field} 0 R`).join(' ')}]` +
      `${signatureField === undefined ? '' : '/SigFlags 3'}` +
      `${resources === '' ? '' : `/DR<<${resources}>>`}>>`,
  )
}

/**
 * A signature field would show up in the bundle as one that waits to be signed. What is left of it is its looks:
 * its widgets become stamps (ISO 32000-1, 12.5.6.12), which no reader offers to sign. A widget that shows nothing goes:
 * for a stamp without appearance readers draw a word of their own, such as "Draft".
 */
function turnedToStamp(copier: ObjectCopier, root: PDFObject): boolean {
  const { context } = copier.source
  const field = context.lookup(root)
  if (!(field instanceof PDFDict) || field.lookup(key.ft) !== PDFName.of('Sig')) return false
  const kids = field.lookup(key.kids)
  const widgets = kids instanceof PDFArray ? elementsOf(kids) : [root]
  for (const widget of widgets) {
    if (!(widget instanceof PDFRef)) continue
    const dict = context.lookup(widget)
    if (dict instanceof PDFDict && !showsOnItsOwn(dict)) copier.leaveOut(widget)
    if (copier.reference(widget) === 'null') continue
    copier.amend(copier.numberOf(widget), { without: ofSignatureFields, entries: '/Subtype/Stamp' })
  }
  // What is not written has its value dropped, and counted, here.
  if (kids instanceof PDFArray || !showsOnItsOwn(field)) copier.entries(onlyThese(field, [key.ft, key.v]))
  return true
}

/** The same for signature fields further down: they are taken out of the fields they belong to. */
function turnSignaturesBelow(copier: ObjectCopier, root: PDFObject): void {
  const waiting = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const field = copier.source.context.lookup(next)
    const kids = field instanceof PDFDict ? field.lookup(key.kids) : undefined
    if (!(kids instanceof PDFArray)) continue
    const all = elementsOf(kids)
    const others = all.filter((kid) => !turnedToStamp(copier, kid))
    waiting.push(...others)
    if (others.length === all.length || !(next instanceof PDFRef) || copier.reference(next) === 'null')
      continue
    const remaining = others.map((kid) => copier.value(kid)).join(' ')
    copier.amend(copier.numberOf(next), { without: withoutKids, entries: `/Kids[${remaining}]` })
  }
}

function showsOnItsOwn(widget: PDFDict): boolean {
  return normalAppearance(widget) instanceof PDFStream
}

function onlyThese(dict: PDFDict, names: readonly PDFName[]): PDFDict {
  const entries = new Map<PDFName, PDFObject>()
  for (const name of names) {
    const value = dict.get(name)
    if (value !== undefined) entries.set(name, value)
  }
  return PDFDict.fromMapWithContext(entries, dict.context)
}

function copyResources(
  copier: ObjectCopier,
  resources: PDFObject | undefined,
  label: string,
  takenFonts: ReadonlySet<string>,
): Map<string, Map<string, string>> {
  const copied = new Map<string, Map<string, string>>()
  if (!(resources instanceof PDFDict)) return copied
  for (const [category, value] of entriesOf(resources)) {
    const entries = copier.source.context.lookup(value)
    if (!(entries instanceof PDFDict)) continue
    const names = new Map<string, string>()
    for (const [name, entry] of entriesOf(entries)) {
      let copiedName = name.asString()
      if (category === key.font && takenFonts.has(copiedName)) {
        const own = PDFName.of(`${label}_${copiedName.slice(1)}`).asString()
        copier.renamedFonts.set(copiedName, own)
        copiedName = own
      }
      const written = copier.value(entry)
      if (written !== 'null') names.set(copiedName, written)
    }
    if (names.size > 0) copied.set(category.asString(), names)
  }
  return copied
}
