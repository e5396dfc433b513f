export const printWords = {
  title: '打印',
} as const
