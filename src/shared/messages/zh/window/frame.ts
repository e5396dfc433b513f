export const frameWords = {
  title: '应用',
} as const
