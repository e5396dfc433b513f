import { companySeal, scribble, specimenFoot } from '../marks.ts'
import { Letter, left } from '../letter.ts'
import { grey, openPaper, type Ink } from '../sheet.ts'
import { sampleIdentity, saveSigned } from '../sign.ts'
import { table } from '../table.ts'
import { count, holder, marks, office, products, subsidiary } from '../story.ts'

const head = [0.94, 0.94, 0.95] as const

/** The right holder's identification opinion: three pages, signed with a sample certificate. */
export async function identificationOpinion(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '权利人鉴别意见书',
    author: subsidiary.zh,
    date: '2026-04-28T06:30:00Z',
    faces: ['song', 'songSemi', 'songBold'],
  })
  const { glass, can } = products
  const bottles = (product: typeof glass | typeof can) => count(product.seizedCases * product.perCase)

  const one = new Letter(paper.sheet(), 76, 12, 1.78)
  one.title('权利人鉴别意见书', 24, '（2026）示鉴字第001号')
  one.heading('一、委托与受理')
  one.body(
    `${office.police}于2026年4月20日以《商请鉴别函》（示公经鉴〔2026〕1号）商请${holder.zh}（${holder.en}）对“4·16”案扣押的饮品进行鉴别。${holder.zh}授权${subsidiary.zh}（以下称本公司）办理，本公司于2026年4月22日受理。`,
  )
  one.heading('二、检材')
  one.body(
    '检材由办案民警于2026年4月24日在扣押物品中随机抽取，封存后送达，封签编号FQ-0001至FQ-0003，启封前封签完好、签名清晰，启封过程拍照（照片1至3）。',
  )
  one.space(6)
  one.y = table(
    one.sheet,
    left,
    one.y,
    [
      { title: '样品', width: 44, align: 'center' },
      { title: '扣押清单序号及品名', width: 165 },
      { title: '扣押数量', width: 96, align: 'right' },
      { title: '送检数量', width: 68, align: 'right' },
      { title: '封签', width: 60.28, align: 'center' },
    ],
    [
      [
        'S-01',
        `第1项\u3000标称“示例泉”气泡饮品 ${glass.short}`,
        `${count(glass.seizedCases)}箱\n${bottles(glass)}瓶`,
        '12瓶',
        'FQ-0001',
      ],
      ['S-02', '第1项　同上（瓶盖单独取样）', '同上', '12枚', 'FQ-0002'],
      [
        'S-03',
        `第2项\u3000标称“示例泉”气泡饮品 ${can.short}`,
        `${count(can.seizedCases)}箱\n${bottles(can)}瓶`,
        '6瓶',
        'FQ-0003',
      ],
    ],
    { size: 10.5, headFill: head },
  )
  one.space(8)
  one.body('对照样品R-01、R-02为本公司留样，分别取自生产批号EX20260211L1、EX20260118L3，保管于本公司样品室。')
  one.heading('三、鉴别依据与人员')
  one.body(
    `依据：第${marks[0].number}号、第${marks[1].number}号商标注册证；《“示例泉”产品识别手册》2026年版（密点另存密封附件）。鉴别人：周样品，本公司质量部工程师，从事产品识别工作九年；吴样本，本公司品牌保护部主管。二人均经本公司2026年1月5日书面授权从事真伪鉴别，并完成年度培训。`,
  )
  one.heading('四、时间、地点与在场人员')
  one.body(
    '2026年4月27日9时30分至11时40分，于本公司样品室。在场：鉴别人周样品、吴样本，见证人郑示例（本公司行政部）。',
  )
  specimenFoot(one.sheet, '1/3')

  const two = new Letter(paper.sheet(), 66, 12, 1.78)
  two.heading('五、方法与比对')
  two.body(
    '采用目视、10倍放大镜、数显卡尺及称重的方法，逐瓶与对照样品比对。十二瓶S-01、十二枚S-02、六瓶S-03各自结果一致。',
  )
  two.space(6)
  two.y = table(
    two.sheet,
    left,
    two.y,
    [
      { title: '项目', width: 70 },
      { title: '正品特征', width: 138 },
      { title: '检材特征', width: 143 },
      { title: '照片', width: 38, align: 'center' },
      { title: '结果', width: 44.28, align: 'center' },
    ],
    [
      ['瓶盖齿数', '21齿', 'S-02为20齿', '2', '不符'],
      [
        '瓶盖印刷',
        '蓝底，图形居中，套色误差小于0.2 mm',
        'S-01本色无印刷；S-02图形偏心1.8 mm，套色错位',
        '1、2',
        '不符',
      ],
      ['批号', '瓶盖下缘激光刻印，可追溯产线与日期', 'S-01、S-02均无激光批号', '2', '不符'],
      ['标签文字', '“示例泉”用注册字体，右上标注®', '字形明显偏细，无®；标签倾斜约2.6°', '1、3', '不符'],
      ['微缩文字', '分隔线上方一行，放大10倍清晰可读', '为断续线条，放大后不可辨读', '3', '不符'],
      ['商品条码', '末位为7，与登记一致', '末位为0，校验不通过', '3', '不符'],
      ['瓶身刻字', '瓶底凸刻“EX”及模具号', '瓶底光滑，无凸刻（S-03瓶底为“0”）', '—', '不符'],
      ['净重', '548 g至556 g（含瓶）', '521 g至530 g（含瓶）', '—', '不符'],
    ],
    { size: 10.5, headFill: head },
  )
  two.space(8)
  two.heading('六、排除其他来源')
  two.body(
    '经查询本公司生产、出库与售后记录，并核对全部授权生产方的模具登记：检材所示特征不属于任何历史包装、促销包装、区域包装或者翻新、维修产品；检材无批号，不能对应任何一笔正常流通的货物，可以排除平行进口与串货。',
  )
  two.heading('七、结论')
  two.body(
    '（一）检材S-01、S-02、S-03所代表的标称“示例泉”气泡饮品，不是本公司或者本公司授权的任何主体生产、包装或者销售的商品。',
  )
  two.body(
    `（二）检材瓶身、瓶盖及外箱上使用的“示例泉”文字和“EXAMPLA及图”标识，与第${marks[0].number}号、第${marks[1].number}号注册商标相同，使用于核定使用的同一种商品（第32类），其标识不是本公司或者授权方制作，使用未经商标注册人许可。`,
  )
  specimenFoot(two.sheet, '2/3')

  const three = new Letter(paper.sheet(), 66, 12, 1.85)
  three.heading('八、声明')
  three.body(
    '本意见系权利人对涉案商品与注册商标标识的鉴别意见，不是司法鉴定意见，亦不是侦查机关组织的辨认笔录。鉴别人与犯罪嫌疑人无亲属或者利害关系。以上内容真实，如有虚假，愿承担相应法律责任。',
  )
  three.heading('九、附件')
  three.body(
    '1. 鉴别照片3张（照片1至3）\n2. 商标注册证复印件2份\n3. 鉴别人授权书及培训记录复印件\n4. 密封附件：产品识别密点对照（仅供办案机关查阅，请予保密）',
    0,
  )
  three.space(44)
  const { sheet } = three
  const y = three.y
  sheet.text(left, y, '鉴别人（签名）：', { size: 12 })
  scribble(sheet, left + 96, y - 2, 71, 72)
  scribble(sheet, left + 210, y - 2, 83, 72)
  sheet.text(left + 108, y + 24, '周样品', { size: 10, ink: grey })
  sheet.text(left + 222, y + 24, '吴样本', { size: 10, ink: grey })
  sheet.text(left, y + 62, `鉴别单位：${subsidiary.zh}（盖章）`, { size: 12 })
  sheet.text(left, y + 88, '日　　期：2026年4月28日', { size: 12 })
  companySeal(sheet, left + 356, y + 54, subsidiary.zh)

  const [bx, by, bw, bh] = [left, y + 130, three.width, 92]
  const blue: Ink = [0.16, 0.28, 0.45]
  const signer = '示例品牌鉴别专用（示例证书）'
  sheet.box(bx, by, bw, bh, { ink: blue, width: 0.9, fill: [0.965, 0.975, 0.985] })
  sheet.text(bx + 14, by + 24, '电子签名（技术签名，非印章）', { size: 12, face: 'songSemi', ink: blue })
  sheet.text(
    bx + 14,
    by + 44,
    `签名人：${signer}\u3000\u3000时间：2026-04-28 14:30（北京时间，签名人自述）`,
    {
      size: 9.5,
    },
  )
  sheet.text(
    bx + 14,
    by + 61,
    '签名证书为自签名示例证书，阅读器显示“未知”属正常；签名用于发现签署后的改动。',
    { size: 9.5 },
  )
  sheet.text(bx + 14, by + 78, 'SPECIMEN — self-signed sample certificate, not issued by any authority', {
    size: 9,
    ink: grey,
  })
  specimenFoot(sheet, '3/3')
  const up = (value: number) => Math.round((sheet.height - value) * 100) / 100
  return saveSigned(paper.document, sheet.page, [bx, up(by + bh), bx + bw, up(by)], sampleIdentity(signer), {
    name: signer,
    reason: '权利人鉴别意见书签署（示例）',
    location: '示例市',
    at: '2026-04-28T06:30:00Z',
  })
}
