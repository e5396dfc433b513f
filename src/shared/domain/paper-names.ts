import { titleOfFile } from './item-titles.ts'
import type { PaperKind } from './standing-paper.ts'

/** What people call papers, in the order they are looked for: a translation of a licence is a translation. */
const names: readonly (readonly [PaperKind, RegExp])[] = [
  ['translation', /译文|译本|翻译|translation/i],
  ['apostille', /附加证明书|海牙认证|领事认证|公证|apostille|legali[sz]ation|notari/i],
  ['appraiser-authorisation', /鉴别人|鉴定授权|鉴别授权/i],
  [
    'registration-certificate',
    /商标注册证|专利证书|登记证书|著作权登记|注册证.*号|registration.certificate/i,
  ],
  ['lawyer-licence', /执业证|lawyer.?s?.licen[cs]e/i],
  ['firm-letter', /律师事务所函|律所函|所函|firm.letter/i],
  ['power-of-attorney', /委托书|授权书|power.of.attorney|\bpoa\b/i],
  ['representative-certificate', /(?:法定代表人|负责人|授权代表).*证明/i],
  ['good-standing', /存续|good.standing/i],
  ['business-licence', /营业执照|business.?licen[cs]e/i],
  ['incorporation', /公司注册|注册证明|登记证明|incorporation/i],
  ['identity-document', /身份证|护照|passport|\bid.card\b/i],
  ['price-list', /价格|价目|price.list/i],
]

/** The kind of standing paper a file most likely is, by its name. */
export function kindOfFile(path: string): PaperKind {
  const title = titleOfFile(path)
  return names.find(([, pattern]) => pattern.test(title))?.[0] ?? 'other'
}
