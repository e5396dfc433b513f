/** An element of a small XML document. Attributes without prefix have their bare name, others `{namespace}name`. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** Thrown for XML outside the restricted profile; the message is a keyword. */
export class XmlRefused extends Error {}

// Every repetition is bounded or a plain class of characters: an endless token must not exhaust the stack.
const nameStart = String.raw`[A-Za-z_\u00C0-\uFFFD]`
const name = `${nameStart}[A-Za-z0-9_.\\-\\u00B7-\\uFFFD]{0,255}`
const qualified = `(?:(${name}):)?(${name})`
const space = String.raw`[ \t\n]`
const declaration =
  /^<\?xml\s+version=(?:"1\.0"|'1\.0')(?:\s+encoding=(?:"utf-8"|'utf-8'))?(?:\s+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/i
const tagStart = new RegExp(`<${qualified}(?=[ \\t\\n/>])`, 'y')
const attributeStart = new RegExp(
  `${space}{1,4096}((?:${name}:)?${name})${space}{0,16}=${space}{0,16}(["'])`,
  'y',
)
const tagEnd = new RegExp(`${space}{0,4096}(/?)>`, 'y')
const closeTag = new RegExp(`</${qualified}${space}{0,4096}>`, 'y')

const deepest = 16
const mostElements = 200_000
const mostAttributes = 64

interface OpenElement {
  readonly namespace: string
  readonly name: string
  readonly prefix: string
  readonly attributes: ReadonlyMap<string, string>
  readonly scope: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

/**
 * Parses XML 1.0 with namespaces in UTF-8: elements, attributes, text, comments. Refuses document types, entities
 * but the five of XML, processing instructions and CDATA, so that no parser can see another document.
 * Throws XmlRefused.
 */
export function parseStrictXml(bytes: Uint8Array): XmlElement {
  const text = decode(bytes)
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let elements = 0
  let at = declaration.exec(text)?.[0].length ?? 0
  while (at < text.length) {
    if (text.startsWith('<!--', at)) {
      at = commentEnd(text, at)
      continue
    }
    if (!text.startsWith('<', at)) {
      const next = text.indexOf('<', at)
      const content = text.slice(at, next < 0 ? undefined : next)
      at += content.length
      const top = open.at(-1)
      if (top !== undefined) top.text += unescape(content)
      else if (content.trim() !== '') throw new XmlRefused('syntax')
      continue
    }
    const closing = take(text, at, closeTag)
    if (closing === undefined) {
      const tag = readTag(text, at)
      at = tag.end
      if (root !== undefined) throw new XmlRefused('syntax')
      if (open.length >= deepest || ++elements > mostElements) throw new XmlRefused('size')
      open.push(
        openElement(tag, open.at(-1)?.scope ?? new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])),
      )
      if (!tag.isEmpty) continue
    } else at += closing[0].length
    const done = open.pop()
    if (
      done === undefined ||
      (closing !== undefined && (done.name !== closing[2] || done.prefix !== (closing[1] ?? '')))
    )
      throw new XmlRefused('syntax')
    const { namespace, name: local, attributes, children, text: content } = done
    const element = { namespace, name: local, attributes, children, text: content }
    const parent = open.at(-1)
    if (parent === undefined) root = element
    else parent.children.push(element)
  }
  if (root === undefined || open.length > 0) throw new XmlRefused('syntax')
  return root
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Characters XML 1.0 does not allow (2.2).
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) throw new XmlRefused('characters')
    return text.replace(/\r\n?/g, '\n')
  } catch (error) {
    throw error instanceof XmlRefused ? error : new XmlRefused('encoding')
  }
}

function take(text: string, at: number, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** The end of the comment that starts here; two hyphens end it and nothing else may (XML 1.0, 2.5). */
function commentEnd(text: string, at: number): number {
  const hyphens = text.indexOf('--', at + 4)
  if (hyphens < 0 || text[hyphens + 2] !== '>') throw new XmlRefused('syntax')
  return hyphens + 3
}

interface StartTag {
  readonly prefix: string
  readonly name: string
  readonly given: ReadonlyMap<string, string>
  readonly isEmpty: boolean
  readonly end: number
}

function readTag(text: string, start: number): StartTag {
  const head = take(text, start, tagStart)
  if (head === undefined) throw new XmlRefused(text.startsWith('<!DOCTYPE', start) ? 'DTD' : 'syntax')
  const given = new Map<string, string>()
  let at = start + head[0].length
  for (;;) {
    const end = take(text, at, tagEnd)
    if (end !== undefined) {
      const [token, slash] = end
      return {
        prefix: head[1] ?? '',
        name: head[2] ?? '',
        given,
        isEmpty: slash === '/',
        end: at + token.length,
      }
    }
    const [token, key = '', quote = ''] = take(text, at, attributeStart) ?? []
    if (token === undefined) throw new XmlRefused('syntax')
    if (given.has(key)) throw new XmlRefused('attribute twice')
    if (given.size >= mostAttributes) throw new XmlRefused('size')
    const from = at + token.length
    const to = text.indexOf(quote, from)
    const value = text.slice(from, Math.max(from, to))
    if (to < 0 || value.includes('<')) throw new XmlRefused('syntax')
    given.set(key, unescape(value))
    at = to + 1
  }
}

function openElement(
  { prefix, name: local, given }: StartTag,
  outer: ReadonlyMap<string, string>,
): OpenElement {
  const scope = new Map(outer)
  for (const [key, value] of given) {
    if (key === 'xmlns') scope.set('', value)
    if (key.startsWith('xmlns:')) scope.set(key.slice(6), value)
  }
  const attributes = new Map<string, string>()
  for (const [key, value] of given) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue
    const colon = key.indexOf(':')
    const full = colon < 0 ? key : `{${resolve(scope, key.slice(0, colon))}}${key.slice(colon + 1)}`
    if (attributes.has(full)) throw new XmlRefused('attribute twice')
    attributes.set(full, value)
  }
  const namespace = prefix === '' ? (scope.get('') ?? '') : resolve(scope, prefix)
  return { namespace, name: local, prefix, attributes, scope, children: [], text: '' }
}

function resolve(scope: ReadonlyMap<string, string>, prefix: string): string {
  const namespace = scope.get(prefix)
  if (namespace === undefined || namespace === '') throw new XmlRefused('namespace')
  return namespace
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function unescape(text: string): string {
  if (text.includes(']]>')) throw new XmlRefused('syntax')
  return text.replace(/&([^;&]{0,10});?/g, (whole, body: string) => {
    const known = named.get(body)
    const code = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(body)
    if (!whole.endsWith(';') || (known === undefined && code === null)) throw new XmlRefused('entity')
    if (known !== undefined) return known
    const point = code?.[1] === undefined ? Number(code?.[2]) : Number.parseInt(code[1], 16)
    if (point > 0x10ffff || point === 0 || (point >= 0xd800 && point < 0xe000)) throw new XmlRefused('entity')
    return String.fromCodePoint(point)
  })
}
