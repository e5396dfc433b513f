export const casesWords = {
  title: '案件',
} as const
