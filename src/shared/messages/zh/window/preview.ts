export const previewWords = {
  title: '预览',
} as const
