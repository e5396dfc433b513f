export const bundleWords = {
  title: '成册',
} as const
