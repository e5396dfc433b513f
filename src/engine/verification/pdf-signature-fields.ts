import { refuse } from '../pdf/pdf-syntax-error.ts'
import { dateOf } from '../signing/x509.ts'
import { pause } from './pause.ts'
import type { PdfStructure } from './pdf-structure.ts'
import type { PdfDictionary, PdfValue } from './pdf-structure-syntax.ts'

/** A signature field that has a value (ISO 32000-2 12.7.5.5). */
export interface SignatureField {
  /** Fully qualified field name; undefined when it cannot be read. */
  readonly name?: string
  readonly dictionary: PdfDictionary
  /** Object number of the value; undefined when it stands in the field itself. */
  readonly valueNumber?: number
}

interface FieldNode {
  readonly value: PdfValue
  readonly type: string | undefined
  readonly names: readonly string[]
  readonly depth: number
}

const DEEPEST = 32
/** Fields and widgets, written directly or not; the largest forms have a few thousand. */
const MOST_FIELDS = 50_000
const FIELDS_BETWEEN_PAUSES = 1024

/**
 * Every signature field with a value that the form of the newest revision leads to. A tree in which a
 * list of fields comes twice is refused. Throws PdfSyntaxError, and AbortError between fields.
 */
export async function signatureFieldsOf(
  structure: PdfStructure,
  signal?: AbortSignal,
): Promise<SignatureField[]> {
  const form = await structure.lookup(structure.catalog.entries.get('AcroForm'))
  if (form?.kind !== 'dictionary') return []
  const stack: FieldNode[] = []
  const visited = new Set<number>()
  let pushed = 0
  const pushChildren = async (list: PdfValue | undefined, above: Omit<FieldNode, 'value'>) => {
    // A list that comes twice would multiply its fields at every depth.
    if (list?.kind === 'reference') once(list.number, visited)
    const children = await structure.lookup(list)
    if (children?.kind !== 'array') return
    pushed += children.items.length
    if (pushed > MOST_FIELDS) refuse('too many form fields')
    for (const value of children.items.toReversed()) stack.push({ ...above, value })
  }
  await pushChildren(form.entries.get('Fields'), { type: undefined, names: [], depth: 0 })
  const found: SignatureField[] = []
  let read = 0
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (++read % FIELDS_BETWEEN_PAUSES === 0) await pause(signal)
    if (node.value.kind === 'reference') {
      if (visited.has(node.value.number)) continue
      visited.add(node.value.number)
    }
    const field = await structure.lookup(node.value)
    if (field?.kind !== 'dictionary' || node.depth > DEEPEST) continue
    const { type, names } = await inherit(structure, field, node)
    const value = field.entries.get('V')
    const dictionary = type === 'Sig' ? await structure.lookup(value) : undefined
    if (dictionary?.kind === 'dictionary') {
      found.push({
        ...(structure.isEncrypted || names.length === 0 ? {} : { name: names.join('.') }),
        dictionary,
        ...(value?.kind === 'reference' ? { valueNumber: value.number } : {}),
      })
    }
    await pushChildren(field.entries.get('Kids'), { type, names, depth: node.depth + 1 })
  }
  return found
}

/** Text of a string object (ISO 32000-2 7.9.2.2): UTF-16BE or UTF-8 with their marks, else one byte a character. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (value?.kind !== 'string') return undefined
  const [first, second, third] = value.bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(value.bytes.subarray(2))
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return new TextDecoder('utf-8').decode(value.bytes.subarray(3))
  return new TextDecoder('latin1').decode(value.bytes)
}

/** The instant of a PDF date (ISO 32000-2 7.9.4), read as UTC where it names no offset. */
export function pdfDateOf(value: PdfValue | undefined): Date | undefined {
  const pattern = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/
  const match = pattern.exec(textOf(value) ?? '')
  if (match === null) return undefined
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours, minutes] =
    match
  const offset = sign === undefined ? 'Z' : `${sign}${hours ?? '00'}:${minutes ?? '00'}`
  return dateOf(`${year ?? ''}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
}

async function inherit(
  structure: PdfStructure,
  field: PdfDictionary,
  node: FieldNode,
): Promise<{ type: string | undefined; names: readonly string[] }> {
  const own = await structure.lookup(field.entries.get('FT'))
  const partial = textOf(await structure.lookup(field.entries.get('T')))
  return {
    type: own?.kind === 'name' ? own.name : node.type,
    names: partial === undefined ? node.names : [...node.names, partial],
  }
}

function once(number: number, visited: Set<number>): void {
  if (visited.has(number)) refuse('a list of form fields comes twice')
  visited.add(number)
}
