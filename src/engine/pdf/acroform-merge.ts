import { PDFArray, PDFBool, PDFDict, PDFName, PDFRef } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
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
  readonly needAppearances: boolean
}

const key = {
  acroForm: PDFName.of('AcroForm'),
  da: PDFName.of('DA'),
  dr: PDFName.of('DR'),
  fields: PDFName.of('Fields'),
  font: PDFName.of('Font'),
  ft: PDFName.of('FT'),
  kids: PDFName.of('Kids'),
  needAppearances: PDFName.of('NeedAppearances'),
  parent: PDFName.of('Parent'),
  q: PDFName.of('Q'),
  xfa: PDFName.of('XFA'),
}
const ofSignatureFields: ReadonlySet<PDFName> = new Set(
  ['Subtype', 'FT', 'T', 'TU', 'TM', 'Ff', 'Kids', 'Parent', 'Lock', 'SV', 'MK', 'DA'].map((name) =>
    PDFName.of(name),
  ),
)
const withoutParent: ReadonlySet<PDFName> = new Set([key.parent])
const deepestField = 32

/**
 * Copies the interactive form of a source (ISO 32000-1, 12.7.2) below one field named after it, so that names of
 * two sources cannot clash. A font name that another source has taken is changed, in /DR and in every /DA.
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
  const needAppearances = form.lookup(key.needAppearances) === PDFBool.True
  const listed = rootFields(copier, form)
  const seen = new Set<PDFDict>()
  const roots = listed.filter((root) => isTree(copier, root, seen))
  observations.invalidObjects += listed.length - roots.length
  if (roots.length === 0) return { field: undefined, resources, needAppearances }
  const field = writer.allocate()
  const kids: string[] = []
  for (const root of roots) {
    if (turnedToStamp(copier, root)) continue
    const reference = root instanceof PDFRef ? copier.reference(root) : copier.value(root)
    if (reference === 'null') continue
    if (root instanceof PDFRef) {
      copier.amend(copier.numberOf(root), { without: withoutParent, entries: `/Parent ${field} 0 R` })
      kids.push(reference)
    } else if (root instanceof PDFDict) {
      const number = writer.allocate()
      writer.object(number, `<<${copier.entries(root, withoutParent)}/Parent ${field} 0 R>>`)
      kids.push(`${number} 0 R`)
    }
  }
  if (kids.length === 0) return { field: undefined, resources, needAppearances }
  writer.object(
    field,
    `<</T ${hexText(label)}${copier.entries(formDefaults(form))}/Kids[${kids.join(' ')}]>>`,
  )
  return { field, resources, needAppearances }
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
      `${shares.some((share) => share.needAppearances) ? '/NeedAppearances true' : ''}` +
      `${resources === '' ? '' : `/DR<<${resources}>>`}>>`,
  )
}

/** Broken forms list widgets beside their field; the field above them all is the one that counts. */
function rootFields(copier: ObjectCopier, form: PDFDict): PDFObject[] {
  const listed = form.lookup(key.fields)
  if (!(listed instanceof PDFArray)) return []
  const roots = new Set<PDFObject>()
  for (const entry of elementsOf(listed)) {
    let root = entry
    for (let depth = 0; depth < deepestField; depth++) {
      const dict = copier.source.context.lookup(root)
      const parent = dict instanceof PDFDict ? dict.get(key.parent) : undefined
      if (!(parent instanceof PDFRef) || !(copier.source.context.lookup(parent) instanceof PDFDict)) break
      root = parent
    }
    roots.add(root)
  }
  return [...roots]
}

/**
 * A signature field would show up in the bundle as one that waits to be signed. What is left of it is its looks:
 * its widgets become stamps (ISO 32000-1, 12.5.6.12), which no reader offers to sign.
 */
function turnedToStamp(copier: ObjectCopier, root: PDFObject): boolean {
  const { context } = copier.source
  const field = context.lookup(root)
  if (!(field instanceof PDFDict) || field.lookup(key.ft) !== PDFName.of('Sig')) return false
  const kids = field.lookup(key.kids)
  const widgets = kids instanceof PDFArray ? elementsOf(kids) : [root]
  for (const widget of widgets) {
    if (!(widget instanceof PDFRef) || copier.reference(widget) === 'null') continue
    copier.amend(copier.numberOf(widget), { without: ofSignatureFields, entries: '/Subtype/Stamp' })
  }
  // A field apart from its widgets is not written; its value is dropped, and counted, here.
  if (kids instanceof PDFArray) copier.entries(field, ofSignatureFields)
  return true
}

/**
 * Whether no field below is reached twice. A shared field makes readers walk 2^n paths, a circular one for ever:
 * such a form would take the whole bundle down with it. Its widgets stay on their pages, with their appearance.
 */
function isTree(copier: ObjectCopier, root: PDFObject, seen: Set<PDFDict>): boolean {
  const { context } = copier.source
  const waiting: PDFObject[] = [root]
  for (let field = waiting.pop(); field !== undefined; field = waiting.pop()) {
    const dict = context.lookup(field)
    if (!(dict instanceof PDFDict)) continue
    if (seen.has(dict)) return false
    seen.add(dict)
    const kids = dict.lookup(key.kids)
    if (kids instanceof PDFArray) for (const kid of elementsOf(kids)) waiting.push(kid)
  }
  return true
}

function formDefaults(form: PDFDict): PDFDict {
  const defaults = new Map<PDFName, PDFObject>()
  for (const name of [key.da, key.q]) {
    const value = form.get(name)
    if (value !== undefined) defaults.set(name, value)
  }
  return PDFDict.fromMapWithContext(defaults, form.context)
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
