import type { FindingCode } from '../../contract/finding.ts'

/** Sentences for the window, where the next step is another than in the terminal. */
export const windowFindingWords = {
  'signature.certificate-missing':
    '“{subject}”的签名里没有签名人的证书，无法确认。请向提交人索取证书文件，加入“受信任的签名人”后重新核验。',
  'signer.unknown':
    '“{subject}”的签名人“{name}”的证书不在您信任的范围内。请核对证书指纹 {fingerprint}，或把其颁发机构的证书文件加入“受信任的签名人”后重新核验。',
  'timestamp.untrusted':
    '“{subject}”带有“{name}”的时间戳（{time}），但该机构不在您信任的范围内，时间只能算作自称。请把该机构的证书文件加入“受信任的签名人”后重新核验。',
} as const satisfies Partial<Record<FindingCode, string>>
