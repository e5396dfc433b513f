import type { Bytes } from '../ports.ts'

/** Bytes that are not the ASN.1 they should be. Caught inside signing/ and verification/, never shown. */
export class MalformedAsn1 extends Error {}

/** One BER value as it stands in its input: nothing is decoded, nothing will be encoded again. */
export interface Asn1 {
  /** The identifier octet, class and constructed bit included (X.690 8.1.2). */
  readonly tag: number
  /** Identifier, length, contents and, for the indefinite form, end-of-contents. */
  readonly raw: Bytes
  readonly contents: Bytes
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

const DEEPEST_INDEFINITE = 32
const DEEPEST_STRING = 32
/** More than a signature, a key store or a revocation list of use here has in one place; each costs memory. */
const MOST_MEMBERS = 65_536
/** Longer than any identifier in use: a UUID under 2.25 takes 19 octets. */
const LONGEST_OID = 128

/** Reads the BER value at the start of `bytes`; bytes after it are left alone. Throws MalformedAsn1. */
export function readAsn1(bytes: Bytes): Asn1 {
  return readValue(bytes, 0, 0).value
}

/** Reads bytes that hold exactly one value. Throws MalformedAsn1 when anything follows. */
export function readSingle(bytes: Bytes): Asn1 {
  const { value, end } = readValue(bytes, 0, 0)
  if (end !== bytes.length) throw new MalformedAsn1('bytes after the value')
  return value
}

/** The values inside a constructed value. Throws MalformedAsn1. */
export function childrenOf(parent: Asn1): Asn1[] {
  if ((parent.tag & 0x20) === 0) throw new MalformedAsn1('not constructed')
  const children: Asn1[] = []
  for (let offset = 0; offset < parent.contents.length;) {
    const { value, end } = readValue(parent.contents, offset, 0)
    children.push(value)
    if (children.length > MOST_MEMBERS) throw new MalformedAsn1('too many members')
    offset = end
  }
  return children
}

/** The same value, once its tag was checked. Throws MalformedAsn1. */
export function expectTag(value: Asn1 | undefined, tag: number): Asn1 {
  if (value?.tag !== tag) throw new MalformedAsn1(`expected tag ${tag}, found ${value?.tag ?? 'nothing'}`)
  return value
}

/** The members of a SEQUENCE. Throws MalformedAsn1. */
export function sequenceOf(value: Asn1 | undefined): Asn1[] {
  return childrenOf(expectTag(value, tags.sequence))
}

/** The members of a SEQUENCE that has at least `least` and at most `most` of them. Throws MalformedAsn1. */
export function membersOf(value: Asn1 | undefined, least: number, most = least): Asn1[] {
  const members = sequenceOf(value)
  if (members.length < least || members.length > most)
    throw new MalformedAsn1(`${members.length} members in a sequence`)
  return members
}

/** The one value inside an explicit tag. Throws MalformedAsn1. */
export function insideOf(value: Asn1 | undefined, tag: number): Asn1 {
  const [inside, ...more] = childrenOf(expectTag(value, tag))
  if (inside === undefined || more.length > 0) throw new MalformedAsn1('not one value')
  return inside
}

/** An object identifier in dotted form. Throws MalformedAsn1. */
export function oidOf(value: Asn1 | undefined): string {
  const { contents } = expectTag(value, tags.oid)
  if (contents.length > LONGEST_OID) throw new MalformedAsn1('object identifier too long')
  const arcs: bigint[] = []
  let arc = 0n
  for (const [index, octet] of contents.entries()) {
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    if (octet & 0x80) {
      if (index === contents.length - 1) throw new MalformedAsn1('object identifier cut off')
      continue
    }
    if (arcs.length > 0) arcs.push(arc)
    else if (arc < 80n) arcs.push(arc / 40n, arc % 40n)
    else arcs.push(2n, arc - 80n)
    arc = 0n
  }
  if (arcs.length === 0) throw new MalformedAsn1('empty object identifier')
  return arcs.join('.')
}

/** The octets of an OCTET STRING, joined when BER cut it into pieces (X.690 8.7.3). Throws MalformedAsn1. */
export function octetsOf(value: Asn1 | undefined, primitiveTag: number = tags.octetString): Bytes {
  return octetsAt(value, primitiveTag, 0)
}

/** The octets of a BIT STRING that has no unused bits. Throws MalformedAsn1. */
export function wholeBitsOf(value: Asn1 | undefined): Bytes {
  const { contents } = expectTag(value, tags.bitString)
  if (contents[0] !== 0) throw new MalformedAsn1('unused bits')
  return contents.subarray(1)
}

/** A small non-negative INTEGER. Throws MalformedAsn1. */
export function smallIntegerOf(value: Asn1 | undefined): number {
  const { contents } = expectTag(value, tags.integer)
  if (contents.length === 0 || contents.length > 6 || (contents[0] ?? 0) > 0x7f)
    throw new MalformedAsn1('integer out of range')
  return contents.reduce((number, octet) => number * 256 + octet, 0)
}

/** Pieces in one array of their own. */
export function joinBytes(pieces: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    joined.set(piece, offset)
    offset += piece.length
  }
  return joined
}

/** Whether two arrays hold the same bytes. Nothing compared here is secret. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** One DER value around contents that are DER already (X.690 10.1: definite, shortest length). */
export function encode(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const length = contents.reduce((sum, part) => sum + part.length, 0)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  const header = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets]
  return joinBytes([Uint8Array.from(header), ...contents])
}

/** DER of a dotted object identifier. */
export function encodeOid(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128]
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128))
      groups.unshift(0x80 | (high % 128))
    return groups
  })
  return encode(tags.oid, Uint8Array.from(octets))
}

/** DER SET OF: the encodings in ascending order (X.690 11.6), under `tag`. */
export function encodeSetOf(members: readonly Bytes[], tag: number = tags.set): Bytes {
  return encode(tag, ...members.toSorted(compareEncodings))
}

/** DER of a non-negative INTEGER given as big-endian octets. */
export function encodeUnsigned(octets: Uint8Array): Bytes {
  const start = octets.findIndex((octet) => octet !== 0)
  const digits = start < 0 ? Uint8Array.of(0) : octets.subarray(start)
  return (digits[0] ?? 0) > 0x7f
    ? encode(tags.integer, Uint8Array.of(0), digits)
    : encode(tags.integer, digits)
}

function octetsAt(value: Asn1 | undefined, primitiveTag: number, depth: number): Bytes {
  if (value?.tag === primitiveTag) return value.contents
  if (depth > DEEPEST_STRING) throw new MalformedAsn1('strings nested too deep')
  const pieces = childrenOf(expectTag(value, primitiveTag | 0x20))
  return joinBytes(pieces.map((piece) => octetsAt(piece, tags.octetString, depth + 1)))
}

function compareEncodings(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length)
  for (let index = 0; index < shorter; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function readValue(bytes: Bytes, start: number, depth: number): { value: Asn1; end: number } {
  const tag = octetAt(bytes, start)
  // Nothing in CMS, X.509 or RFC 3161 needs tag numbers above 30.
  if ((tag & 0x1f) === 0x1f) throw new MalformedAsn1('long tag')
  const first = octetAt(bytes, start + 1)
  if (first === 0x80) return readIndefinite(bytes, start, tag, depth)
  let length = first
  let from = start + 2
  if (first > 0x80) {
    const count = first & 0x7f
    if (count > 6) throw new MalformedAsn1('length out of range')
    length = 0
    for (let index = 0; index < count; index++) length = length * 256 + octetAt(bytes, from++)
  }
  const end = from + length
  if (end > bytes.length) throw new MalformedAsn1('value cut off')
  return { value: { tag, raw: bytes.subarray(start, end), contents: bytes.subarray(from, end) }, end }
}

function readIndefinite(
  bytes: Bytes,
  start: number,
  tag: number,
  depth: number,
): { value: Asn1; end: number } {
  if ((tag & 0x20) === 0 || depth > DEEPEST_INDEFINITE) throw new MalformedAsn1('indefinite length')
  let offset = start + 2
  while (octetAt(bytes, offset) !== 0 || octetAt(bytes, offset + 1) !== 0) {
    offset = readValue(bytes, offset, depth + 1).end
  }
  const end = offset + 2
  return { value: { tag, raw: bytes.subarray(start, end), contents: bytes.subarray(start + 2, offset) }, end }
}

function octetAt(bytes: Bytes, offset: number): number {
  const octet = bytes[offset]
  if (octet === undefined) throw new MalformedAsn1('value cut off')
  return octet
}
