import { companySeal, specimenFoot } from '../marks.ts'
import { Letter, left } from '../letter.ts'
import { grey, openPaper, pale, type Sheet } from '../sheet.ts'
import { firm, holder, office, subsidiary } from '../story.ts'

/** The law firm's letter to the procuratorate, with copies of both lawyers' licences on its second page. */
export async function firmLetter(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '律师事务所函',
    author: firm.zh,
    date: '2026-06-24T01:30:00Z',
    faces: ['song', 'songSemi', 'songBold'],
  })
  const page = new Letter(paper.sheet(), 62, 13, 1.95)
  const { sheet } = page
  sheet.text(sheet.width / 2, 92, firm.zh, { size: 26, face: 'songSemi', align: 'center', tracking: 8 })
  sheet.text(sheet.width / 2, 112, `${firm.address}\u3000电话 ${firm.phone}`, {
    size: 9.5,
    ink: grey,
    align: 'center',
  })
  sheet.line(left, 124, sheet.width - 78, 124, { width: 1.6 })
  sheet.line(left, 127.5, sheet.width - 78, 127.5, { width: 0.5 })
  sheet.text(sheet.width - 78, 150, '〔2026〕示函字第001号', { size: 11.5, align: 'right' })
  page.y = 162
  page.title('律师事务所函', 22)
  page.space(6)
  page.body(`${office.procuratorate}：`, 0)
  page.body(
    `贵院受理的${office.suspects}涉嫌${office.crime}一案（受理案号：${office.accepted}），本所接受被害人（权利人）${holder.zh}（${holder.en}）及其商标被许可人${subsidiary.zh}的委托，指派王示范、林样本两位律师在审查起诉阶段担任其诉讼代理人。`,
  )
  page.body(
    '请贵院依法通知听取意见，并将有关文书送达本所。随函附授权委托书一份、两位律师执业证复印件各一份。',
  )
  page.body('特此函告。')
  page.space(18)
  const x = sheet.width - 78 - 190
  const y = page.y + 30
  sheet.text(x + 95, y, `${firm.zh}（盖章）`, { size: 13, align: 'center' })
  sheet.text(x + 95, y + 26, '2026年6月24日', { size: 13, align: 'center' })
  companySeal(sheet, x - 46, y + 8, firm.zh)
  page.y = y + 76
  page.body('附：1. 授权委托书\n　　2. 律师执业证复印件（见第2页）', 0)
  sheet.paragraph(left, 724, page.width, '本函仅供本案使用，有效期至本案审查起诉阶段终结。', { size: 10.5 })
  specimenFoot(sheet, '1/2')

  const copies = paper.sheet()
  copies.text(copies.width / 2, 96, '律师执业证复印件', {
    size: 18,
    face: 'songSemi',
    align: 'center',
    tracking: 2,
  })
  copies.text(copies.width / 2, 116, '与原件核对无异　2026年6月24日', {
    size: 10,
    ink: grey,
    align: 'center',
  })
  firm.lawyers.forEach((lawyer, i) => licence(copies, 140 + i * 274, lawyer.name, lawyer.licence))
  companySeal(copies, 442, 748, firm.zh, '示例印章', 4)
  specimenFoot(copies, '2/2')
  return paper.document.save()
}

function licence(sheet: Sheet, top: number, name: string, number: string): void {
  const x = 96
  const width = 404
  const height = 256
  sheet.box(x, top, width, height, { ink: pale, width: 1 })
  sheet.line(x + width / 2, top, x + width / 2, top + height, { ink: pale, width: 0.6, dash: [3, 3] })
  sheet.text(x + 101, top + 34, '律师执业证', { size: 15, face: 'songSemi', align: 'center', tracking: 2 })
  sheet.box(x + 64, top + 52, 74, 96, { ink: grey, width: 0.6, dash: [3, 2.5] })
  sheet.ellipse(x + 101, top + 86, 15, 18, { fill: [0.85, 0.86, 0.88] })
  sheet.shape(
    `M${x + 72} ${top + 147} C${x + 74} ${top + 112} ${x + 128} ${top + 112} ${x + 130} ${top + 147} Z`,
    { fill: [0.85, 0.86, 0.88] },
  )
  sheet.text(x + 101, top + 166, '示例相片', { size: 8.5, ink: grey, align: 'center' })
  const rows = [
    ['执业机构', firm.zh],
    ['执业证类别', '专职律师（示例）'],
    ['执业证号', number],
    ['持证人', name],
    ['发证机关', '示例市司法局'],
    ['发证日期', '2019年01月01日'],
  ] as const
  rows.forEach(([label, value], i) => {
    sheet.text(x + 218, top + 40 + i * 25, label, { size: 10, ink: grey })
    sheet.text(x + 280, top + 40 + i * 25, value, { size: 10.5 })
  })
  sheet.box(x + 218, top + 192, 168, 44, { ink: grey, width: 0.7, dash: [4, 3] })
  sheet.text(x + 302, top + 211, '年度考核备案', { size: 9.5, ink: grey, align: 'center' })
  sheet.text(x + 302, top + 226, '2025年度　称职（示例 · 非印章）', { size: 9, ink: grey, align: 'center' })
  sheet.text(x + 101, top + 216, '示例 SPECIMEN', { size: 13, ink: pale, align: 'center', tracking: 1 })
}
