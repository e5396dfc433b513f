export const caseWords = {
  title: '案件',
} as const
