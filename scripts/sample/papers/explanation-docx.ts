import JSZip from 'jszip'
import { firm, office, subsidiary } from '../story.ts'

const written = new Date('2026-06-24T02:30:00Z')
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** 情况说明 as a Word file (ECMA-376): title, text, a table, page numbers. */
export async function explanation(): Promise<Uint8Array> {
  const zip = new JSZip()
  const add = (path: string, body: string) =>
    zip.file(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`, {
      date: written,
      createFolders: false,
    })
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${types}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  )
  add(
    '_rels/.rels',
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  )
  add(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>情况说明</dc:title><dc:subject>示例文件，内容虚构 SPECIMEN</dc:subject><dc:creator>${subsidiary.zh}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-06-24T02:30:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-06-24T02:30:00Z</dcterms:modified></cp:coreProperties>`,
  )
  add(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`,
  )
  add(
    'word/styles.xml',
    `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="540" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:before="120" w:after="240" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/><w:sz w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style></w:styles>`,
  )
  add(
    'word/footer1.xml',
    `<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('示例 SPECIMEN　内容虚构，仅供演示　第 ', 18)}${field('PAGE')}${run(' 页', 18)}</w:p></w:ftr>`,
  )
  add('word/document.xml', document())
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  })
}

function document(): string {
  const body = [
    paragraph('情况说明', 'Title'),
    text(`${office.procuratorate}：`, 0),
    text(
      `现就${office.suspects}涉嫌${office.crime}一案中，本公司发现线索、购买样品及配合侦查的经过说明如下。`,
    ),
    paragraph('一、发现经过', 'Heading1'),
    text(
      '2026年3月2日14时许，本公司品牌保护部主管吴样本在“示例商城”例行检索时，发现店铺“示例优选饮品折扣店”以每箱79.00元的价格销售标称“示例泉”的330mL玻璃瓶气泡饮品，明显低于出厂价96.00元，页面注明“渠道货，无防伪码”。吴样本使用公司配发的计算机和手机对商品页作整页截图，并保存原始文件。',
    ),
    paragraph('二、购买与开箱', 'Heading1'),
    text(
      '同日，本公司通过员工𠮷田的个人账号下单一箱，支付79.00元。2026年3月5日11时17分，𠮷田在公司前台签收包裹，11时24分起在郑示例见证下开箱并连续录像，录像存于公司手机，未经剪辑；随案提交的是其中两秒的片段，完整录像及原始载体随时可供查验。',
    ),
    paragraph('三、时间线', 'Heading1'),
    timeline([
      ['2025-11-03', '涉案商品上架（页面显示）'],
      ['2026-03-02', '发现线索，截图，下单'],
      ['2026-03-05', '签收、开箱录像'],
      ['2026-03-12', '向示例市公安局示例分局报案'],
      ['2026-04-16', '公安机关查扣第3号库'],
      ['2026-04-27', '权利人鉴别'],
      ['2026-06-17', '收到权利义务告知书'],
    ]),
    paragraph('四、与涉案人员的关系', 'Heading1'),
    text(
      '经查询本公司及注册人的客户、供应商、经销商及员工档案，未发现与张某某、李某某及“示例优选饮品折扣店”存在许可、委托加工、供货或者雇佣关系。李某某目前未到案，其身份信息以办案机关掌握的为准。',
    ),
    text('以上情况属实，如有虚假，愿承担相应法律责任。'),
    text(`${subsidiary.zh}（盖章）`, 0, 'right'),
    text('2026年6月24日', 0, 'right'),
    text(`联系人：${firm.lawyers[0]!.name}（${firm.zh}）\u3000电话：${firm.lawyers[0]!.phone}`, 0),
  ].join('')
  return `<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1474" w:bottom="1701" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

function paragraph(words: string, style: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(words)}</w:p>`
}

function text(words: string, indent = 2, align = 'both'): string {
  const first = indent > 0 ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * 280}"/>` : ''
  return `<w:p><w:pPr>${first}<w:jc w:val="${align}"/></w:pPr>${run(words)}</w:p>`
}

function run(words: string, halfPoints?: number): string {
  const size = halfPoints ? `<w:rPr><w:sz w:val="${halfPoints}"/></w:rPr>` : ''
  return `<w:r>${size}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

function field(code: string): string {
  return `<w:fldSimple w:instr=" ${code} "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>`
}

function timeline(rows: readonly (readonly [string, string])[]): string {
  const edge = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('')
  const cell = (words: string, width: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="left"/></w:pPr>${run(words, 24)}</w:p></w:tc>`
  const lines = rows
    .map(([day, what]) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(day, 1900)}${cell(what, 6900)}</w:tr>`)
    .join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="8800" w:type="dxa"/><w:tblBorders>${edge}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="1900"/><w:gridCol w:w="6900"/></w:tblGrid>${lines}</w:tbl>`
}
