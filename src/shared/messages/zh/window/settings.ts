export const settingsWords = {
  title: '设置',
} as const
