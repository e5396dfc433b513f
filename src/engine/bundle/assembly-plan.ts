import type { ComposedBundle } from '../documents/compose-bundle.ts'
import { crimeName } from '../../shared/law/law-book.ts'
import type { AssemblyPlan } from '../pdf/assembly.ts'
import type { Hashing } from '../ports.ts'
import { hashBytes } from '../container/digest.ts'
import { buildCades, estimateCmsSize } from '../signing/cades.ts'
import type { BuildRequest } from './build-request.ts'
import type { BundleSigner } from './bundle-signer.ts'
import { hexOf } from '../../shared/domain/hex.ts'

const papersTitle = { zh: '提交材料合并卷', en: 'Merged submission' } as const
const signReason = {
  zh: '固定本卷内容，供核验是否改动（技术签名，非印章）',
  en: 'Fixes the content of this bundle so that changes show (technical signature, no seal)',
} as const

/** The composed pages with what the assembler adds: metadata, the trailer's /ID and the signature. */
export async function assemblyPlan(
  request: Pick<BuildRequest, 'plan' | 'law' | 'generator'>,
  composed: ComposedBundle,
  { signer, described }: BundleSigner,
  hashing: Hashing,
): Promise<AssemblyPlan> {
  const { plan, law, generator } = request
  const record = plan.case
  const crimes = record.crimes.map((article) => crimeName(law, article, plan.language)).join('、')
  return {
    generated: composed.generated,
    segments: composed.segments,
    outline: composed.outline,
    links: composed.links,
    stampLinks: composed.stampLinks,
    firstPageNumber: composed.firstPageNumber,
    stampText: (label, number, last) => composed.stampText(label, number, last),
    information: {
      title: `${papersTitle[plan.language]} ${plan.names.stem}`,
      author: record.rightHolders.map((holder) => holder.nameZh || holder.nameEn || '').join('; '),
      subject: [
        record.suspects.map((suspect) => suspect.name).join('、'),
        crimes,
        record.notice.caseNumber ?? '',
      ]
        .filter((part) => part !== '')
        .join(' '),
      creator: `${generator.name} ${generator.version}`,
      language: plan.language === 'zh' ? 'zh-CN' : 'en',
      createdAt: new Date(plan.createdAt),
      id: (await textDigest(JSON.stringify(plan), hashing)).slice(0, 32),
    },
    signature: {
      page: composed.signaturePlace.page,
      rect: composed.signaturePlace.rect,
      signerName: described.name,
      reason: signReason[plan.language],
      reserve: estimateCmsSize(signer),
      sign: (messageDigest) => buildCades({ signer, messageDigest, profile: 'pades' }),
    },
  }
}

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export async function textDigest(text: string, hashing: Hashing): Promise<string> {
  return bytesDigest(new TextEncoder().encode(text), hashing)
}

/** SHA-256 of bytes in memory, lower-case hex. */
export async function bytesDigest(bytes: Uint8Array, hashing: Hashing): Promise<string> {
  return hexOf(await hashBytes(hashing, 'sha256', bytes))
}
