import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { activeContentRules } from './active-content-rules.ts'
import { latin1Bytes, latin1Text } from './byte-stream.ts'
import type { EntryRule, RuleContext } from './entry-rule.ts'
import { entriesOf } from './pdf-lib-internals.ts'

const s = PDFName.of('S')
const goTo = PDFName.of('GoTo')
const subtype = PDFName.of('Subtype')
const fieldType = PDFName.of('FT')
const rectangle = PDFName.of('Rect')

/** An attachment without /FS is not valid (ISO 32000-1, table 184): readers would not even draw its icon. */
const emptyFile = '<</Type/Filespec/F()>>'

/*
 * Names of resources are free, so a font may be called /V or /AA: every rule looks at the value or its neighbours
 * before it takes an entry for what it is elsewhere.
 */
export const entryRules: ReadonlyMap<PDFName, EntryRule> = new Map<PDFName, EntryRule>([
  [PDFName.of('Dest'), destinationOfAnnotation],
  [PDFName.of('D'), destinationOfAction],
  [PDFName.of('SD'), (_copier, dict) => (entriesOf(dict).get(s) === goTo ? 'null' : undefined)],
  [PDFName.of('V'), valueOfSignature],
  [PDFName.of('AA'), additionalActions],
  [PDFName.of('StructParent'), structureKey],
  [PDFName.of('StructParents'), structureKey],
  [PDFName.of('FS'), attachedFile],
  [PDFName.of('DA'), defaultAppearance],
  ...activeContentRules,
])

function destinationOfAnnotation(copier: RuleContext, dict: PDFDict, value: PDFObject): string | undefined {
  const entries = entriesOf(dict)
  const isLink = entries.has(rectangle) || entries.has(PDFName.of('Title'))
  return isLink ? copier.destination(value) : undefined
}

function destinationOfAction(copier: RuleContext, dict: PDFDict, value: PDFObject): string | undefined {
  return entriesOf(dict).get(s) === goTo ? copier.destination(value) : undefined
}

function valueOfSignature(copier: RuleContext, dict: PDFDict, value: PDFObject): string | undefined {
  const signature = copier.source.context.lookup(value)
  const isSignature =
    entriesOf(dict).get(fieldType) === PDFName.of('Sig')
      ? signature !== undefined
      : signature instanceof PDFDict && signature.has(PDFName.of('ByteRange'))
  if (!isSignature) return undefined
  copier.observations.signatures++
  return 'null'
}

function additionalActions(copier: RuleContext, _dict: PDFDict, value: PDFObject): string | undefined {
  const { context } = copier.source
  const actions = context.lookup(value)
  if (!(actions instanceof PDFDict)) return undefined
  const types: string[] = []
  for (const entry of entriesOf(actions).values()) {
    const action = context.lookup(entry)
    const type = action instanceof PDFDict ? action.lookup(s) : undefined
    if (!(type instanceof PDFName)) return undefined
    types.push(type.decodeText())
  }
  for (const type of types) copier.observations.action(type)
  return 'null'
}

function structureKey(_copier: RuleContext, _dict: PDFDict, value: PDFObject): string | undefined {
  return value instanceof PDFNumber ? 'null' : undefined
}

function attachedFile(copier: RuleContext, dict: PDFDict): string | undefined {
  if (entriesOf(dict).get(subtype) !== PDFName.of('FileAttachment')) return undefined
  copier.observations.attachments++
  return emptyFile
}

function defaultAppearance(copier: RuleContext, _dict: PDFDict, value: PDFObject): string | undefined {
  // Read also when no font has a new name, as in the first pass: both do the same work.
  const appearance = copier.source.context.lookup(value)
  if (!(appearance instanceof PDFString || appearance instanceof PDFHexString)) return undefined
  const text = latin1Text(appearance.asBytes())
  const renamed = text.replace(/(\/[^\s/[\]()<>{}%]+)(?=\s+[-+.\d]+\s+Tf)/g, (font) => {
    return copier.renamedFonts.get(font) ?? font
  })
  return renamed === text ? undefined : PDFHexString.fromBytes(latin1Bytes(renamed)).toString()
}
