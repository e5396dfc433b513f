/** Words of the days of a case. */
export const datesWords = {
  title: '期限与日期',
  informs:
    '按规则集 {ruleset} · 数据日期 {date} 推算，供参考，以办案机关的通知为准。检察院写明的日期不顺延。',
  ofSample: '这是示例：日期都是虚构的，不计天数。',
  none: '还没有日期。填了收到告知书的日期、受理日期或程序节点，这里会列出相应的期限。',
  'who.office': '办案机关的期限',
  'who.holder': '权利人的期限',
  goToDate: '查看这个日期填在哪里',
} as const
