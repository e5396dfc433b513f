import { type PDFDict, PDFHexString, PDFName, PDFNumber, type PDFDocument } from 'pdf-lib'
import { officeSeal, scribble, specimenFoot, companySeal } from '../marks.ts'
import { grey, openPaper, type Ink, type Sheet } from '../sheet.ts'
import { table } from '../table.ts'
import { holder, subsidiary } from '../story.ts'

const navy: Ink = [0.13, 0.2, 0.36]

/** Certificate of incorporation, register extract with authorisation, apostille and Chinese translation: 4 pages, own outline. */
export async function incorporation(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: 'Certificate of Incorporation with Apostille and Chinese translation',
    author: 'Registry of Companies of Exemplaria (specimen)',
    date: '2026-04-02T08:00:00Z',
    faces: ['song', 'songSemi', 'roman', 'romanBold', 'romanItalic'],
  })
  const pages = [paper.sheet(), paper.sheet(), paper.sheet(), paper.sheet()] as const
  certificate(pages[0])
  extract(pages[1])
  apostille(pages[2])
  translation(pages[3])
  pages.forEach((sheet, i) => specimenFoot(sheet, `${i + 1}/4`))
  addOutline(paper.document, [
    {
      title: 'Certificate of Incorporation 公司注册证明',
      page: 0,
      children: [{ title: 'Register extract and authorisation 登记摘录与授权', page: 1 }],
    },
    { title: 'Apostille 附加证明书 No. APO-00000001', page: 2 },
    { title: '中文译文', page: 3 },
  ])
  return paper.document.save()
}

function certificate(sheet: Sheet): void {
  const mid = sheet.width / 2
  sheet.box(42, 42, sheet.width - 84, sheet.height - 122, { ink: navy, width: 1.6 })
  sheet.box(48, 48, sheet.width - 96, sheet.height - 134, { ink: navy, width: 0.5 })
  sheet.text(mid, 118, 'REPUBLIC OF EXEMPLARIA', {
    size: 13,
    face: 'romanBold',
    ink: navy,
    align: 'center',
    tracking: 3,
  })
  sheet.text(mid, 140, 'Registry of Companies', { size: 13, face: 'romanItalic', ink: navy, align: 'center' })
  sheet.line(mid - 60, 158, mid + 60, 158, { ink: navy, width: 0.7 })
  sheet.text(mid, 218, 'Certificate of Incorporation', {
    size: 30,
    face: 'roman',
    ink: navy,
    align: 'center',
  })
  sheet.text(mid, 244, 'of a private limited company', { size: 13, face: 'romanItalic', align: 'center' })
  sheet.text(mid, 288, `Company number: ${holder.number}`, { size: 12, face: 'roman', align: 'center' })

  const style = { size: 12.5, face: 'roman', leading: 1.7 } as const
  let y = 316
  y = sheet.paragraph(
    88,
    y,
    sheet.width - 176,
    'The Registrar of Companies of the Republic of Exemplaria hereby certifies that',
    { ...style, align: 'center' },
  )
  y += 14
  sheet.text(mid, y + 18, holder.en.toUpperCase(), {
    size: 19,
    face: 'romanBold',
    align: 'center',
    tracking: 0.6,
  })
  y += 44
  y = sheet.paragraph(
    88,
    y,
    sheet.width - 176,
    'was incorporated on 5 May 2008 under the Companies Act of Exemplaria as a private company limited by shares, that its registered office is situated at 1 Specimen Street, Exampleton, that it remains on the register at the date of this certificate, and that no notice of winding-up or striking-off has been entered against it.',
    style,
  )
  sheet.paragraph(
    88,
    y + 10,
    sheet.width - 176,
    'Given at the Registry of Companies, Exampleton, on 2 April 2026.',
    style,
  )
  officeSeal(sheet, 180, 620, 'REGISTRY OF COMPANIES', 150)
  scribble(sheet, 352, 612, 21, 96)
  sheet.line(340, 634, 490, 634, { width: 0.6 })
  sheet.text(415, 651, 'A. Sample', { size: 11.5, face: 'roman', align: 'center' })
  sheet.text(415, 667, 'for the Registrar of Companies', { size: 10.5, face: 'romanItalic', align: 'center' })
  sheet.text(mid, 724, 'This is a fictional document. Exemplaria does not exist.', {
    size: 9.5,
    face: 'romanItalic',
    ink: grey,
    align: 'center',
  })
}

function extract(sheet: Sheet): void {
  const left = 78
  const width = sheet.width - 156
  sheet.text(left, 100, 'Extract from the Register of Companies', { size: 19, face: 'roman', ink: navy })
  sheet.text(left, 120, 'Issued together with the Certificate of Incorporation of 2 April 2026', {
    size: 10.5,
    face: 'romanItalic',
    ink: grey,
  })
  const bottom = table(
    sheet,
    left,
    136,
    [
      { title: '', width: 150 },
      { title: '', width: width - 150 },
    ],
    [
      ['Company name', holder.en],
      ['Company number', holder.number],
      ['Registered office', holder.address],
      ['Date of incorporation', '5 May 2008'],
      ['Share capital', 'EXD 10,000,000, fully paid'],
      ['Director authorised to sign alone', `${holder.director}, Director, appointed 1 January 2019`],
      ['Company seal', 'None. Documents are executed by signature of a director (Articles, clause 42).'],
      ['Status', 'Active; no entry of insolvency'],
    ],
    { size: 10.5, open: true, headFace: 'romanBold', padding: 6 },
  )
  let y = bottom + 26
  sheet.text(left, y, 'Resolution of the board of 12 January 2026 (extract)', {
    size: 13,
    face: 'romanBold',
    ink: navy,
  })
  const items = [
    `1. ${subsidiary.en} (uniform code ${subsidiary.code}), a wholly owned subsidiary and licensee of the company's trademarks in China, is authorised to act for the company in all matters concerning the enforcement of trademark registrations No. 00000001 and No. 00000002, including reporting to and co-operating with public security organs, procuratorates and courts in criminal proceedings.`,
    '2. The authority includes identification of suspected goods, statements on prices and losses, and the appointment of lawyers in China (sub-delegation). It does not include the granting of forgiveness or the receipt of compensation, for which a separate signature of a director is required.',
    `3. ${holder.director}, Director, may sign powers of attorney in the name of the company.`,
    '4. This authority is valid from 12 January 2026 to 11 January 2028.',
  ]
  y += 8
  for (const item of items) {
    y = sheet.paragraph(left, y, width, item, { size: 11, face: 'roman', leading: 1.6 }) + 6
  }
  scribble(sheet, left + 12, y + 48, 33, 92)
  sheet.line(left, y + 66, left + 170, y + 66, { width: 0.6 })
  sheet.text(left, y + 82, `${holder.director}, Director`, { size: 10.5, face: 'roman' })
  sheet.text(left, y + 97, '12 January 2026', { size: 10.5, face: 'roman' })
  officeSeal(sheet, left + width - 80, y + 62, 'NOTARY PUBLIC (true copy)', 158)
  sheet.text(left + width - 80, y + 97, 'B. Specimen, Notary Public, 3 April 2026', {
    size: 9.5,
    face: 'romanItalic',
    align: 'center',
  })
}

function apostille(sheet: Sheet): void {
  const side = 440
  const left = (sheet.width - side) / 2
  const top = 118
  const height = 480
  sheet.box(left, top, side, height, { width: 1.3 })
  sheet.box(left + 5, top + 5, side - 10, height - 10, { width: 0.4 })
  const mid = sheet.width / 2
  sheet.text(mid, top + 46, 'APOSTILLE', { size: 24, face: 'romanBold', align: 'center', tracking: 3 })
  sheet.text(mid, top + 68, '(Convention de La Haye du 5 octobre 1961)', {
    size: 11,
    face: 'romanItalic',
    align: 'center',
  })
  const rows: readonly (readonly [string, string])[] = [
    ['1. Country:', 'Republic of Exemplaria (fictional)'],
    ['', 'This public document'],
    ['2. has been signed by', 'A. Sample; B. Specimen'],
    ['3. acting in the capacity of', 'for the Registrar of Companies; Notary Public'],
    ['4. bears the seal / stamp of', 'Registry of Companies; the said Notary Public'],
    ['', 'Certified'],
    ['5. at', 'Exampleton'],
    ['6. the', '7 April 2026'],
    ['7. by', 'Office for Legalisation of Exemplaria'],
    ['8. No.', 'APO-00000001'],
  ]
  let y = top + 106
  for (const [label, value] of rows) {
    if (label === '') {
      sheet.text(mid, y, value, { size: 12, face: 'romanBold', align: 'center' })
    } else {
      sheet.text(left + 26, y, label, { size: 11, face: 'roman' })
      sheet.text(left + 172, y, value, { size: 11, face: 'roman' })
      sheet.line(left + 170, y + 4, left + side - 20, y + 4, { width: 0.35, ink: grey })
    }
    y += 27
  }
  sheet.text(left + 26, y + 6, '9. Seal / stamp:', { size: 11, face: 'roman' })
  sheet.text(left + 226, y + 6, '10. Signature:', { size: 11, face: 'roman' })
  officeSeal(sheet, left + 98, y + 50, 'OFFICE FOR LEGALISATION', 150)
  scribble(sheet, left + 240, y + 56, 47, 96)
  sheet.paragraph(
    left,
    top + height + 16,
    side,
    'An apostille certifies only the signature, the capacity of the signer and the seal or stamp. It does not certify the content of the document. Specimen: there is no register in which this number could be looked up.',
    { size: 9, face: 'romanItalic', ink: grey, leading: 1.5 },
  )
}

function translation(sheet: Sheet): void {
  const left = 80
  const width = sheet.width - 160
  sheet.text(sheet.width / 2, 92, '中 文 译 文', { size: 20, face: 'songSemi', align: 'center' })
  sheet.text(sheet.width / 2, 112, '（译自英文，共三页：公司注册证明、登记摘录、附加证明书）', {
    size: 10,
    ink: grey,
    align: 'center',
  })
  const style = { size: 10.5, leading: 1.62, indent: 2 } as const
  let y = 122
  const heading = (text: string) => {
    sheet.text(left, y + 20, text, { size: 12, face: 'songSemi' })
    y += 28
  }
  heading('一、公司注册证明')
  y = sheet.paragraph(
    left,
    y,
    width,
    `示例国公司注册处注册官兹证明：${holder.zh}（${holder.en}，公司编号 ${holder.number}）于2008年5月5日依示例国公司法注册成立，为私人股份有限公司，注册办事处位于${holder.addressZh}；截至本证明出具之日该公司仍在册，未登记任何清算或除名通知。2026年4月2日于示例顿市公司注册处。注册官代表：A. Sample（签名，盖章）。`,
    style,
  )
  heading('二、公司登记摘录与董事会决议摘录')
  y = sheet.paragraph(
    left,
    y,
    width,
    `有权单独签字的董事：${holder.director}（${holder.directorZh}），董事，2019年1月1日任命。公司印章：无，文件由董事签署（章程第42条）。\n2026年1月12日董事会决议：一、授权本公司全资子公司、商标被许可人${subsidiary.zh}（统一社会信用代码 ${subsidiary.code}）就第00000001号、第00000002号注册商标在中国的维权事务代表本公司行事，包括向公安机关、检察院、法院报案及配合刑事诉讼；二、上述授权包括对涉嫌侵权产品进行鉴别、就价格与损失作出说明、转委托中国律师，但不包括出具谅解及领取赔偿款，该等事项须由董事另行签署；三、${holder.director}得以公司名义签署授权委托书；四、授权期限自2026年1月12日至2028年1月11日。经公证人B. Specimen于2026年4月3日核证与原本相符。`,
    style,
  )
  heading('三、附加证明书（1961年10月5日海牙公约）')
  y = sheet.paragraph(
    left,
    y,
    width,
    '1.国家：示例国（虚构）。本公文 2.由A. Sample、B. Specimen签署；3.签署人身份：注册官代表、公证人；4.所盖印章：公司注册处、上述公证人。证明 5.地点：示例顿市；6.日期：2026年4月7日；7.签发人：示例国认证办公室；8.编号：APO-00000001；9.印章；10.签名。',
    style,
  )
  heading('翻译说明')
  y = sheet.paragraph(
    left,
    y,
    width,
    '译文与原文一致，外国名称保留注册文字。原文为英文，三页；译文一页。翻译人：何样本（示例翻译社，翻译专业资格证书编号 00000000）。',
    style,
  )
  const signY = Math.max(y + 46, 690)
  sheet.text(left + 200, signY, '翻译人（签名）：', { size: 10.5 })
  scribble(sheet, left + 288, signY - 2, 52, 70)
  sheet.text(left + 200, signY + 28, '翻译机构（盖章）：示例翻译社', { size: 10.5 })
  sheet.text(left + 200, signY + 52, '2026年4月15日', { size: 10.5 })
  companySeal(sheet, left + 90, signY + 20, '示例翻译社', '翻译专用章', -5)
}

interface OutlineEntry {
  readonly title: string
  readonly page: number
  readonly children?: readonly OutlineEntry[]
}

/** Writes a nested outline (ISO 32000-2, 12.3.3); every entry goes to the top of its page. */
function addOutline(document: PDFDocument, entries: readonly OutlineEntry[]): void {
  const { context } = document
  const root = context.nextRef()
  const build = (
    list: readonly OutlineEntry[],
    parent: typeof root,
  ): { first: typeof root; last: typeof root; total: number } => {
    const refs = list.map(() => context.nextRef())
    let total = list.length
    list.forEach((item, i) => {
      const page = document.getPage(item.page)
      const node = context.obj({
        Title: PDFHexString.fromText(item.title),
        Parent: parent,
        Dest: [page.ref, PDFName.of('XYZ'), null, page.getHeight(), null],
      })
      if (i > 0) node.set(PDFName.of('Prev'), refs[i - 1]!)
      if (i < list.length - 1) node.set(PDFName.of('Next'), refs[i + 1]!)
      if (item.children) {
        const inner = build(item.children, refs[i]!)
        total += inner.total
        setCount(node, inner)
      }
      context.assign(refs[i]!, node)
    })
    return { first: refs[0]!, last: refs.at(-1)!, total }
  }
  const setCount = (node: PDFDict, inner: { first: typeof root; last: typeof root; total: number }) => {
    node.set(PDFName.of('First'), inner.first)
    node.set(PDFName.of('Last'), inner.last)
    node.set(PDFName.of('Count'), PDFNumber.of(inner.total))
  }
  const node = context.obj({ Type: 'Outlines' })
  setCount(node, build(entries, root))
  context.assign(root, node)
  document.catalog.set(PDFName.of('Outlines'), root)
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
