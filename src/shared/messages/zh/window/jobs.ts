export const jobsWords = {
  'kind.take-in': '材料入库',
  'kind.open-folder': '打开案件文件夹',
  'kind.save-folder': '另存为案件文件夹',
  'kind.take-out': '取出原件',
  steps: '{done}/{total}',
  bytes: '{done}/{total}',
  cancel: '取消：{name}',
  started: '开始：{name}。',
  cancelled: '{name}已取消。',
  waiting_other: '另有 {count} 项等待中',
} as const
