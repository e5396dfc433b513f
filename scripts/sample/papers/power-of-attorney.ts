import { companySeal, scribble, specimenFoot } from '../marks.ts'
import { Letter, left } from '../letter.ts'
import { a4Landscape, openPaper } from '../sheet.ts'
import { table } from '../table.ts'
import { firm, holder, marks, office, subsidiary } from '../story.ts'

/** Power of attorney: a portrait page, then a landscape page that the scanner stored turned by 90 degrees. */
export async function powerOfAttorney(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '授权委托书',
    author: subsidiary.zh,
    date: '2026-06-23T03:00:00Z',
    producer: 'SPECIMEN scanner',
    faces: ['song', 'songSemi', 'songBold'],
  })
  const [first, second] = firm.lawyers as [(typeof firm.lawyers)[0], (typeof firm.lawyers)[0]]
  const page = new Letter(paper.sheet(), 78, 11.5, 1.72)
  page.title('授权委托书', 24)
  page.field(
    '委托人一：',
    `${holder.zh}（${holder.en}），公司编号：${holder.number}，住所：${holder.addressZh}，授权代表：${holder.director}（董事）`,
  )
  page.field(
    '委托人二：',
    `${subsidiary.zh}（第00000001号、第00000002号商标被许可人），统一社会信用代码：${subsidiary.code}，住所：${subsidiary.address}，法定代表人：${subsidiary.representative}`,
  )
  page.field(
    '受托人：',
    `${first.name}，${firm.zh}律师，执业证号：${first.licence}，电话：${first.phone}\n${second.name}，${firm.zh}律师，执业证号：${second.licence}，电话：${second.phone}`,
  )
  page.field('送达地址：', firm.address)
  page.space(8)
  page.body(
    `委托人兹委托上列受托人，在${office.suspects}涉嫌${office.crime}一案（${office.procuratorate}受理案号：${office.accepted}，告知书文号：${office.notice}）中，担任被害人（权利人）诉讼代理人。`,
  )
  page.heading('一、代理阶段')
  page.body('√ 审查起诉　　√ 第一审　　□ 第二审　　□ 申诉')
  page.heading('二、代理权限')
  page.body(
    '一般授权与特别授权的事项逐项列于附表（第2页）。附表未勾选的事项，受托人无权代为处理；出具谅解、领取赔偿款，须由委托人另行书面授权。',
  )
  page.heading('三、涉及的权利')
  page.body(
    `第${marks[0].number}号“${marks[0].name}”、第${marks[1].number}号“${marks[1].name}”注册商标，均核定使用于第32类商品，注册人为委托人一。`,
  )
  page.heading('四、委托期限')
  page.body('自2026年6月23日起至本案第一审程序终结之日止。受托人可以分别或者共同行使上述权限。')
  page.body('委托人保证所提供的材料真实、合法，如有虚假，愿承担相应法律责任。')
  const y = 716
  page.sheet.text(left, y, '委托人一（授权代表签名）：', { size: 11 })
  scribble(page.sheet, left + 16, y + 27, 33, 80)
  page.sheet.text(left, y + 54, '2026年6月18日　于示例顿市', { size: 11 })
  page.sheet.text(left + 236, y, '委托人二（盖章）：', { size: 11 })
  page.sheet.text(left + 236, y + 22, '法定代表人：', { size: 11 })
  scribble(page.sheet, left + 306, y + 20, 61, 40)
  page.sheet.text(left + 236, y + 54, '2026年6月23日　示例市', { size: 11 })
  companySeal(page.sheet, left + 422, y + 22, subsidiary.zh)
  specimenFoot(page.sheet, '1/2')

  const sheet = paper.sheet(a4Landscape, 90)
  sheet.text(sheet.width / 2, 86, '附表　代理权限清单', {
    size: 18,
    face: 'songBold',
    align: 'center',
    tracking: 1,
  })
  sheet.text(78, 112, `案件：${office.suspects}涉嫌${office.crime}案（${office.accepted}）`, { size: 10.5 })
  const bottom = table(
    sheet,
    78,
    122,
    [
      { title: '序号', width: 36, align: 'center' },
      { title: '代理事项', width: 236 },
      { title: '性质', width: 52, align: 'center' },
      { title: '授权', width: 44, align: 'center' },
      { title: '说明', width: 318 },
    ],
    [
      ['1', '提交身份、权属、鉴别、价格及损失材料，领取回执', '一般', '√', '包括补充提交与更换材料'],
      ['2', '发表意见，参加听取意见与认罪认罚意见程序', '一般', '√', '刑事诉讼法第173条；书面意见请附卷'],
      ['3', '申请查阅、摘抄、复制案卷材料', '一般', '√', '经人民检察院许可；遵守保密承诺'],
      ['4', '签收告知书、起诉书副本等文书', '一般', '√', '同时抄送委托人二'],
      ['5', '组织对涉案商品进行鉴别并提交权利人鉴别意见书', '特别', '√', '鉴别人由委托人二另行书面指定'],
      ['6', '提交价格说明、经济损失说明', '特别', '√', '数额由委托人二财务负责人确认'],
      ['7', '提起、变更附带民事诉讼请求或者另行起诉', '特别', '√', '提起前须取得委托人书面确认'],
      ['8', '参加调解、和解磋商', '特别', '√', '仅限磋商；签署协议另行授权'],
      ['9', '出具谅解书', '特别', '□', '未授权，须由委托人一董事另行签署'],
      ['10', '代为领取赔偿款', '特别', '□', '未授权，款项付至委托人一指定账户'],
      ['11', '转委托', '特别', '□', '未授权'],
    ],
    { size: 10.5, headFill: [0.94, 0.94, 0.95], padding: 5.5 },
  )
  sheet.paragraph(
    78,
    bottom + 10,
    580,
    '公证及附加证明：委托人一的签字部分于2026年6月19日经示例国公证人B. Specimen公证，附加证明书编号APO-00000002，签发于2026年6月20日；经公证的原件另行提交核对，核对后退还。委托书正本一式六份，本份为第1份。',
    { size: 10.5, leading: 1.65 },
  )
  sheet.text(658, 522, '委托人二（盖章）', { size: 10, align: 'right' })
  companySeal(sheet, 724, 506, subsidiary.zh, '示例印章', 8)
  specimenFoot(sheet, '2/2', 78)
  return paper.document.save()
}
