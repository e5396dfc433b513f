import { buildCades } from '../../src/engine/signing/cades.ts'
import type { Bytes, Signer } from '../../src/engine/ports.ts'

export type Range = [number, number, number, number]

export interface SignedPdf {
  readonly bytes: Bytes
  readonly byteRange: Range
  readonly cms: Bytes
}

interface Variation {
  readonly subFilter?: string
  readonly profile?: 'pades' | 'cades'
  readonly cms?: (digest: Bytes) => Promise<Bytes>
  /** Bytes before /Contents that the signer leaves out of the range as well. */
  readonly widen?: number
  /** Bytes of DER reserved in /Contents. */
  readonly reserve?: number
  /** More form fields, as references, and their objects. */
  readonly fields?: string
  readonly objects?: Readonly<Record<number, string>>
  /** Last chance before digest and signature; the placeholders must stay. */
  readonly before?: (text: string) => string
}

/** Object numbers of `signedPdf`. */
export const objectNumbers = { catalog: 1, content: 4, field: 5, signature: 7 } as const

const latin1 = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'))
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const bytesOf = latin1
export const join = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))

/** A one-page PDF with one signature field, written and signed by hand so that every byte of it is known. */
export async function signedPdf(signer: Signer, variation: Variation = {}): Promise<SignedPdf> {
  const { subFilter = 'ETSI.CAdES.detached', reserve = 8192, fields = '' } = variation
  const content = 'BT /F1 24 Tf 72 700 Td (Amount: 100) Tj ET'
  const objects: Record<number, string> = {
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[5 0 R' + fields + ']>>>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R]/Resources<</Font<</F1 6 0 R>>>>>>',
    4: `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    5: '<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V 7 0 R/Rect[0 0 0 0]/F 132/P 3 0 R>>',
    6: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    7: signatureDictionary(subFilter, reserve),
    ...variation.objects,
  }
  const plain = writePdf(objects)
  return signInPlace(variation.before === undefined ? plain : variation.before(plain), signer, variation)
}

/** A signature dictionary with placeholders that `signInPlace` fills. */
export function signatureDictionary(subFilter: string, reserve: number): string {
  const space = ' '.repeat(40)
  return `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/${subFilter}/M(D:20260304050607Z)/ByteRange [0${space}]/Contents <${'0'.repeat(reserve * 2)}>>>`
}

/** Fills the last placeholder of a text that is a PDF. */
export async function signInPlace(
  text: string,
  signer: Signer,
  variation: Variation = {},
): Promise<SignedPdf> {
  const contents = text.lastIndexOf('/Contents <0000')
  const gapStart = contents + '/Contents '.length - (variation.widen ?? 0)
  const gapEnd = text.indexOf('>', contents) + 1
  const byteRange: Range = [0, gapStart, gapEnd, text.length - gapEnd]
  const rangeAt = text.lastIndexOf('/ByteRange [0 ')
  const filled = `/ByteRange [${byteRange.join(' ')}`.padEnd('/ByteRange [0'.length + 40)
  const ranged = text.slice(0, rangeAt) + filled + text.slice(rangeAt + filled.length)
  const signed = join(latin1(ranged.slice(0, gapStart)), latin1(ranged.slice(gapEnd)))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', signed))
  const { profile = 'pades' } = variation
  const cms = await (variation.cms ?? ((messageDigest) => buildCades({ signer, messageDigest, profile })))(
    digest,
  )
  return embed({ bytes: latin1(ranged), byteRange, cms }, cms, variation.widen)
}

/** The same file with another CMS in its gap, padded with zeros. */
export function embed(pdf: SignedPdf, cms: Bytes, widen = 0): SignedPdf {
  const [, from, gapEnd] = pdf.byteRange
  const gapStart = from + widen
  const hex = Buffer.from(cms)
    .toString('hex')
    .padEnd(gapEnd - gapStart - 2, '0')
  const bytes = pdf.bytes.slice()
  bytes.set(latin1(hex), gapStart + 1)
  return { bytes, byteRange: pdf.byteRange, cms }
}

/** Appends objects as an incremental update (ISO 32000-2 7.5.6). */
export function incrementalUpdate(bytes: Bytes, objects: Readonly<Record<number, string>>, root = 1): Bytes {
  const text = textOf(bytes)
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '0'
  return latin1(text + writeObjects(objects, text.length, `/Root ${root} 0 R/Prev ${previous}`))
}

export function writePdf(objects: Readonly<Record<number, string>>): string {
  const header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  return header + writeObjects(objects, header.length, '/Root 1 0 R')
}

function writeObjects(objects: Readonly<Record<number, string>>, start: number, trailer: string): string {
  let body = ''
  let table = !trailer.includes('/Prev') ? '0 1\n0000000000 65535 f \n' : ''
  for (const [number, object] of Object.entries(objects)) {
    table += `${number} 1\n${String(start + body.length).padStart(10, '0')} 00000 n \n`
    body += `${number} 0 obj\n${object}\nendobj\n`
  }
  const size = Math.max(...Object.keys(objects).map(Number), 7) + 1
  const xref = start + body.length
  return `${body}xref\n${table}trailer\n<</Size ${size}${trailer}>>\nstartxref\n${xref}\n%%EOF\n`
}
