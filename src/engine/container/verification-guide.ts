import { bagPaths } from './bag.ts'
import type { TagFile } from './container-files.ts'
import { verificationCommands } from './verification-commands.ts'

export interface GuideFacts {
  /** Path of the merged PDF, `data/00_….pdf`. */
  readonly pdfPath: string
  /** SHA-256 of the signer's certificate, lower-case hex. */
  readonly certificateSha256: string
  readonly signerName: string
  readonly selfSigned: boolean
  /** The identity was made for this bundle alone and names nobody. */
  readonly throwAway: boolean
  readonly draft: boolean
}

/**
 * `核验说明.txt` and `VERIFY.txt`: how a stranger checks the bundle with the commands of an ordinary computer, and
 * what that proves. UTF-8 with BOM and CRLF, for old Windows.
 */
export function verificationGuides(facts: GuideFacts): TagFile[] {
  return [guide('核验说明.txt', chinese(facts)), guide('VERIFY.txt', english(facts))]
}

function guide(path: string, lines: readonly string[]): TagFile {
  const bytes = new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
  return { path, bytes, mediaType: 'text/plain' }
}

function colons(hex: string): string {
  return (hex.toUpperCase().match(/../g) ?? []).join(':')
}

function chinese(facts: GuideFacts): string[] {
  const run = verificationCommands(facts.pdfPath)
  return [
    '核验说明',
    '',
    ...(facts.draft ? ['【草稿】本卷是草稿，不是正式提交的版本，仅供核对。', ''] : []),
    '本文件夹里除 META-INF 外的每个文件都列在清单里，清单由 META-INF 里的签名保护。按下面的',
    '命令可以查出任何文件是否被改动、缺少或增加。请先把 ZIP 解压到一个空文件夹（光盘上的',
    '电子卷已经是解压好的），在该文件夹里打开命令窗口，逐行复制运行。各命令只读取本文件夹',
    '里的文件，不改动任何内容。',
    '',
    `签名人：${facts.signerName}`,
    '签名证书的 SHA-256 指纹：',
    `  ${facts.certificateSha256}`,
    `  ${colons(facts.certificateSha256)}`,
    '请与盖章的纸质移交单上的指纹逐位核对。本文件自己写的指纹不能单独作为依据。',
    '',
    '一、Windows（自带命令，无需安装软件）',
    '',
    '在文件夹地址栏输入 cmd 回车，计算关键文件的摘要：',
    run.windows.pdf,
    run.windows.index,
    `结果应分别与 ${bagPaths.sha256}、${bagPaths.tags} 里同名一行的开头相同。`,
    run.windows.list,
    `结果应与 ${bagPaths.tags} 里 ${bagPaths.sha256} 一行的开头相同。`,
    '',
    '计算证书指纹（应与纸质移交单相同）：',
    ...run.windows.certificate,
    '',
    '如装有 7-Zip（21 版以后），一次核对 data 里的全部材料（安装在别处的，请改用其所在路径）：',
    run.windows.sevenZip,
    '',
    '也可在文件夹地址栏输入 powershell 回车，一次核对全部清单；只显示 DONE 为通过，',
    '显示 CHANGED 的文件已被改动，报错的文件缺失：',
    ...run.windows.wholeLists,
    '查有无多出的文件，应只显示 DONE，显示 EXTRA 的文件不在清单里（见第四部分）：',
    run.windows.extra,
    '核对清单确由签名保护，应显示 True：',
    run.windows.tie,
    '计算原件清单校验值，应与封面上的相同（空格不计）：',
    run.windows.originals,
    'Windows 没有自带的命令核验签名本身，请在 Linux 或 macOS 上按下文核验，或用权卷的 verify。',
    '',
    '二、macOS（“终端”程序）',
    '',
    ...run.macos,
    '各行都应为 OK。查有无多出的文件，应什么也不显示；显示 EXTRA 的文件不在清单里（见第四部分）：',
    run.extra,
    '核验签名，应显示 Verification successful：',
    run.libreSsl,
    '核对清单确由签名保护，应显示 1：',
    run.tie,
    '计算证书指纹，应与纸质移交单相同：',
    run.fingerprint,
    '计算原件清单校验值，应与封面上的相同（空格不计）：',
    run.originalsOnMacos,
    '',
    '三、Linux',
    '',
    ...run.linux,
    '各行都应为 OK（成功）。查有无多出的文件，应什么也不显示；显示 EXTRA 的文件不在清单里（见',
    '第四部分）：',
    run.extra,
    '核验签名，应显示 CAdES Verification successful：',
    run.openSsl,
    '核对清单确由签名保护，应显示 1：',
    run.tie,
    '计算证书指纹，应与纸质移交单相同：',
    run.fingerprint,
    '计算原件清单校验值，应与封面上的相同（空格不计）：',
    run.originalsOnLinux,
    '如装有 poppler，单独核验合并卷 PDF，应同时有 Total document signed 与 Signature is Valid：',
    run.pdf,
    '',
    '四、结果说明什么',
    '',
    '第二或第三部分全部通过，说明这些文件自签名以来一个字节也没有变，也没有增减；签名用的是',
    'signer.pem.txt 里的证书，其指纹应与纸质移交单相同。只做第一部分，说明文件与清单一致；清单',
    '是否确由该证书签名，还要核验签名。',
    'EXTRA 列出的文件不受签名保护，不属于本卷；其中 .DS_Store、Thumbs.db、desktop.ini 一般是系统',
    '自动产生的，其他文件请向提交人核实。空文件夹不在核对之列。',
    '原件清单校验值相同，说明各原件的内容和路径与封面所指的一致。',
    ...(facts.throwAway
      ? ['本次使用临时证书，只为本卷生成，不代表任何人；通过只说明文件未变，不说明出自谁。']
      : facts.selfSigned
        ? ['证书由提交人自行制作，未经电子认证机构认证：身份须靠纸质移交单上的指纹来确认。']
        : ['证书由第三方颁发；是否受信任，请按其颁发机构的证书另行判断。']),
    '签名里的时间是签名人电脑的时间，不是可信时间戳，除非另附时间戳。',
    '这是技术签名，不是印章，不替代盖章或手写签名；阅读器显示“未知”属正常。',
    '它不证明材料内容真实，也不证明签名之前的来源。',
  ]
}

function english(facts: GuideFacts): string[] {
  const run = verificationCommands(facts.pdfPath)
  return [
    'How to verify this bundle',
    '',
    ...(facts.draft ? ['DRAFT: this is a draft for checking, not the version handed in.', ''] : []),
    'Every file in this folder outside META-INF is named in a list, and the lists are',
    'protected by the signature in META-INF. The commands below show whether any file was',
    'changed, lost or added. Unpack the ZIP into an empty folder first (on a disc it is',
    'unpacked already), open a command window in that folder, and copy the lines one by',
    'one. They only read the files of the folder.',
    '',
    `Signer: ${facts.signerName}`,
    'SHA-256 fingerprint of the signing certificate:',
    `  ${facts.certificateSha256}`,
    `  ${colons(facts.certificateSha256)}`,
    'Compare it with the one on the sealed paper hand-over sheet. What this file says',
    'of itself proves nothing alone.',
    '',
    '1. Windows (nothing to install)',
    '',
    'Type cmd into the address bar of the folder. Digests of the key files:',
    run.windows.pdf,
    run.windows.index,
    `They must equal the start of the line of that name in ${bagPaths.sha256} and`,
    `${bagPaths.tags}.`,
    run.windows.list,
    `It must equal the start of the line ${bagPaths.sha256} in`,
    `${bagPaths.tags}.`,
    '',
    'Fingerprint of the certificate (must equal the one on paper):',
    ...run.windows.certificate,
    '',
    'With 7-Zip (21 or later), all files in data at once (if it is installed elsewhere,',
    'use its path there):',
    run.windows.sevenZip,
    '',
    'Or type powershell into the address bar and check both lists. Only DONE means',
    'passed; a file shown as CHANGED was changed, one with an error is missing:',
    ...run.windows.wholeLists,
    'Extra files; only DONE must appear, a file shown as EXTRA is in no list (see part 4):',
    run.windows.extra,
    'That the lists are protected by the signature; must say True:',
    run.windows.tie,
    'Digest of the list of originals; must equal the one on the cover (spaces do not count):',
    run.windows.originals,
    'Windows has no command of its own for the signature itself: use Linux or macOS as',
    'below, or the verify command of Rights Dossier.',
    '',
    '2. macOS (Terminal)',
    '',
    ...run.macos,
    'Every line must say OK. Extra files; nothing must appear, a file shown as EXTRA is in',
    'no list (see part 4):',
    run.extra,
    'The signature; must say Verification successful:',
    run.libreSsl,
    'That the lists are protected by the signature; must say 1:',
    run.tie,
    'Fingerprint of the certificate; must equal the one on paper:',
    run.fingerprint,
    'Digest of the list of originals; must equal the one on the cover (spaces do not count):',
    run.originalsOnMacos,
    '',
    '3. Linux',
    '',
    ...run.linux,
    'Every line must say OK. Extra files; nothing must appear, a file shown as EXTRA is in',
    'no list (see part 4):',
    run.extra,
    'The signature; must say CAdES Verification successful:',
    run.openSsl,
    'That the lists are protected by the signature; must say 1:',
    run.tie,
    'Fingerprint of the certificate; must equal the one on paper:',
    run.fingerprint,
    'Digest of the list of originals; must equal the one on the cover (spaces do not count):',
    run.originalsOnLinux,
    'With poppler, the merged PDF by itself; must say both Total document signed and',
    'Signature is Valid:',
    run.pdf,
    '',
    '4. What this proves',
    '',
    'If all of part 2 or of part 3 passes, not one byte of these files changed since they',
    'were signed, none was added or lost, and the certificate in signer.pem.txt signed them;',
    'its fingerprint must be the one on paper. Part 1 alone shows that the files agree with',
    'the lists; that this certificate signed the lists is for the signature to show.',
    'Files shown as EXTRA are not protected by the signature and no part of this bundle.',
    '.DS_Store, Thumbs.db and desktop.ini are as a rule made by the system; ask the',
    'submitter about others. Empty folders are not looked at.',
    'The same digest of the list of originals shows that the originals have the content and',
    'the paths that the cover refers to.',
    ...(facts.throwAway
      ? [
          'The certificate was made for this bundle alone and names nobody: it shows that',
          'nothing changed, not who made it.',
        ]
      : facts.selfSigned
        ? [
            'The signer made the certificate; no certification authority vouches for it. Who',
            'signed is confirmed by the fingerprint on the paper hand-over sheet.',
          ]
        : ['A third party issued the certificate; judge it by the certificate of its issuer.']),
    "The time in the signature is that of the signer's computer, not a trusted",
    'timestamp, unless one is attached.',
    'This is a technical signature. It is no seal and does not replace a seal or a',
    'handwritten signature; a reader that calls it “unknown” is normal. It does not',
    'prove that the contents are true, nor where they came from before.',
  ]
}
