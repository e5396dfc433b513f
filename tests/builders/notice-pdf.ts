import * as fontkit from 'fontkit'
import { PDFDocument } from 'pdf-lib'
import { fonts } from './fonts.ts'

/** A notice as an office would write it, its lines page by page. Nobody in it exists. */
export const noticePages = [
  [
    '沪浦示例区人民检察院',
    '侵犯知识产权刑事案件权利人诉讼权利义务告知书',
    '沪浦检知告〔2026〕12号',
    '示例饮品有限公司：',
    '犯罪嫌疑人张某某、李某某涉嫌销售假冒注册商标的商品罪一案，本院于2026年11月3日受理。',
    '请于2026年11月30日前提交书面意见。',
  ],
  ['承办检察官：赵示例　联系电话：021-00000008', '2026年11月10日'],
]

/** A PDF whose pages hold these lines as text. */
export async function textPdfOf(pages: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0])
  const font = await document.embedFont(fonts.regular, { subset: true })
  for (const lines of pages) {
    const page = document.addPage([595, 842])
    lines.forEach((line, index) => page.drawText(line, { x: 40, y: 760 - index * 30, size: 11, font }))
  }
  return new Uint8Array(await document.save())
}
