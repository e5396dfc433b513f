import { discBagFolder, discNames } from '../../shared/domain/bundle-names.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { Bytes } from '../ports.ts'

/** The short note on top of a disc: what lies where, how to check. UTF-8 with BOM and CRLF for old Windows. */
export function discNote(plan: BundlePlan, pages: number, certificateSha256: string): Bytes {
  const lines =
    plan.language === 'zh' ? chinese(plan, pages, certificateSha256) : english(plan, pages, certificateSha256)
  return new TextEncoder().encode('\ufeff' + lines.join('\r\n') + '\r\n')
}

function chinese(plan: BundlePlan, pages: number, certificateSha256: string): string[] {
  const names = discNames.zh
  const { totals } = plan
  return [
    `${plan.case.caseCode} 第 ${plan.case.round} 次提交${plan.draft ? '（草稿，不得提交）' : ''}`,
    '',
    `${names.table}：证据目录，可直接打印。`,
    `${names.bundle}：合并卷，共 ${pages} 页，页码与目录、纸质卷一致。`,
    `${discBagFolder.zh}：电子卷：${totals.identityItems + totals.evidenceItems} 件原始文件、索引、校验清单和签名。请勿改动其中任何文件，否则核验不通过。`,
    '',
    `核验方法见 ${discBagFolder.zh} 文件夹里的“核验说明.txt”。普通电脑自带的命令即可，不需要安装软件。`,
    '签名为技术签名，用于发现改动，不是印章，也不替代盖章或手写签名；阅读器显示“未知”属正常。',
    `签名证书 SHA-256 指纹：${certificateSha256}`,
    '请与纸质移交单上的指纹核对。',
  ]
}

function english(plan: BundlePlan, pages: number, certificateSha256: string): string[] {
  const names = discNames.en
  const { totals } = plan
  return [
    `${plan.case.caseCode}, submission ${plan.case.round}${plan.draft ? ' (DRAFT, not for handing in)' : ''}`,
    '',
    `${names.table}   table of evidence 证据目录, ready to print.`,
    `${names.bundle}   merged PDF of ${pages} pages; numbers agree with the table and the paper set.`,
    `${discBagFolder.en}   electronic file: ${totals.identityItems + totals.evidenceItems} originals, index, hash lists and signature. Do not change any file in it, or verification will fail.`,
    '',
    `How to verify: see VERIFY.txt in ${discBagFolder.en}. The commands of an ordinary computer are enough.`,
    'The signature is technical: it shows changes. It is no seal and replaces neither seal nor handwriting; a reader that says “unknown” is normal.',
    `SHA-256 fingerprint of the signing certificate: ${certificateSha256}`,
    'Compare it with the printed hand-over sheet.',
  ]
}
