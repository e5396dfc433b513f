import type { caseWorkFindings } from '../../contract/findings/case-work.ts'

export const caseWorkWords = {
  'authority.gap':
    '{subject}：“{grantor}”不是本案权利人，也没有从任何一环取得授权，授权链在此断开。请补上它的授权，或改正名称。',
  'authority.name-differs':
    '{subject}：“{given}”与权利人登记名称“{registered}”不一致。请按登记名称改正，或附名称变更、译名一致的证明。',
  'authority.leads-nowhere':
    '{subject}：授权链止于“{grantee}”，而本案没有这名诉讼代理人或其律师事务所。请补上下一环，或补登代理人。',
  'authority.agent-not-reached':
    '{subject}：从权利人“{holder}”出发的授权链没有到达诉讼代理人“{agent}”。请补上缺少的一环，或核对各环名称。',
  'authority.no-sub-delegation':
    '{subject}：“{grantee}”又转委托给“{next}”，但本环没有转委托权限。请取得允许转委托的授权，或由“{grantor}”直接委托。',
  'authority.expired': '{subject}：授权已于 {date} 到期，早于 {on}。请续签后再提交。',
  'authority.expired-before-acts':
    '{subject}：授权已于 {date} 到期，早于扣押或公安来函之日（{acts}）。请续签，并就其间的行为取得书面追认。',
  'authority.not-yet-valid': '{subject}：授权自 {date} 起才生效，晚于 {on}。请待生效后提交，或改签。',
  'authority.not-valid-at-acts':
    '{subject}：授权自 {date} 起，晚于扣押或公安来函之日（{acts}）。若当时已由其报案、鉴别或者出具价格，请取得书面追认。',
  'authority.lacks-prosecution-stage':
    '{subject}：授权给“{grantee}”的范围不含审查起诉阶段。请补充授权，写明“审查起诉阶段担任诉讼代理人”。',
  'authority.lacks-identification':
    '{subject}：“{grantee}”参与了取样或者鉴别，但授权范围不含鉴别。请补充授权，或改由权利人出具。',
  'authority.lacks-price-statement':
    '{subject}：价格材料出自“{grantee}”，但授权范围不含出具价格说明。请补充授权，或改由权利人出具。',
  'authority.lacks-incidental-action':
    '{subject}：本案请求赔偿，但授权给“{grantee}”的范围不含附带民事诉讼。请逐项写明提起、变更、放弃请求的权限。',
  'authority.lacks-settlement':
    '{subject}：本案拟出具谅解，但授权给“{grantee}”的范围不含和解、谅解。请补充特别授权，或由权利人自己签署。',
  'authority.signatory-unknown':
    '{subject}：“{grantor}”由谁签字、凭什么代表它，尚未写明。请补法定代表人证明、章程或者董事会决议。',
  'authority.place-unknown':
    '{subject}：授权人“{grantor}”是境外主体，没有填写签署地，无法判断需要办理哪些证明手续。请选择签署地；在境内签署的选“中国大陆”。',
  'authority.not-notarised':
    '{subject}：在境外（{country}）签署，尚未公证。请在所在国办理公证（刑诉法解释第77条第2款、第486条；审判阶段的规定，检察机关通常参照）。',
  'authority.needs-apostille':
    '{subject}：在 {country} 签署，尚无附加证明书或者领事认证。请向该国主管机关办理附加证明书，办理前核实公约在两国间是否生效。',
  'authority.needs-legalisation':
    '{subject}：在 {country} 签署，按现有数据不能用附加证明书。请核实后办理该国外交主管机关认证和中国驻该国使领馆认证。',
  'authority.country-unknown':
    '{subject}：数据中没有 {country}，不知道用附加证明书还是领事认证。请向收件机关或者中国驻该国使领馆核实。',
  'authority.own-procedure':
    '{subject}：在 {country} 签署，应履行当地自己的证明手续，不用外国文书的附加证明书。请按收件机关要求办理并在备注中写明。',
  'authority.verify-country':
    '{subject}：附加证明书在 {country} 与中国之间是否有效，本程序的数据未经官方核实。请核实一次。',
  'authority.number-missing': '{subject}：已办附加证明书或者认证，但没有编号。请补上编号，便于收件机关查验。',
  'authority.not-translated':
    '{subject}：境外授权文件尚无中文译本。请翻译，由翻译人员签名（刑诉法解释第78条、第484条第1款；审判阶段的规定，检察机关通常参照）。',
  'agent.not-eligible':
    '{subject}：诉讼代理人限于律师、人民团体或单位推荐的人、监护人和亲友（刑事诉讼法第33条、第47条）。请核对“{name}”属于哪一类。',
  'agent.relative-of-company':
    '{subject}：“{name}”以亲友身份代理，但其代理的权利人“{holder}”是单位。请改由律师或者单位推荐的人担任。',
  'agent.licence-missing':
    '{subject}：律师“{name}”没有填写执业证号。请核对其执业证；外国权利人委托律师的，须为取得中国执业证书的律师（刑诉法解释第485条，审判阶段的规定）。',
  'agent.is-suspect': '{subject}：诉讼代理人“{name}”与本案犯罪嫌疑人同名。请立即核对是否为同一人。',
  'sample.identified-before-seized':
    '{subject}：鉴别日期 {date} 早于扣押日期 {earliest}，是常见的辩护理由。请核对两个日期；鉴别的若是另购样品，请分开记录。',
  'sample.fetched-before-seized': '{subject}：取样日期 {date} 早于扣押日期 {earliest}。请核对这两个日期。',
  'sample.identified-before-fetched':
    '{subject}：鉴别日期 {date} 早于取样日期 {earliest}。请核对，或说明在何处鉴别。',
  'sample.returned-too-early':
    '{subject}：归还日期 {date} 早于取样或者鉴别日期 {earliest}。请核对这两个日期。',
  'sample.too-many-examined': '{subject}：鉴别 {examined} 件，多于扣押的 {seized} 件。请按扣押清单核对数量。',
  'sample.seal-after-missing':
    '{subject}：启封前封签号为“{seal}”，没有重新封存的封签号。请补记，或说明样品已经用尽、损坏。',
  'sample.seal-before-missing':
    '{subject}：有重新封存的封签号“{seal}”，没有启封前的封签号。请向移交机关核对后补记。',
  'sample.photos-missing': '{subject}：已经鉴别，但没有启封前后的照片。请补照片，或在备注中说明原因。',
  'sample.not-returned': '{subject}：已经鉴别，尚未记录归还。请归还并取得签收，或写明由谁保管。',
  'wording.wrong':
    '{subject}：“{found}”是法定证据的名称，权利人自己的判断不能这样称呼。建议写“{instead}”；确由办案机关委托的，可以保留。',
  'wording.doubtful':
    '{subject}：“{found}”容易被当作鉴定意见或者辨认笔录。建议写“{instead}”；确由有资质的机构出具的，可以保留。',
  'wording.kind':
    '{subject}：证据种类选了“鉴定意见”，但名称或来源“{said}”表明是权利人自己的判断。实务多归入被害人陈述，请核对。',
  'checklist.paper-gone':
    '{subject}：标为已备齐，但关联的“{title}”已不在本案材料中，暂按未提供计。请重新关联，或重新选择状态。',
  'checklist.required-open': '{subject}：还有 {count} 份必需的材料没有备齐。可以先成册，检察院可能要求补交。',
  'checklist.no-reason': '{subject}：清单项“{title}”标为不适用，没有写明理由。请补上理由。',
  'variant.not-json': '文件不是有效的 JSON。请选择由本程序保存的检察院做法文件。',
  'variant.invalid':
    '检察院做法文件的 {subject} 不符合格式。请按 docs/formats/office-variant-v1.md 改正，或另选文件。',
} as const satisfies Record<keyof typeof caseWorkFindings, string>
