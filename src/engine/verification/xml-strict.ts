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

const nameStart = String.raw`[A-Za-z_\u00C0-\uFFFD]`
const name = `${nameStart}[A-Za-z0-9_.\\-\\u00B7-\\uFFFD]*`
const qualified = `(?:(${name}):)?(${name})`
const declaration =
  /^<\?xml\s+version=(?:"1\.0"|'1\.0')(?:\s+encoding=(?:"utf-8"|'utf-8'))?(?:\s+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/i
const openTag = new RegExp(
  `<${qualified}((?:\\s+(?:${name}:)?${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  'y',
)
const attributePattern = new RegExp(`\\s+((?:${name}:)?${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g')
const closeTag = new RegExp(`</${qualified}\\s*>`, 'y')
const comment = /<!--(?:(?!--)[\s\S])*-->/y
const characters = /[^<]+/y

const deepest = 16
const mostElements = 200_000

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
    const taken =
      take(text, at, openTag) ??
      take(text, at, closeTag) ??
      take(text, at, comment) ??
      take(text, at, characters)
    if (taken === undefined) throw new XmlRefused(text.startsWith('<!DOCTYPE', at) ? 'DTD' : 'syntax')
    const [token] = taken
    at += token.length
    if (token.startsWith('<!--')) continue
    if (!token.startsWith('<')) {
      const top = open.at(-1)
      if (top !== undefined) top.text += unescape(token)
      else if (token.trim() !== '') throw new XmlRefused('syntax')
      continue
    }
    const closes = token.startsWith('</')
    if (!closes) {
      if (root !== undefined) throw new XmlRefused('syntax')
      if (open.length >= deepest || ++elements > mostElements) throw new XmlRefused('size')
      open.push(
        openElement(taken, open.at(-1)?.scope ?? new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])),
      )
      if (taken[4] !== '/') continue
    }
    const done = open.pop()
    if (done === undefined || (closes && (done.name !== taken[2] || done.prefix !== (taken[1] ?? ''))))
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

function openElement(tag: RegExpExecArray, outer: ReadonlyMap<string, string>): OpenElement {
  const given = new Map<string, string>()
  for (const [, key = '', double, single] of (tag[3] ?? '').matchAll(attributePattern)) {
    if (given.has(key)) throw new XmlRefused('attribute twice')
    given.set(key, unescape(double ?? single ?? ''))
  }
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
  const prefix = tag[1] ?? ''
  const namespace = prefix === '' ? (scope.get('') ?? '') : resolve(scope, prefix)
  return { namespace, name: tag[2] ?? '', prefix, attributes, scope, children: [], text: '' }
}

function resolve(scope: ReadonlyMap<string, string>, prefix: string): string {
  const namespace = scope.get(prefix)
  if (namespace === undefined || namespace === '') throw new XmlRefused('namespace')
  return namespace
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescape(text: string): string {
  if (text.includes(']]>')) throw new XmlRefused('syntax')
  return text.replace(/&([^;&]*);?/g, (whole, body: string) => {
    const known = named[body]
    const code = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(body)
    if (!whole.endsWith(';') || (known === undefined && code === null)) throw new XmlRefused('entity')
    if (known !== undefined) return known
    const point = code?.[1] === undefined ? Number(code?.[2]) : Number.parseInt(code[1], 16)
    if (point > 0x10ffff || point === 0 || (point >= 0xd800 && point < 0xe000)) throw new XmlRefused('entity')
    return String.fromCodePoint(point)
  })
}
