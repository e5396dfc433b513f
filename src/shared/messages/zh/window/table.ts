export const tableWords = {
  title: '表格',
} as const
