import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { DossierIndex } from '../../shared/domain/dossier-index.ts'
import type { LawNames } from '../../shared/law/law-book.ts'
import { handOverSheet } from '../documents/hand-over-sheet.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { Bytes } from '../ports.ts'

/** Size and digests of a finished file; lower-case hex. */
export interface FileDigests {
  readonly bytes: number
  readonly sha256: string
  readonly sm3: string
}

export interface HandOverFacts {
  readonly plan: BundlePlan
  readonly law: LawNames
  readonly fonts: FontFiles
  readonly signer: DossierIndex['signer']
  readonly pdf: FileDigests & { readonly pages: number }
  readonly zip: FileDigests
}

/** The one-page hand-over sheet with the digests of the finished files; made last, lies beside the ZIP. */
export async function handOver({ plan, law, fonts, signer, pdf, zip }: HandOverFacts): Promise<Bytes> {
  const { name, certificateSha256: fingerprint, throwAway, selfSigned } = signer
  return handOverSheet({
    plan,
    law,
    fonts,
    files: [
      { ...zip, name: plan.names.container },
      { name: `${plan.names.stem}.pdf`, bytes: pdf.bytes, sha256: pdf.sha256, sm3: pdf.sm3 },
    ],
    pages: pdf.pages,
    signer: { name, fingerprint, throwAway, selfSigned },
  })
}
