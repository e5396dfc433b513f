import type { containerFindings } from '../../contract/findings/container.ts'

export const containerWords = {
  'zip.unreadable': '这不是完整的 ZIP 文件（{reason} 读不出来）。文件可能没有传完，请重新取得一份再核验。',
  'zip.comment': 'ZIP 里有 {bytes} 字节注释，本格式不写注释。文件打包后被动过，请向提交人索取原件。',
  'zip.outside-bytes':
    'ZIP 在第 {offset} 字节处有 {bytes} 字节不属于任何文件。可能藏有内容，请向提交人索取原件。',
  'zip.overlap': '{subject}：在 ZIP 里与别的文件重叠，不同软件会解出不同内容。请向提交人索取原件。',
  'zip.header-mismatch':
    '{subject}：ZIP 里两处记录不一致（{field}），不同软件会解出不同内容。请向提交人索取原件。',
  'zip.multi-disk': 'ZIP 是分卷的，本程序不核验分卷。请索取单个文件。',
  'zip.name-encoding': '{subject}：文件名编码不明，各软件显示不一。请索取以 UTF-8 命名的原件。',
  'zip.duplicate-name': '{subject}：ZIP 里有两个同名文件，不同软件会取不同的一个。请向提交人索取原件。',
  'zip.directory-entry':
    '{subject}：ZIP 里有单独的文件夹记录，本格式没有。文件可能被重新打包过，请核验原件，或核验解压后的文件夹。',
  'zip.encrypted': '{subject}：在 ZIP 里加了密，无法核验。请索取未加密的原件。',
  'zip.method': '{subject}：压缩方法 {method} 不在本格式之内，无法核验。请索取原件。',
  'zip.ratio': '{subject}：解压后 {bytes} 字节，超过压缩前后 {limit} 倍的上限，未读取。请核实来源后再处理。',
  'zip.size-wrong': '{subject}：实际长度与 ZIP 记录的 {bytes} 字节不符。文件已损坏或被改动，请索取原件。',
  'zip.crc-wrong': '{subject}：内容与 ZIP 里的校验码不符。文件已损坏或被改动，请索取原件。',
  'zip.data-damaged': '{subject}：压缩数据已损坏，解不出来。请重新取得一份再核验。',
  'zip.not-as-written': '{subject}：ZIP 记录与本程序写出的不同。文件被重新打包过，请向提交人索取原件。',
  'container.unknown-kind': '这既不是 ZIP 也不是 PDF，无从核验。请确认选对了文件，或重新取得一份。',
  'container.not-checked':
    '核验没有做完：内容不合规范，本程序读不下去（{reason}）。请勿以这份文件为准，重新取得一份再核验；仍然如此，请向提交人核实。',
  'container.unsafe-name':
    '{subject}：文件名不安全（{reason}），解压可能写到别处或显示成别的名字。请勿解压，向提交人核实。',
  'container.name-collision':
    '{subject}：与“{other}”在部分系统上是同一个名字，解压后会互相覆盖。请向提交人核实。',
  'container.link': '{subject}：是链接或特殊文件，不是普通文件，未读取。请索取原件。',
  'container.too-many-files': '文件有 {entries} 个，超过上限 {limit} 个，未核验。请核实来源后再处理。',
  'container.too-large': '文件共 {bytes} 字节，超过上限 {limit} 字节，未核验。请核实来源后再处理。',
  'container.control-too-large': '{subject}：清单类文件有 {bytes} 字节，大得不正常，未读取。请核实来源。',
  'container.system-file': '{subject}：是操作系统自动生成的文件，不属于本卷，可以删除，不影响结论。',
  'container.mimetype':
    'mimetype 文件缺失、内容不对，或不是 ZIP 的第一个未压缩文件。容器被重新打包过，请索取原件。',
  'container.foreign': '这个容器不是权卷格式，只按签名清单核验其中的文件。',
  'container.draft': '这是草稿，不是正式提交的版本。请索取正式版本。',
  'container.nothing-found': '没有找到签名，也没有校验清单，无从核验。请确认选对了文件或文件夹。',
  'container.no-signature':
    '只有校验清单，没有签名：能发现传输中的损坏，不能证明出自谁。请索取带签名的原件。',
  'container.signature-unsupported': '{subject}：这种签名本程序不核验。请用出具方指定的软件核验。',
  'container.signature-broken': '{subject}：与 {manifest} 不相符，两者之一在签名后被改动。请索取原件。',
  'container.signatures-several': '签名清单有 {count} 份，本程序只核验一份签名的容器。请用出具方的软件核验。',
  'container.manifest-unreadable': '{subject}：签名清单读不出来（{reason}）。请索取原件。',
  'container.unlisted-meta-inf': '{subject}：META-INF 里多出的文件，不受签名保护。请向提交人核实。',
  'container.digest-unsupported': '{subject}：清单用的摘要算法 {algorithm} 不可靠或不支持，无法确认。',
  'container.file-changed': '{subject}：内容在列入清单后被改动。请用原件替换后再核验。',
  'container.file-missing': '{subject}：清单里有，实际没有。请补上原件后再核验。',
  'container.file-added': '{subject}：清单里没有，是后来加进来的。请移走后再核验，并核实来源。',
  'container.file-renamed': '{subject}：被改名为“{to}”，内容未变。请改回原名后再核验。',
  'container.file-unreadable': '{subject}：读不出来（{reason}）。请检查光盘或权限，或重新取得一份。',
  'container.list-disagrees':
    '{subject}：其中“{file}”一行与签名保护的摘要不符，这份清单有误。请以签名清单为准。',
  'container.index-unreadable': '{subject}：索引读不出来（{reason}）。请索取原件。',
  'container.index-disagrees': '{subject}：索引里“{file}”的记录与实际文件不符。请向提交人核实。',
  'container.pdf-missing': 'data 里没有合并卷 PDF（00_ 开头）。请索取完整的原件。',
  'container.pdf-not-signed': '{subject}：合并卷 PDF 没有签名。请向提交人索取已签名的版本。',
  'container.pdf-not-confirmed': '{subject}：合并卷 PDF 的签名不能确认。原因见同一文件的其他提示。',
  'container.certificate-differs':
    '{subject}：里面的证书不是签名用的那张。请只信纸质移交单上的指纹，并向提交人核实。',
  'bag.declaration': 'bagit.txt 不合规范（{reason}）。请索取原件。',
  'bag.no-manifest': '没有可用的文件清单（manifest-…txt），无从核验。请索取原件。',
  'bag.line': '{subject}：第 {line} 行不是“摘要 路径”的格式。清单已损坏，请索取原件。',
  'bag.loose-line': '{subject}：第 {line} 行写法不规范（* 或 ./ 开头），已按通常理解核验。',
  'bag.unsafe-path': '{subject}：列有卷外的路径“{path}”。请勿按清单取用，向提交人核实。',
  'bag.listed-twice': '{subject}：“{path}”列了两次且不一致，或规范不许重复。请索取原件。',
  'bag.repeated-line': '{subject}：“{path}”列了两次，内容相同，不影响结论。',
  'bag.not-listed': '{subject}：没有列入 {list}，该清单不完整。请索取原件。',
  'bag.payload-count':
    'bag-info.txt 记载 {expected}（字节数.文件数），实际为 {actual}。文件有增减，请索取原件。',
  'bag.fetch': 'fetch.txt 列有需另行下载的文件，本格式不允许。请索取完整的原件。',
  'bag.weak-digest': '{subject}：只有 {algorithm} 摘要，能发现损坏，不能防有意伪造。请索取 SHA-256 清单。',
  'bag.unknown-digest': '{subject}：摘要算法 {algorithm} 不支持，未核验这份清单。',
  'disc.copy-changed': '{subject}：与电子卷里的“{original}”不一致。请以电子卷里的为准，勿用这一份。',
  'disc.not-covered': '{subject}：不在签名范围内，无法核验。请以电子卷里的文件为准。',
} as const satisfies Record<keyof typeof containerFindings, string>
