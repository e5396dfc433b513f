/** Words of the terminal. */
export const cliWords = {
  usage: `权卷 Rights Dossier {version} · 卷格式 {format} · 法律数据 {law}

用法：dossier <命令> …
  sample   <文件夹>                         写出示例案件
  init     <文件夹> --add <文件或文件夹…>    用散件建立案件文件夹：每个文件一件，待填项留空
  check    <案件文件夹>                     检查缺什么、错什么；不写任何东西
           同时列出期限 [--on 2026-11-22 按哪一天计算] [--holidays 节假日.json]
  board    <存放案件文件夹的文件夹>           按紧急程度列出各案 [--on 2026-11-22] [--holidays 节假日.json]
  build    <案件文件夹> --out <文件夹>       生成合并卷 PDF、签名 ZIP 和移交单
           [--identity 身份.p12 --passphrase-file 口令文件] [--created-at 2026-11-22T06:00:00Z]
           [--draft 草稿] [--disc 光盘文件夹] [--force 覆盖上次生成的同名文件]
  verify   <bundle.zip | 文件.pdf | 已解压的文件夹>  [--trust 证书.pem]…
           [--report 报告.pdf | 报告.json] [--force 覆盖已有的报告]
  identity new --name "姓名" --out 身份.p12 [--passphrase-file 口令文件] [--key rsa|ec] [--organisation 单位] [--years 3]
  hash     <文件…>                          SHA-256 与 SM3

通用：--json 在标准输出给出一个 JSON 对象 · --lang zh|en · --version · --help
退出码：0 完成/完整；1 失败、有缺项或被拒绝；2 用法错误；3 核验结论不是“完整”`,
  'usage.unknown-command': '没有“{subject}”这个命令。请用 dossier --help 查看用法。',
  'usage.bad-option': '没有“{subject}”这个选项，或这个命令不用它。请用 dossier --help 查看用法。',
  'usage.option-needs-value': '选项“{subject}”后面缺少内容。请补上；用法见 dossier --help。',
  'usage.option-takes-no-value': '选项“{subject}”后面不跟内容。请去掉等号和其后的部分。',
  'usage.empty-value': '选项“{subject}”的内容是空的。请补上，或去掉这个选项。',
  'usage.nothing-added': '没有找到可加入的文件。请在 --add 后写文件或文件夹。',
  'usage.missing': '缺少 {subject}。请用 dossier --help 查看用法。',
  'usage.bad-language': '“{subject}”不是可选的语言。请用 --lang zh 或 --lang en。',
  'usage.too-many':
    '多出了“{subject}”：这个命令只接受一个参数。含空格的路径请加引号；用法见 dossier --help。',
  'usage.bad-value': '选项“{subject}”的内容不对。请写成：{expected}。',
  'argument.folder': '<文件夹>',
  'argument.case-folder': '<案件文件夹>',
  'argument.board-folder': '<存放案件文件夹的文件夹>',
  'argument.files': '<文件…>',
  'argument.bundle': '<bundle.zip | 文件.pdf | 文件夹>',
  'argument.identity-new': 'new（写成 dossier identity new …）',
  'argument.add': '--add <文件或文件夹…>',
  'argument.out-folder': '--out <文件夹>',
  'argument.out-identity': '--out <身份.p12>',
  'argument.name': '--name <姓名>',
  'argument.identity': '--identity <身份.p12>',
  'argument.passphrase-file': '--passphrase-file <口令文件>（不在终端中运行时，口令须从文件读取）',
  'expected.on': '2026-11-22',
  'expected.created-at': '2026-11-22T06:00:00Z',
  'expected.case-code': '1–20 个英文字母、数字或连字符，以字母或数字开头',
  'expected.key': 'rsa 或 ec',
  'expected.report': '以 .pdf 或 .json 结尾的文件名',
  'expected.years': '1–20 的整数',
  cancelled: '已取消。未留下半成品。',
  bug: '程序内部出错（{reason}）。未留下半成品；请把此信息和操作步骤反馈给我们。',
  'step.hash': '计算校验值',
  'step.survey': '检查材料',
  'step.compose': '排版',
  'step.assemble': '合并成卷',
  'step.sign': '签名',
  'step.container': '写入 ZIP',
  'step.disc': '写入光盘文件夹',
  'step.write': '写入',
  'step.verify': '自检',
  'severity.error': '错误',
  'severity.warning': '注意',
  'severity.info': '说明',
  'sample.done': '示例案件已写到“{path}”。下一步：dossier build "{path}" --out <文件夹>',
  'init.done':
    '已建立案件文件夹“{path}”，共 {count} 件。请填写 case.json 中的空白，然后运行：dossier check "{path}"',
  'init.skipped': '未加入“{path}”：{reason}',
  'skipped.link': '是符号链接，不跟随。如需提交，请加入它所指的文件。',
  'skipped.hidden': '是隐藏文件或隐藏文件夹。如需提交，请改名后再加入。',
  'skipped.litter': '是系统或办公软件留下的文件，不是材料。',
  'skipped.special': '不是普通文件（管道、套接字或设备）。',
  'skipped.bad-name': '文件名不是有效的 UTF-8 文字。请改名后再加入。',
  'finding.place': '{subject}（{place}）',
  'gaps.many':
    '{field}：{count} 处尚未填写，如 {places}。请在 case.json 中补上，或用 --draft 先出草稿；全部位置见 --json。',
  'gaps.separator': '、',
  'check.clean': '可以生成：{items} 件，{bytes}。没有缺项。',
  'check.gaps': '还不能生成：{gaps} 处空缺，{errors} 处错误，{warnings} 处注意。',
  'check.papers':
    '材料（截至{on}，仅供提示，由律师判断）：已备 {done}/{of}；另有 {more} 项建议或视情况的，见 --json。',
  'check.paper': '  {status} · {title} · {need} · {source}',
  'check.deadlines': '期限（截至{on}，仅供提示，由律师判断）：',
  'check.deadline': '  {day} · {left} · {title} · {origin}',
  'board.title': '案件看板（截至{on}）：{count} 件',
  'board.empty': '“{path}”中没有案件文件夹（含 case.json 的文件夹）。',
  'board.damaged': '“{folder}”读不出来，已跳过：{reason}',
  'board.row': '  {left} · {code} · {brand} · {office} · {stage} · {due} · {papers} · {next}',
  'build.done': '已生成并自检通过（第 {round} 次提交，{pages} 页，{items} 件）：',
  'build.draft': '这是草稿：每张生成页都标有“草稿 DRAFT”，不得提交。',
  'build.blanks': '草稿：{count} 处空缺。全部位置见 dossier.json，或运行 dossier check。',
  'build.throw-away': '未提供签名身份，使用了一次性密钥：只能证明文件未被改动，不能证明是谁签的。',
  'build.file': '  {path}（{bytes}）',
  'build.digest': 'ZIP 的 SHA-256：{digest}',
  'build.fingerprint': '签名证书 SHA-256 指纹：{digest}',
  'build.warnings': '有 {count} 处需要注意：',
  'verify.integrity.intact': '完整：自签名之后没有改动。',
  'verify.integrity.changed': '已改动：内容与签名或清单不符。',
  'verify.integrity.not-signed': '没有签名，无法确认是否完整。',
  'verify.integrity.unreadable': '读不出来，无法核验。',
  'verify.integrity.cannot-confirm': '无法确认是否完整。',
  'verify.signer.trusted': '签名人可信：证书与所给的信任证书相符。',
  'verify.signer.self-signed': '签名人自制证书：请把指纹与纸质移交单核对。',
  'verify.signer.unknown': '签名人未知：签发机构不在信任范围内。',
  'verify.signer.invalid': '签名人证书无效。',
  'verify.signer.none': '没有签名人。',
  'verify.time.proven': '时间已由时间戳证明：北京时间 {beijing}（UTC {at}）',
  'verify.time.claimed': '时间为签名人自称：北京时间 {beijing}（UTC {at}）',
  'verify.time.none': '没有签名时间。',
  'verify.signer-name': '  {name}（证书 SHA-256 指纹 {fingerprint}）',
  'verify.report': '核验报告在“{path}”。',
  'identity.done':
    '签名身份已写到“{path}”。\n  名称：{name}\n  有效期：{from} 至 {to}\n  证书 SHA-256 指纹：{fingerprint}\n请立即备份此文件和口令：丢失后无法恢复。自制证书只证明文件未被改动，不替代盖章或手写签名。',
  'passphrase.ask': '口令：',
  'passphrase.ask-new': '新口令（至少 8 个字符）：',
  'passphrase.ask-again': '再输一次：',
  'passphrase.differs': '两次输入的口令不一样，请重新输入。',
} as const
export type CliWord = keyof typeof cliWords
