import type { PDFDict, PDFObject } from 'pdf-lib'
import { PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { entriesOf } from './pdf-lib-internals.ts'

const actionType = PDFName.of('S')
const typeName = PDFName.of('Type')
const actionName = PDFName.of('Action')

/** Action types (ISO 32000-1, table 198, and 32000-2) that do or fetch something; a bundle only shows. */
const removed = new Map(
  [
    'JavaScript',
    'Launch',
    'SubmitForm',
    'ImportData',
    'ResetForm',
    'Rendition',
    'RichMediaExecute',
    'GoToR',
    'GoToE',
    'GoToDp',
    'GoTo3DView',
    'Hide',
    'Movie',
    'Sound',
    'SetOCGState',
    'Thread',
  ].map((name) => [PDFName.of(name), name]),
)
const kept = new Set(['GoTo', 'URI', 'Named', 'Trans'].map((name) => PDFName.of(name)))
const named = PDFName.of('Named')
const turningPages = new Set(
  ['NextPage', 'PrevPage', 'FirstPage', 'LastPage'].map((name) => PDFName.of(name)),
)
const uri = PDFName.of('URI')

/** The type of an action that a bundle must not carry, or undefined when the dictionary may stay. */
export function unwantedAction(dict: PDFDict): string | undefined {
  // Looked up, since a type that stands in an object of its own is as good as one that stands here.
  const type = entriesOf(dict).has(actionType) ? dict.lookup(actionType) : undefined
  if (!(type instanceof PDFName)) return undefined
  const name = removed.get(type)
  if (name !== undefined) return name
  if (type === named && dict.has(PDFName.of('N'))) {
    const operation = dict.lookup(PDFName.of('N'))
    return operation instanceof PDFName && turningPages.has(operation) ? undefined : 'Named'
  }
  if (type === uri) return dict.has(uri) && !leadsToWeb(dict.lookup(uri)) ? 'URI' : undefined
  if (kept.has(type)) return undefined
  return dict.lookup(typeName) === actionName ? type.decodeText() : undefined
}

/** The type of an action that is none of those known, in a place where only actions stand. */
export function unknownAction(action: PDFDict): string | undefined {
  const type = action.lookup(actionType)
  if (!(type instanceof PDFName) || kept.has(type) || removed.has(type)) return undefined
  return action.lookup(typeName) === actionName ? undefined : type.decodeText()
}

/**
 * A link may lead to the web, a mail program or a telephone. Everything else, relative addresses and names of
 * machines on the network among it, leads readers to files and programs.
 */
function leadsToWeb(address: PDFObject | undefined): boolean {
  if (!(address instanceof PDFString || address instanceof PDFHexString)) return false
  const plain = new TextDecoder('latin1').decode(address.asBytes())
  return /^[\u0000-\u0020]*(https?|mailto|tel):/i.test(plain)
}
