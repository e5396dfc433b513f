import type { Bytes } from '../ports.ts'
import {
  MalformedAsn1,
  childrenOf,
  encode,
  expectTag,
  octetsOf,
  oidOf,
  readSingle,
  sameBytes,
  sequenceOf,
  smallIntegerOf,
  tags,
  wholeBitsOf,
} from './asn1.ts'
import type { Asn1 } from './asn1.ts'
import { oids } from './object-identifiers.ts'

export interface Extension {
  readonly critical: boolean
  /** DER inside the OCTET STRING. */
  readonly value: Bytes
}

/** A certificate (RFC 5280 4.1) taken apart without being re-encoded: every part is a view on the original. */
export interface X509 {
  readonly raw: Bytes
  readonly toBeSigned: Bytes
  /** Contents of the serial number's INTEGER. */
  readonly serial: Bytes
  readonly issuer: Bytes
  readonly subject: Bytes
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: Bytes
  readonly signatureAlgorithm: Bytes
  readonly signature: Bytes
  readonly extensions: ReadonlyMap<string, Extension>
}

/** Bits of KeyUsage, RFC 5280 4.2.1.3. */
export const keyUsageBits = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5 } as const

/** Takes a certificate apart. BER is accepted where authorities issue it. Throws MalformedAsn1. */
export function readCertificate(der: Bytes): X509 {
  const outer = readSingle(der)
  const [toBeSigned, signatureAlgorithm, signature] = sequenceOf(outer)
  const fields = sequenceOf(toBeSigned)
  if (fields[0]?.tag === 0xa0) fields.shift()
  const [serial, innerAlgorithm, issuer, validity, subject, publicKey, ...optional] = fields
  const [notBefore, notAfter] = sequenceOf(validity)
  const algorithm = expectTag(signatureAlgorithm, tags.sequence).raw
  if (!sameBytes(expectTag(innerAlgorithm, tags.sequence).raw, algorithm))
    throw new MalformedAsn1('the two signature algorithms differ')
  return {
    raw: outer.raw,
    toBeSigned: expectTag(toBeSigned, tags.sequence).raw,
    serial: expectTag(serial, tags.integer).contents,
    issuer: expectTag(issuer, tags.sequence).raw,
    subject: expectTag(subject, tags.sequence).raw,
    notBefore: instantOf(notBefore),
    notAfter: instantOf(notAfter),
    publicKey: expectTag(publicKey, tags.sequence).raw,
    signatureAlgorithm: algorithm,
    signature: wholeBitsOf(signature),
    extensions: readExtensions(optional.find((field) => field.tag === 0xa3)),
  }
}

/** UTCTime or GeneralizedTime in UTC, as RFC 5280 4.1.2.5 and RFC 3161 2.4.2 allow them. Throws MalformedAsn1. */
export function instantOf(value: Asn1 | undefined): Date {
  const text = String.fromCharCode(...(value?.contents.subarray(0, 40) ?? []))
  const year = value?.tag === tags.utcTime ? 2 : value?.tag === tags.generalizedTime ? 4 : 0
  const pattern =
    year === 2 ? /^(\d\d)(\d{4})(\d\d)(\d\d)(\d\d)?Z$/ : /^(\d{4})(\d{4})(\d\d)(\d\d)(\d\d)?(\.\d+)?Z$/
  const match = year === 0 ? null : pattern.exec(text)
  if (match === null) throw new MalformedAsn1('no time in UTC')
  const [, years = '', monthDay = '', hour = '', minute = '', second = '00', fraction = ''] = match
  const century = year === 4 ? '' : Number(years) >= 50 ? '19' : '20'
  const day = `${century}${years}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`
  const instant = dateOf(`${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`)
  if (instant === undefined) throw new MalformedAsn1('no such time')
  return instant
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 4.1.2.5), whole seconds. */
export function timeOf(instant: Date): Bytes {
  const digits = instant
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/\D/g, '')
  const isUtcTime = instant.getUTCFullYear() >= 1950 && instant.getUTCFullYear() < 2050
  const text = `${isUtcTime ? digits.slice(2) : digits}Z`
  return encode(isUtcTime ? tags.utcTime : tags.generalizedTime, new TextEncoder().encode(text))
}

/** The instant of an ISO 8601 text, or undefined when there is none such. */
export function dateOf(text: string): Date | undefined {
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** Texts of one attribute type in a Name, in order (RFC 4519 types, any string type). */
export function nameTexts(name: Bytes, type: string): string[] {
  return namePairs(name)
    .filter(([attribute]) => attribute === type)
    .map(([, text]) => text)
}

/** What a person calls the holder: common name, else organisation, else whatever the name says. */
export function humanName(name: Bytes): string {
  const pairs = namePairs(name)
  const pick = (type: string) => pairs.findLast(([attribute, text]) => attribute === type && text !== '')?.[1]
  return pick(oids.commonName) ?? pick(oids.organisation) ?? pairs.map(([, text]) => text).join(', ')
}

/** Whether the certificate has the key usage; a certificate without the extension has all (RFC 5280 4.2.1.3). */
export function hasKeyUsage(certificate: X509, bit: number): boolean {
  const extension = certificate.extensions.get(oids.keyUsage)
  if (extension === undefined) return true
  const { contents } = expectTag(readSingle(extension.value), tags.bitString)
  const octet = contents[1 + (bit >> 3)] ?? 0
  return (octet & (0x80 >> (bit & 7))) !== 0
}

/** Key purposes of the certificate, or undefined when it is not restricted. Throws MalformedAsn1. */
export function extendedKeyUsages(certificate: X509): string[] | undefined {
  const extension = certificate.extensions.get(oids.extendedKeyUsage)
  return extension === undefined ? undefined : sequenceOf(readSingle(extension.value)).map(oidOf)
}

/** Basic constraints (RFC 5280 4.2.1.9). Throws MalformedAsn1. */
export function basicConstraints(certificate: X509): { readonly ca: boolean; readonly pathLength?: number } {
  const extension = certificate.extensions.get(oids.basicConstraints)
  if (extension === undefined) return { ca: false }
  const members = sequenceOf(readSingle(extension.value))
  const ca = members[0]?.tag === tags.boolean && isTrue(members.shift())
  return members.length > 0 ? { ca, pathLength: smallIntegerOf(members[0]) } : { ca }
}

/** The key's algorithm and size in words such as `RSA-3072` or `EC-P256`; the identifier when it is another. */
export function keyTypeOf(publicKey: Bytes): string {
  const [algorithm, key] = sequenceOf(readSingle(publicKey))
  const [type, parameters] = sequenceOf(algorithm)
  switch (oidOf(type)) {
    case oids.rsaEncryption:
    case oids.rsaPss: {
      const [modulus] = sequenceOf(readSingle(wholeBitsOf(key)))
      const octets = expectTag(modulus, tags.integer).contents
      const start = octets.findIndex((octet) => octet !== 0)
      const bits = start < 0 ? 0 : (octets.length - start) * 8 - Math.clz32(octets[start] ?? 0) + 24
      return `RSA-${bits}`
    }
    case oids.ecPublicKey: {
      const curve = parameters?.tag === tags.oid ? oidOf(parameters) : 'explicit'
      const names: Record<string, string> = { [oids.p256]: 'P256', [oids.p384]: 'P384', [oids.p521]: 'P521' }
      return `EC-${names[curve] ?? curve}`
    }
    default:
      return oidOf(type)
  }
}

function readExtensions(field: Asn1 | undefined): Map<string, Extension> {
  const extensions = new Map<string, Extension>()
  if (field === undefined) return extensions
  for (const extension of sequenceOf(childrenOf(field)[0])) {
    const members = sequenceOf(extension)
    const type = oidOf(members[0])
    if (extensions.has(type)) throw new MalformedAsn1('extension given twice')
    const critical = members[1]?.tag === tags.boolean && isTrue(members[1])
    extensions.set(type, { critical, value: octetsOf(members.at(-1)) })
  }
  return extensions
}

// DER says TRUE is 0xff; some authorities write 0x01, and their signature covers it.
function isTrue(value: Asn1 | undefined): boolean {
  return (value?.contents[0] ?? 0) !== 0
}

function namePairs(name: Bytes): [type: string, text: string][] {
  return sequenceOf(readSingle(name)).flatMap((relative) =>
    childrenOf(expectTag(relative, tags.set)).map((attribute): [string, string] => {
      const [type, value] = sequenceOf(attribute)
      return [oidOf(type), value === undefined ? '' : textOf(value)]
    }),
  )
}

function textOf({ tag, contents }: Asn1): string {
  const encoding = tag === tags.utf8String ? 'utf-8' : tag === tags.bmpString ? 'utf-16be' : 'latin1'
  return new TextDecoder(encoding).decode(contents)
}
