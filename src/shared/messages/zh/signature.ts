import type { signatureFindings } from '../../contract/findings/signature.ts'

export const signatureWords = {
  'signature.unreadable': '“{subject}”的签名数据读不出来，可能已损坏。请向提交人索取一份完好的文件。',
  'signature.content-changed': '“{subject}”签名之后内容被改动过。请勿以此为准，并向提交人索取原始文件。',
  'signature.value-wrong':
    '“{subject}”的签名值与签名人的证书对不上：签名数据被改动过，或不是此人所签。请勿以此为准，并向提交人核实。',
  'signature.signer-count':
    '“{subject}”的签名数据里有 {count} 个签名人，应恰好一个，无法确认。请让提交人重新签名。',
  'signature.enveloped':
    '“{subject}”的签名数据自带一份内容，与文件本身可能不同，无法确认。请让提交人以分离式签名重新签署。',
  'signature.inconsistent':
    '“{subject}”的签名数据前后不一致（版本或算法说明），可能被改动过，无法确认。请向提交人核实。',
  'signature.attributes-missing':
    '“{subject}”的签名没有签名属性（或缺少摘要），无法确认。请让提交人以 CAdES 或 PAdES 格式重新签名。',
  'signature.attribute-duplicate':
    '“{subject}”的签名属性 {type} 重复出现，含义不唯一，无法确认。请让提交人重新签名。',
  'signature.content-type-wrong':
    '“{subject}”的签名属性所说的内容类型与实际不符，无法确认。请让提交人重新签名。',
  'signature.algorithm-unsupported':
    '“{subject}”使用了本程序不能核验的算法（{algorithm}），无法确认。请改用支持该算法的工具核验。',
  'signature.algorithm-weak':
    '“{subject}”使用了已不安全的算法（{algorithm}），即使摘要相符也无法确认未被改动。请让提交人以 SHA-256 重新签名。',
  'signature.algorithm-mismatch': '“{subject}”的签名前后使用的算法不一致，无法确认。请让提交人重新签名。',
  'signature.key-weak':
    '“{subject}”的签名密钥太短（{keyType}）。请让提交人换用至少 2048 位的 RSA 密钥或 EC 密钥。',
  'signature.certificate-missing':
    '“{subject}”的签名里没有签名人的证书，无法确认。请向提交人索取证书，用 --trust 指定后再核验。',
  'signature.certificate-substituted':
    '“{subject}”所附证书不是签名时所用的那一张，可能被替换过。请勿以此为准，并向提交人核实。',
  'signature.certificate-unbound':
    '“{subject}”的签名没有绑定签名人的证书（缺少 signing-certificate 属性），无法确认。请让提交人以 CAdES 或 PAdES 格式重新签名。',
  'signature.not-cades':
    '“{subject}”的签名没有绑定签名人的证书，是较旧的格式。内容核验不受影响；请另行核对证书指纹。',
  'signature.signing-time-not-allowed':
    '“{subject}”的签名含有 PAdES 不允许的签名时间属性。不影响核验结果，无需处理。',
  'signer.self-signed':
    '“{subject}”由“{name}”以自签名证书签署：这张证书不能证明签名人的身份。请将证书指纹 {fingerprint} 与纸质移交单核对。',
  'signer.unknown':
    '“{subject}”的签名人“{name}”的证书不在您信任的范围内。请核对证书指纹 {fingerprint}，或用 --trust 指定其颁发机构的证书。',
  'signer.expired':
    '“{subject}”签名时，“{name}”的证书已于 {date} 过期。请向提交人核实，并让其换用有效证书重新签名。',
  'signer.expired-since':
    '“{subject}”签名时证书有效，但已于 {date} 过期；签名时间仅为签名人自称。请结合其他材料判断签名时间。',
  'signer.not-yet-valid':
    '“{subject}”签名时，“{name}”的证书尚未生效（{date} 起生效）。请向提交人核实签名时间。',
  'signer.not-for-signing':
    '“{subject}”所用证书（“{name}”）的用途不含数字签名。请让提交人换用可以签名的证书重新签名。',
  'time.in-the-future':
    '“{subject}”自称的签名时间（{time}）晚于现在，不可能属实；证书改按现在的时间判断。请先核对本机时钟，再向提交人核实签名时间。',
  'timestamp.unreadable':
    '“{subject}”所附时间戳读不出来，时间只能算作自称。请让提交人向正规时间戳机构重新申请。',
  'timestamp.foreign':
    '“{subject}”所附时间戳属于另一份文件，可能是移花接木。请勿以其时间为准，并向提交人核实。',
  'timestamp.value-wrong': '“{subject}”所附时间戳自身的签名不成立。请勿以其时间为准，并向提交人核实。',
  'timestamp.repeated':
    '“{subject}”的同一个时间戳出现了不止一次，签名数据在签名之后被人添加过，无法确认。请向提交人核实。',
  'timestamp.not-an-authority':
    '“{subject}”的时间戳不是由专用的时间戳证书签发，时间只能算作自称。请让提交人向正规时间戳机构重新申请。',
  'timestamp.unsupported':
    '“{subject}”的时间戳使用了已不安全或本程序不能核验的算法（{algorithm}），时间只能算作自称。请让提交人重新申请时间戳，或改用支持该算法的工具核验。',
  'timestamp.untrusted':
    '“{subject}”带有“{name}”的时间戳（{time}），但该机构不在您信任的范围内，时间只能算作自称。请用 --trust 指定其证书后再核验。',
  'pdf-signature.none': '“{subject}”没有签名。如应有签名，请向提交人索取已签名的文件。',
  'pdf-signature.unreadable': '“{subject}”不是可读的 PDF。请向提交人索取一份完好的文件。',
  'pdf-signature.damaged': '“{subject}”的 PDF 结构有损坏，其中的签名无法确认。请向提交人索取一份完好的文件。',
  'pdf-signature.encrypted':
    '“{subject}”已加密，签名所在之处读不出来，无法确认。请向提交人索取未加密的文件。',
  'pdf-signature.prefixed':
    '“{subject}”开头有不属于 PDF 的内容，其中的签名无法确认。请向提交人索取原始文件。',
  'pdf-signature.byte-range-wrong':
    '“{subject}”的签名范围（ByteRange）不成立，签名被动过手脚或文件不完整。请勿以此为准，并向提交人索取原始文件。',
  'pdf-signature.contents-wrong':
    '“{subject}”的签名值与签名范围之间的空档对不上，可能夹带了未签名的内容。请勿以这份文件为准，并向提交人索取原始文件。',
  'pdf-signature.padding-used':
    '“{subject}”签名值之后的填充区里藏有数据。请勿以这份文件为准，并向提交人索取原始文件。',
  'pdf-signature.shared-value':
    '“{subject}”的同一个签名被多个签名域引用，无法确认其含义。请让提交人重新签名。',
  'pdf-signature.appended':
    '“{subject}”签名之后又追加了 {bytes} 字节，追加的内容不受此签名保护，无法确认。请向提交人索取签名当时的文件，或让其重新签名。',
  'pdf-signature.several':
    '“{subject}”有 {count} 个签名，各自覆盖文件的不同版本，本程序不能确认版本之间的改动。请用专业阅读器逐个版本核对。',
  'pdf-signature.kind-unsupported':
    '“{subject}”的签名种类（{subFilter}）本程序不能核验，无法确认。请改用支持它的阅读器核验。',
  'pdf-signature.kind-old':
    '“{subject}”的签名是较旧的种类（{subFilter}），不是 PAdES。内容核验不受影响，无需处理。',
} as const satisfies Record<keyof typeof signatureFindings, string>
