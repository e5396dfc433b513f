export const evidenceWords = {
  title: '材料',
} as const
