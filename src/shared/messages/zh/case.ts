import type { caseFindings } from '../../contract/findings/case.ts'

export const caseWords = {
  'case.not-json': 'case.json 不是有效的 JSON（{reason}）。请用文本编辑器打开，检查引号、逗号和括号。',
  'case.unknown-key': '{subject}：不认识的键“{key}”。请核对拼写，或删除它。',
  'case.key-missing': '{subject}：缺少这一项。请补上，应为：{expected}。',
  'case.wrong-type': '{subject}：类型不对。请改为{expected}。',
  'case.not-allowed': '{subject}：“{given}”不是允许的值。请改为：{allowed}。',
  'case.too-big': '{subject}：超过上限 {maximum}。请缩短或拆分。',
  'case.too-small': '{subject}：低于下限 {minimum}。请补足。',
  'case.wrong-form': '{subject}：“{given}”格式不对。请按 docs/formats/case-folder-v1.md 填写。',
  'case.not-a-date': '{subject}：“{given}”不是日期。请写成 2026-11-22，未知则留空。',
  'case.not-a-moment': '{subject}：“{given}”不是日期时间。请写成 2026-11-22 或 2026-11-22 14:03。',
  'case.not-an-instant': '{subject}：“{given}”不是 UTC 时刻。请写成 2026-11-22T06:00:00Z，或删除此项。',
  'case.bad-code':
    '{subject}：“{given}”不能作为案件编码。请用 1–20 个英文字母、数字或连字符，以字母或数字开头。',
  'case.bad-id': '{subject}：“{given}”不能作为标识。请用 1–40 个小写字母、数字或连字符。',
  'case.not-a-sha256': '{subject}：“{given}”不是 SHA-256。请写 64 位小写十六进制，或删除此项。',
  'case.control-characters': '{subject}：含有换行或控制字符。请改为普通文字。',
  'case.holder-twice': '{subject}：权利人标识“{id}”重复。请给每个权利人不同的 id。',
  'case.holder-unknown': '{subject}：没有标识为“{id}”的权利人。请改为 rightHolders 中的 id。',
  'case.too-many-agents':
    '权利人“{id}”有 {count} 名诉讼代理人，刑事诉讼法第33条、第47条规定至多 {limit} 名。请核对。',
  'case.agent-agency':
    '{subject}：调查公司或商标代理机构不在刑事诉讼法第33条所列可受托人之内。请与律师核对，或改由律师、推荐的人担任。',
  'case.dates-reversed': '{subject}：{date} 早于 {earliest}，先后颠倒。请核对这两个日期。',
  'case.date-ahead': '{subject}：{date} 在今天（{on}）之后，还没有到。请核对这个日期。',
  'case.email-doubtful': '{subject}：“{given}”不像电子邮箱。请核对，例如 @ 是否打成了全角。',
  'case.phone-doubtful': '{subject}：“{given}”不像电话号码。请核对；没有电话时留空。',
  'case.code-taken':
    '{subject}：另一个案件（{other}）也在用“{code}”。卷的文件名和日历条目都靠编码区分案件，请改用不同的编码。',
  'case.unprintable':
    '{subject}：字符“{character}”（{codePoint}）在所有字体中都没有，无法印出。请改用其他写法。',
  'case.created-in-future':
    '{subject}：{at} 比现在（{now}）晚一天以上，卷中和签名上都会是这个时间。请核对电脑时间，或改正它。',
  'identity.weak-key':
    '签名身份“{subject}”的密钥（{keyType}）短于 {minimum} 位，已不安全，签名容易被质疑。请换用 RSA 3072 或 EC P-256 的签名身份。',
  'field.required': '{subject}：尚未填写。请在 case.json 中补上，或用 --draft 先出草稿。',
  'file.missing': '{subject}：找不到文件“{file}”。请把它放进案件文件夹，或改正路径。',
  'file.unreadable': '{subject}：文件“{file}”读不出来（{reason}）。请检查权限，或换一份完好的副本。',
  'file.outside': '{subject}：路径“{file}”不在案件文件夹之内。请把文件放进来，用 / 分隔写相对路径。',
  'file.twice': '{subject}：文件“{file}”已在 {first} 列出。请删去一处。',
  'file.wrong-hash':
    '{subject}：文件“{file}”的 SHA-256 是 {actual}，与登记的 {expected} 不符。文件可能已被改动，请找回原件，或核实后更新登记。',
  'file.same-content': '{subject}：文件“{file}”与“{other}”内容完全相同。如非有意，请删去一份。',
  'file.not-listed': '案件文件夹里的“{subject}”没有列入 case.json，不会提交。如需提交，请加进某一组。',
  'limit.items': '共 {count} 件，超过上限 {limit} 件。请分次提交，或调整 resources/limits.json。',
  'limit.bytes': '材料共 {bytes} 字节，超过上限 {limit} 字节。请分次提交，或调整 resources/limits.json。',
  'limit.pages': '合并卷共 {count} 页，超过上限 {limit} 页。请分次提交，或调整 resources/limits.json。',
} as const satisfies Record<keyof typeof caseFindings, string>

/** What a value of case.json should be, for the blank `{expected}`. */
export const jsonTypeWords: Readonly<Record<string, string>> = {
  string: '加引号的文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  object: '花括号 { } 括起的对象',
  array: '方括号 [ ] 括起的列表',
}
