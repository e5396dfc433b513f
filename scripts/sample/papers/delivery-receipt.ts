import { mockCode, scribble, specimenFoot } from '../marks.ts'
import { grey, openPaper } from '../sheet.ts'
import { table } from '../table.ts'

/** The courier's delivery slip of the test purchase; the name of the receiver begins with 𠮷 (U+20BB7). A5. */
export async function deliveryReceipt(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '收货人𠮷田签收单',
    author: '示例速运',
    date: '2026-03-05T03:20:00Z',
    faces: ['song', 'songSemi', 'songBold', 'rare'],
  })
  const sheet = paper.sheet({ width: 595.28, height: 419.53 })
  sheet.text(58, 66, '示例速运', { size: 20, face: 'songBold', tracking: 2 })
  sheet.text(170, 66, '签收单', { size: 16, face: 'songSemi', tracking: 2 })
  sheet.text(400, 66, '运单号　EX0000000000001', { size: 11 })
  sheet.line(58, 78, 537, 78, { width: 1.2 })
  const bottom = table(
    sheet,
    58,
    90,
    [
      { title: '', width: 74 },
      { title: '', width: 166 },
      { title: '', width: 74 },
      { title: '', width: 165 },
    ],
    [
      ['寄件人', '示例优选饮品折扣店', '收货人', '𠮷田（示例人物）'],
      ['寄件地址', '示例市示例区示例路100号3号库', '收货地址', '示例市示例区样本路1号示例大厦101室'],
      ['内件', '“示例泉”气泡饮品 330mL×24瓶，1箱', '计费重量', '13.2 kg'],
      ['订单号', 'SP20260302-000001', '代收货款', '无（已在线支付79.00元）'],
      ['揽收时间', '2026年3月3日 16:08', '签收时间', '2026年3月5日 11:17'],
    ],
    { size: 10.5, padding: 6.5 },
  )
  sheet.text(58, bottom + 34, '收货人签名：', { size: 11.5 })
  scribble(sheet, 134, bottom + 32, 171, 74)
  sheet.text(58, bottom + 62, '证件姓名：𠮷田　（首字为“𠮷”，上“土”下“口”，与证件一致，不写作“吉”）', {
    size: 10,
  })
  sheet.text(58, bottom + 84, '外箱完好，收货时全程录像，启封见视频。', { size: 10, ink: grey })
  mockCode(sheet, 467, bottom + 16, 70, 31)
  specimenFoot(sheet, '1/1', 58)
  return paper.document.save()
}
