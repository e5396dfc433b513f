import { PDFDocument } from 'pdf-lib'
import { officeSeal, scribble, watermark } from '../marks.ts'
import { renderTo, scanned } from '../raster.ts'
import { a4, grey, openPaper } from '../sheet.ts'
import { table } from '../table.ts'
import { count, office, products } from '../story.ts'

/** The copy of the seizure list as scanned: a PDF whose only content is one grey image. */
export async function seizureList(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '扣押清单',
    author: office.police,
    date: '2026-04-16T08:00:00Z',
    faces: ['song', 'songSemi', 'songBold'],
  })
  const sheet = paper.sheet()
  const mid = sheet.width / 2
  const left = 66
  const width = sheet.width - left * 2
  watermark(sheet, 70, [0.88, 0.88, 0.88])
  sheet.text(mid, 86, office.police, { size: 17, face: 'songSemi', align: 'center', tracking: 3 })
  sheet.text(mid, 122, '扣 押 清 单', { size: 24, face: 'songBold', align: 'center', tracking: 3 })
  sheet.text(left + width, 146, '示公（经）扣字〔2026〕1号', { size: 11, align: 'right' })
  sheet.text(left, 168, '扣押时间：2026年4月16日15时20分　　扣押地点：示例市示例区示例路100号3号库', {
    size: 10.5,
  })
  sheet.text(left, 186, '持有人：张某某　　案由：涉嫌销售假冒注册商标的商品', { size: 10.5 })
  const { glass, can } = products
  const rows = [
    [
      '1',
      `标称“示例泉”气泡饮品 ${glass.short}`,
      `${count(glass.seizedCases)}箱`,
      `每箱${glass.perCase}瓶，计${count(glass.seizedCases * glass.perCase)}瓶；纸箱印“EXAMPLA”`,
      '封签KY-0001',
    ],
    [
      '2',
      `标称“示例泉”气泡饮品 ${can.short}`,
      `${count(can.seizedCases)}箱`,
      `每箱${can.perCase}瓶，计${count(can.seizedCases * can.perCase)}瓶`,
      '封签KY-0002',
    ],
    ['3', '“示例泉”瓶贴', '4,200枚', '整卷6卷，每卷700枚', '封签KY-0003'],
    ['4', '空纸箱', '900个', '印“EXAMPLA”图形', '—'],
    ['5', '笔记本电脑', '1台', '黑色，机身号EX-PC-0001', '封签KY-0004'],
    ['6', '手机', '1部', '黑色，串号000000000000001', '封签KY-0005'],
    ['7', '快递面单', '1沓', '共312张，寄件店铺“示例优选饮品折扣店”', '封签KY-0006'],
  ]
  while (rows.length < 10) rows.push(['', '', '', '', ''])
  rows[7] = ['', '（以下空白）', '', '', '']
  table(
    sheet,
    left,
    200,
    [
      { title: '编号', width: 36, align: 'center' },
      { title: '名称', width: 138 },
      { title: '数量', width: 62, align: 'center' },
      { title: '特征', width: 156 },
      { title: '备注', width: width - 392, align: 'center' },
    ],
    rows,
    { size: 10.5, padding: 5, minHeight: 30 },
  )
  sheet.text(left, 632, '持有人：', { size: 11 })
  scribble(sheet, left + 48, 630, 105, 62, [0.2, 0.2, 0.24])
  sheet.text(left + 162, 632, '见证人：', { size: 11 })
  scribble(sheet, left + 210, 630, 119, 62, [0.2, 0.2, 0.24])
  sheet.text(left + 322, 632, '保管人：', { size: 11 })
  scribble(sheet, left + 370, 630, 131, 62, [0.2, 0.2, 0.24])
  sheet.text(left, 672, '办案人员：', { size: 11 })
  scribble(sheet, left + 60, 670, 143, 58, [0.2, 0.2, 0.24])
  scribble(sheet, left + 150, 670, 157, 58, [0.2, 0.2, 0.24])
  officeSeal(sheet, left + width - 90, 690, `${office.police}`, 150)
  sheet.text(left + width - 90, 732, '2026年4月16日', { size: 11, align: 'center' })
  sheet.text(left, 742, '本清单一式三份，一份附卷，一份交持有人，一份交保管人。', { size: 9.5 })
  sheet.text(left, 760, '虚构示例，不具任何效力　SPECIMEN', { size: 9, ink: grey })

  const jpeg = await renderTo(await paper.document.save(), 150, 'jpg', [
    ...scanned(0.9),
    ...['-colorspace', 'Gray', '-level', '4%,97%', '-quality', '62'],
  ])
  const scan = await PDFDocument.create({ updateMetadata: false })
  scan.setTitle('scan_20260506_0003')
  scan.setProducer('SPECIMEN scanner')
  scan.setCreationDate(new Date('2026-05-06T02:31:00Z'))
  scan.setModificationDate(new Date('2026-05-06T02:31:00Z'))
  const image = await scan.embedJpg(jpeg)
  scan.addPage([a4.width, a4.height]).drawImage(image, { x: 0, y: 0, width: a4.width, height: a4.height })
  return scan.save()
}
