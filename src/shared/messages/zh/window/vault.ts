export const vaultWords = {
  title: '保险库',
} as const
