import { PdfSyntaxError } from '../pdf/pdf-syntax-error.ts'
import type { ByteSource } from '../ports.ts'
import { type CmsVerdict, verifyDetachedCms } from './cms.ts'
import { pdfDateOf, signatureFieldsOf } from './pdf-signature-fields.ts'
import { readSignaturePlace } from './pdf-signature-place.ts'
import { EncryptedStructure, PdfStructure } from './pdf-structure.ts'
import type { VerifyOptions } from './verify.ts'

/** Who says to have signed a PDF. */
export interface PdfClaim {
  readonly isReadable: boolean
  readonly signer?: Pick<CmsVerdict, 'signerName' | 'certificate' | 'signingTime'>
}

/** Reads the last signature of a PDF without reading what it covers: a claim, nothing is confirmed. Throws AbortError. */
export async function claimedPdfSigner(
  source: ByteSource,
  { at, signal }: Pick<VerifyOptions, 'at' | 'signal'>,
): Promise<PdfClaim> {
  try {
    const structure = await PdfStructure.open(source, signal)
    const field = (await signatureFieldsOf(structure, signal)).at(-1)
    if (field === undefined) return { isReadable: true }
    const { cms } = await readSignaturePlace(structure, field.dictionary, source.size, '')
    if (cms === undefined) return { isReadable: false }
    // Only the names are taken: a digest of nothing fits no signature, and no verdict is asked for.
    const unread = () => Promise.resolve(new Uint8Array())
    const stated = pdfDateOf(field.dictionary.entries.get('M'))
    const claim = await verifyDetachedCms(cms, unread, {
      trusted: [],
      at,
      profile: 'any',
      subject: '',
      ...(stated === undefined ? {} : { claimedTime: stated }),
    })
    return { isReadable: true, signer: claim }
  } catch (cause) {
    if (cause instanceof PdfSyntaxError || cause instanceof EncryptedStructure) return { isReadable: false }
    throw cause
  }
}
