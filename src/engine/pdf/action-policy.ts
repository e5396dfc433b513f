import type { PDFDict } from 'pdf-lib'
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
  const type = entriesOf(dict).get(actionType)
  if (!(type instanceof PDFName)) return undefined
  const name = removed.get(type)
  if (name !== undefined) return name
  if (type === named && dict.has(PDFName.of('N'))) {
    const operation = dict.lookup(PDFName.of('N'))
    return operation instanceof PDFName && turningPages.has(operation) ? undefined : 'Named'
  }
  if (type === uri) return runsFromAddress(dict) ? 'URI' : undefined
  if (kept.has(type)) return undefined
  return entriesOf(dict).get(typeName) === actionName ? type.decodeText() : undefined
}

/** A link may lead to the web or a mail program, not to a script or a file on the reader's machine. */
function runsFromAddress(dict: PDFDict): boolean {
  const address = dict.lookup(uri)
  if (!(address instanceof PDFString || address instanceof PDFHexString)) return false
  const plain = new TextDecoder('latin1').decode(address.asBytes()).replace(/[\u0000-\u0020]/g, '')
  return /^(javascript|vbscript|data|file|jar|ms-[\w-]+|search-ms):/i.test(plain)
}
