export const identityWords = {
  title: '签名身份',
} as const
