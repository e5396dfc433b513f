// Writes resources/sample/ (all but case.json and README.md). Needs pdftoppm, ImageMagick and ffmpeg on this machine;
// what it writes is committed, so nobody else needs them.
import { mkdir, writeFile } from 'node:fs/promises'
import { businessLicence } from './papers/business-licence.ts'
import { firmLetter } from './papers/firm-letter.ts'
import { incorporation } from './papers/incorporation.ts'
import { crownCorks, labels, wholeBottles } from './papers/photos.ts'
import { powerOfAttorney } from './papers/power-of-attorney.ts'
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
]

const wanted = process.argv.slice(2)
await mkdir(target, { recursive: true })
for (const [name, make] of files) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
  const bytes = await make()
  await writeFile(new URL(encodeURIComponent(name), target), bytes)
  console.log(`${String(bytes.length).padStart(8)}  ${name}`)
}
