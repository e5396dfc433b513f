export const verifyWords = {
  title: '核验',
} as const
