// Writes resources/sample/ (all but case.json and README.md). Needs pdftoppm, ImageMagick and ffmpeg on this machine;
// what it writes is committed, so nobody else needs them.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { businessLicence } from './papers/business-licence.ts'
import { deliveryReceipt } from './papers/delivery-receipt.ts'
import { explanation } from './papers/explanation-docx.ts'
import { firmLetter } from './papers/firm-letter.ts'
import { identificationOpinion } from './papers/identification-opinion.ts'
import { incorporation } from './papers/incorporation.ts'
import { parcelVideo } from './papers/parcel-video.ts'
import { crownCorks, labels, wholeBottles } from './papers/photos.ts'
import { powerOfAttorney } from './papers/power-of-attorney.ts'
import { priceStatement } from './papers/price-statement.ts'
import { salesLedger, salesLedgerCsv } from './papers/sales-ledger.ts'
import { seizureList } from './papers/seizure-list.ts'
import { shopPage, shopScroll } from './papers/shop-screens.ts'
import { deviceMarkCertificate, wordMarkCertificate } from './papers/trademark-certificate.ts'

const target = new URL('../../resources/sample/', import.meta.url)

const files: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['01_营业执照副本.jpg', businessLicence],
  ['02_公司注册证明_附加证明书_译文.pdf', incorporation],
  ['03_授权委托书.pdf', powerOfAttorney],
  ['04_律师事务所函.pdf', firmLetter],
  ['05_商标注册证_第00000001号.jpg', wordMarkCertificate],
  ['06_商标注册证_第00000002号.jpg', deviceMarkCertificate],
  ['07_鉴别照片1_外观对比.jpg', wholeBottles],
  ['07_鉴别照片2_瓶盖对比.jpg', crownCorks],
  ['07_鉴别照片3_标签对比.png', labels],
  ['08_权利人鉴别意见书.pdf', identificationOpinion],
  ['09_价格说明.pdf', priceStatement],
  ['10_销售台账.pdf', salesLedger],
  ['10_销售台账.csv', salesLedgerCsv],
  ['11_扣押清单.pdf', seizureList],
  ['12_网店截图1_商品页.png', shopPage],
  ['12_网店截图2_手机长图.png', shopScroll],
  ['13_开箱录像片段.mp4', parcelVideo],
  ['14_情况说明.docx', explanation],
  ['收货人𠮷田签收单.pdf', deliveryReceipt],
]

const wanted = process.argv.slice(2)
await mkdir(target, { recursive: true })
for (const [name, make] of files) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
  const bytes = await make()
  await writeFile(new URL(encodeURIComponent(name), target), bytes)
  console.log(`${String(bytes.length).padStart(8)}  ${name}`)
}

const record: unknown = JSON.parse(await readFile(new URL('case.json', target), 'utf8'))
for (const item of (record as { groups: { items: { file: string; sha256?: string }[] }[] }).groups.flatMap(
  (g) => g.items,
)) {
  const bytes = await readFile(new URL(encodeURIComponent(item.file), target))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (item.sha256 !== undefined && item.sha256 !== sha256) {
    console.log(`case.json gives another SHA-256 for ${item.file}: write ${sha256}`)
  }
}
